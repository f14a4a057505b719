package program

import (
	"maps"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
)

// spot is where a program says the value of a property, or where it can: with
// the text that goes before the value there.
type spot struct {
	python.Span
	before string
}

// spotOf notes where the value of a property stands.
func (r *reader) spotOf(key string, e *python.Expr) { r.spots[key] = spot{Span: e.Span} }

// spotArgument notes where an argument stands, or where it would.
func (r *reader) spotArgument(key string, args *arguments, position int, name string) {
	if at := args.find(position, name); at >= 0 {
		r.spotOf(key, args.call.Args[at].Expr)
		return
	}
	if n := len(args.call.Args); n > 0 {
		end := argSpan(args.call.Args[n-1]).End
		r.spots[key] = spot{python.Span{Start: end, End: end}, ", " + name + "="}
	}
}

// spotFirst notes the first number of an array, where it is written as one.
func (r *reader) spotFirst(key string, e *python.Expr) {
	for len(e.Args) > 0 && (e.Kind == python.Call || e.Kind == python.List || e.Kind == python.Tuple) {
		e = e.Args[0].Expr
	}
	if e.Kind == python.Number || (e.Kind == python.Unary && e.Args[0].Kind == python.Number) {
		r.spotOf(key, e)
	}
}

// tuned returns the program with values written where it says them, so that all
// else of it stays, also within a line. What cannot be said so is left.
func (r Reading) tuned(e experiment.Experiment) string {
	before, after := &writer{&r.Experiment, r.names, nil}, &writer{&e, r.names, nil}
	other := r.Experiment.Optimizer
	other.LearningRate = e.Optimizer.LearningRate
	_, hasRate := r.spots["lr"]
	rateAlone := hasRate && other == e.Optimizer
	var edits []Edit
	for _, key := range slices.Sorted(maps.Keys(r.spots)) {
		at, text := r.spots[key], after.says(key)
		if text == before.says(key) || text == "" || (key == "lr" && !rateAlone) || (key == "optimizer" && rateAlone) {
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

// says writes the value of a property as a program does.
func (w *writer) says(key string) string {
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
