package program

import (
	"maps"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
)

// A valueSpan is the range of the text that is the value of a property, or the
// place where one would be put in, with the text that goes before it there.
type valueSpan struct {
	python.Span
	before string
}

// markValue notes the range of a property's value.
func (r *reader) markValue(key string, e *python.Expr) { r.valueSpans[key] = valueSpan{Span: e.Span} }

// markArgument notes the range of an argument, or where it would be put in.
func (r *reader) markArgument(key string, args *arguments, position int, name string) {
	if at := args.find(position, name); at >= 0 {
		r.markValue(key, args.call.Args[at].Expr)
		return
	}
	if n := len(args.call.Args); n > 0 {
		end := argSpan(args.call.Args[n-1]).End
		r.valueSpans[key] = valueSpan{python.Span{Start: end, End: end}, ", " + name + "="}
	}
}

// markFirst notes the first number of an array, where it is written as one.
func (r *reader) markFirst(key string, e *python.Expr) {
	for len(e.Args) > 0 && (e.Kind == python.Call || e.Kind == python.List || e.Kind == python.Tuple) {
		e = e.Args[0].Expr
	}
	if e.Kind == python.Number || (e.Kind == python.Unary && e.Args[0].Kind == python.Number) {
		r.markValue(key, e)
	}
}

// withValues returns the program with values written where it says them, so that all
// else of it stays, also within a line. What cannot be said so is left.
func (r Reading) withValues(e experiment.Experiment) string {
	before, after := &writer{&r.Experiment, r.names, nil}, &writer{&e, r.names, nil}
	other := r.Experiment.Optimizer
	other.LearningRate = e.Optimizer.LearningRate
	_, hasRate := r.valueSpans["lr"]
	rateAlone := hasRate && other == e.Optimizer
	var edits []Edit
	for _, key := range slices.Sorted(maps.Keys(r.valueSpans)) {
		at, text := r.valueSpans[key], after.valueText(key)
		if text == before.valueText(key) || text == "" || (key == "lr" && !rateAlone) || (key == "optimizer" && rateAlone) {
			continue
		}
		if quote := r.text[at.Start:min(at.Start+1, at.End)]; quote == "'" {
			text = strings.ReplaceAll(text, `"`, quote)
		}
		edits = append(edits, Edit{at.Span, at.before + text})
	}
	if !sameUnits(r.Experiment.Layers, e.Layers) { // no weights that were set before fit it
		for _, s := range r.statements {
			if s.role == "weights" {
				edits = append(edits, r.replace(s.Span, ""))
			}
		}
	}
	return Apply(r.text, edits)
}

func sameUnits(a, b []experiment.Layer) bool {
	return slices.EqualFunc(a, b, func(a, b experiment.Layer) bool { return a.Units == b.Units })
}

// valueText writes the value of a property as a program does.
func (w *writer) valueText(key string) string {
	switch part, _, _ := strings.Cut(key, "."); part {
	case "optimizer":
		return w.optimizer()
	case "lr":
		return PythonNumber(w.Optimizer.LearningRate, false)
	case "loss":
		return w.loss()
	case "metric", "activation":
		if w.Value(key) != "" {
			return `"` + w.Value(key) + `"`
		}
		return ""
	case "shuffle":
		if w.Shuffle {
			return "True"
		}
		return "False"
	case "validation":
		return PythonNumber(w.Validation, false)
	case "predict":
		return PythonNumber(w.Predict, false)
	case "patience":
		if w.Patience == 0 {
			return ""
		}
	}
	return w.Value(key)
}
