package program

import (
	"math"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// addLayer reads one layer, of a list or of the method add.
func (r *reader) addLayer(item use) {
	if input, ok := item.layer.(*tensor); ok && len(input.layers) == 1 {
		item.layer = input.layers[0].layer // keras.Input in a Sequential
	}
	layer := valueOf(item.layer, item.at)
	if layer.kind != objectValue {
		if u, ok := item.layer.(eval.Unknown); ok {
			r.report(Wrong, item.at, "code_layer", "text", u.Text)
			return
		}
		r.report(Wrong, item.at, "code_layer", "text", r.source(item.at))
		return
	}
	args := r.arguments(layer.object.call)
	switch layer.word {
	case "Dense":
		r.dense(args, item)
	case "Input", "InputLayer":
		if r.layerNumber > 0 && item.added {
			r.report(Wrong, item.at, "code_second_input").
				kerasSays("ValueError: Sequential model 'sequential' has already been configured to use input shape (None, 1). " +
					"You cannot add a different Input layer to it.")
			return
		}
		if at := args.find(-1, "batch_shape", "batch_input_shape"); at >= 0 {
			r.batchShape(args.take(-1, "batch_shape", "batch_input_shape"))
		} else {
			r.shape(args, args.take(0, "shape", "input_shape"), args.span(0, "shape", "input_shape"))
		}
	case normalizationClass:
		r.normalization(args, item, layer.object)
	case "Flatten": // of one number is that number
		if args.gave("input_shape", -1) {
			r.shape(args, args.take(-1, "input_shape"), args.span(-1, "input_shape"))
		}
	case "Dropout", "GaussianNoise", "GaussianDropout", "AlphaDropout", "BatchNormalization", "LayerNormalization", "ActivityRegularization":
		if rate := args.take(0, "rate", "stddev"); layer.word != "Dropout" || rate.kind != numberValue || rate.number != 0 {
			r.withoutLayer(item, layer.word)
		}
	default:
		if name, ok := r.activationLayer(layer.word, args); ok {
			r.activate(name, item, args)
			return
		}
		r.report(Wrong, item.at, "code_layer", "text", layer.word)
	}
}

// layerPlace makes the statement known in which a layer is added.
func (r *reader) layerPlace(m *model, i int) { r.modelName, r.layerNumber = m.name, i }

// takesWidth notes how many numbers each example has, where the page can have so many.
func (r *reader) takesWidth(n float64, at python.Span) bool {
	if n != math.Trunc(n) || n < 1 || n > float64(maxColumns) {
		return false
	}
	r.width, r.widthAt = int(n), at
	return true
}

// shape reads how many features each example has.
func (r *reader) shape(_ *arguments, v *value, at python.Span) {
	if v.kind == numberValue && v.number == 1 {
		text := script.PythonNumber(v.number, v.whole)
		r.report(Mistake, v.Span, "code_shape", "text", text).
			kerasSays("ValueError: Cannot convert '"+text+"' to a shape.").fix(v.place(), "(1,)")
		return
	}
	if v.kind == listValue && len(v.numbers) == 1 && r.takesWidth(v.numbers[0], at) {
		return
	}
	r.report(Wrong, at, "code_one_feature", "text", r.source(at))
}

// batchShape checks a shape that begins with the size of a batch.
func (r *reader) batchShape(v *value) {
	if len(v.items) == 2 {
		if n, ok := eval.AsFloat(v.items[1]); ok && r.takesWidth(n, v.Span) {
			return
		}
	}
	r.report(Wrong, v.Span, "code_one_feature", "text", r.source(v.Span))
}

// inputShape explains the shape that older programs give to the first layer. Keras
// passes over that of any other.
func (r *reader) inputShape(args *arguments, item use) {
	name := "input_shape"
	if args.gave("input_dim", -1) {
		name = "input_dim"
	}
	if !args.gave(name, -1) {
		return
	}
	v, at := args.take(-1, name), args.span(-1, name)
	first := r.layerNumber == 0
	if name == "input_dim" && v.kind == numberValue {
		v = &value{kind: listValue, numbers: []float64{v.number}}
	}
	if first {
		r.shape(args, v, at)
	}
	dimensions := []string{"1"}
	switch v.kind {
	case numberValue:
		dimensions = []string{script.PythonNumber(v.number, true)}
	case listValue:
		dimensions = nil
		for _, n := range v.numbers {
			dimensions = append(dimensions, script.PythonNumber(n, true))
		}
	}
	shape := strings.Join(dimensions, ", ")
	if len(dimensions) == 1 {
		shape += ","
	}
	input := r.names.Keras + ".Input(shape=(" + shape + "))"
	before := item.at.Start // where the layer is added
	if m := r.learner; m != nil && (before < m.at.Start || before >= m.at.End) && !item.added {
		if len(m.call.List) == 0 || r.text[m.call.List[0].Span.Start] != '[' {
			r.report(Mistake, at, "code_input_shape")
			return
		}
		before = m.call.List[0].Span.Start + 1 // made elsewhere, and first in the list
	}
	problem := r.report(Mistake, at, "code_input_shape").kerasSays("UserWarning: Do not pass an `input_shape`/`input_dim` argument to a layer. " +
		"When using Sequential models, prefer using an `Input(shape)` object as the first layer in the model instead.")
	problem.Fix = append(problem.Fix, args.without(-1, name))
	if first {
		r.bring(problem, r.names.Keras)
	}
	switch {
	case !first:
	case item.added:
		call := strings.TrimRight(r.text[:item.at.Start], " \t\r\n")
		if !strings.HasSuffix(call, ".add(") { // made elsewhere
			problem.Fix = nil
			return
		}
		line := call[lineStart(r.text, len(call)):]
		blank := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		start, after := len(call)-len(line)+len(blank), "\n"+blank
		if k := strings.LastIndexByte(line, ';'); k >= 0 {
			rest := line[k+1:]
			start, after = len(call)-len(strings.TrimLeft(rest, " \t")), "; "
		}
		problem.fix(python.Span{Start: start, End: start}, r.modelName+".add("+input+")"+after)
	default:
		problem.fix(python.Span{Start: before, End: before}, input+", ")
	}
}

// withoutLayer tells of a layer that a model can do without: each number that goes in comes
// out as one.
func (r *reader) withoutLayer(item use, word string) {
	p := r.report(Wrong, item.at, "code_without_layer", "text", word)
	m := r.learner
	if m.functional {
		return
	}
	if item.added {
		start, end := lineStart(r.text, item.at.Start), lineEnd(r.text, item.at.End)
		alone := strings.HasSuffix(r.text[start:item.at.Start], ".add(") && strings.TrimSpace(r.text[item.at.End:end]) == ")"
		if alone && !strings.HasSuffix(strings.TrimRight(r.text[:start], " \t\r\n"), ":") {
			p.fix(python.Span{Start: start, End: min(end+1, len(r.text))}, "")
		}
		return
	}
	if item.at.Start < m.at.Start || item.at.End >= m.at.End {
		return // made elsewhere
	}
	end := item.at.End
	rest := r.text[end:m.at.End]
	blank := len(rest) - len(strings.TrimLeft(rest, " \t"))
	if !strings.HasPrefix(rest[blank:], ",") {
		before := strings.TrimRight(r.text[:item.at.Start], " \t\r\n")
		if strings.HasSuffix(before, ",") {
			p.fix(python.Span{Start: len(before) - 1, End: end}, "")
		}
		return
	}
	end += blank + 1
	start := item.at.Start
	if left := lineStart(r.text, start); strings.TrimSpace(r.text[left:start]) == "" && strings.TrimSpace(r.text[end:lineEnd(r.text, end)]) == "" {
		start, end = left, min(lineEnd(r.text, end)+1, len(r.text)) // a line of its own
	} else {
		end += len(r.text[end:]) - len(strings.TrimLeft(r.text[end:], " "))
	}
	p.fix(python.Span{Start: start, End: end}, "")
}
