package program

import (
	"maps"
	"math"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// A valueSpan is the range of the text that is the value of a property, or the
// place where one would be put in, with the text that goes before it there.
type valueSpan struct {
	python.Span
	before string
	// use is where the value is used that stands at the Span, in a constant at the top,
	// say.
	use python.Span
}

// markArgument notes the literal that an argument came from, or where it would be put
// in.
func (r *reader) markArgument(key string, args *arguments, position int, name string) {
	if at := args.find(position, name); at >= 0 {
		arg := args.call.List[at]
		span := valueSpan{Span: arg.Span}
		if origin := eval.Origin(arg.Value); origin != noSpan && origin != arg.Span {
			span.use, span.Span = arg.Span, origin
		}
		r.valueSpans[key] = span
		return
	}
	if n := len(args.call.List); n > 0 {
		end := args.call.List[n-1].Whole().End
		r.valueSpans[key] = valueSpan{Span: python.Span{Start: end, End: end}, before: ", " + name + "="}
	}
}

// withValues returns the program with values written where it says them, so that all
// else of it stays, also within a line. What cannot be said so is left.
//
// A value that came from a constant is written in the constant; with uses set it is
// written where it is used, so that other uses of the constant stay as they are.
func (r Reading) withValues(e experiment.Experiment, uses bool) string {
	before, after := &script.Writer{Experiment: &r.Experiment, Names: r.names}, &script.Writer{Experiment: &e, Names: r.names}
	other := r.Experiment.Optimizer
	other.LearningRate = e.Optimizer.LearningRate
	_, hasRate := r.valueSpans["lr"]
	rateAlone := hasRate && other == e.Optimizer
	var edits []Edit
	for _, key := range slices.Sorted(maps.Keys(r.valueSpans)) {
		at, text := r.valueSpans[key], after.ValueText(key)
		if uses && at.use != noSpan {
			at.Span = at.use
		}
		if key == "epochs" && r.before > 0 {
			text = ""
			if e.Epochs > r.before {
				text = itoa(e.Epochs - r.before)
			}
		}
		if before.ValueText(key) == after.ValueText(key) || text == "" || (key == "lr" && !rateAlone) || (key == "optimizer" && rateAlone) {
			continue
		}
		if quote := r.Program[at.Start:min(at.Start+1, at.End)]; quote == "'" {
			text = strings.ReplaceAll(text, `"`, quote)
		}
		edits = append(edits, Edit{Span: at.Span, Text: at.before + text})
	}
	edits = append(edits, r.movedPoints(e)...)
	if !sameUnits(r.Experiment.Layers, e.Layers) { // no weights that were set before fit it
		for _, s := range r.statements {
			if s.role == "weights" {
				edits = append(edits, r.replace(s.Span, ""))
			}
		}
	}
	return script.Apply(r.Program, edits)
}

// movedPoints are the edits of the literals of points that have other values now, where
// there are as many as before and each has a literal of its own.
func (r Reading) movedPoints(e experiment.Experiment) []Edit {
	n := len(e.Points)
	if n != len(r.Experiment.Points) {
		return nil
	}
	var edits []Edit
	for i, p := range e.Points {
		was := r.Experiment.Points[i]
		for axis, pair := range [2][2]float64{{was.X[0], p.X[0]}, {was.Y, p.Y}} {
			if pair[0] == pair[1] {
				continue
			}
			if len(r.origins[axis]) != n || r.origins[axis][i] == noSpan {
				return nil
			}
			at := r.origins[axis][i]
			whole := !strings.ContainsAny(r.Program[at.Start:at.End], ".eE") && pair[1] == math.Trunc(pair[1])
			edits = append(edits, Edit{Span: at, Text: script.PythonNumber(pair[1], whole)})
		}
	}
	return edits
}

func sameUnits(a, b []experiment.Layer) bool {
	return slices.EqualFunc(a, b, func(a, b experiment.Layer) bool { return a.Units == b.Units })
}
