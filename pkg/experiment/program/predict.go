package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
)

// predict reads predict(np.array([10.0])): the first x is the one to predict,
// the others are asked besides. What is asked for a plot alone asks nothing of the
// page: see [reader.wantsAnswer].
func (r *reader) predict(t *eval.Thread, m *model, e *eval.Args, method string) (eval.Value, error) {
	unknown := eval.Unknown{Why: eval.Trained, Text: "predict", At: e.Span}
	m.compute()
	if !r.answers(m) {
		return unknown, nil
	}
	args := r.arguments(e)
	at := args.span(0, "x", "inputs")
	v := args.take(0, "x", "inputs").input()
	quiet, brief := verbosity(args, 2)
	if r.trained == nil {
		r.listAsArray(v, "x")
	}
	r.unfold(v)
	xs := v.places()
	if v.kind == numberValue {
		xs = experiment.Places(v.number)
	}
	if (v.seconds != nil) != (r.xs.seconds != nil) {
		xs = nil // of another shape than the data
	}
	if len(xs) == 0 {
		if r.trained == nil {
			if u, ok := v.eval.(eval.Unknown); !ok || u.Why != eval.Trained {
				r.report(Note, at, "code_not_run", "text", r.source(at))
			}
		}
		return unknown, nil
	}
	if method == "predict" {
		r.output(Output{Kind: Predict, Places: xs, Quiet: quiet, Brief: brief, Epoch: r.epochs}, e.Span)
	}
	if r.trained != nil {
		answers := r.trained.Predict(r.epochs, xs)
		if len(answers) == 0 || len(answers)%len(xs) != 0 {
			return unknown, nil
		}
		a := numpy.New("float32", []int{len(xs), len(answers) / len(xs)}, answers)
		if array, ok := a.(eval.Array); ok && method == "call" {
			return tensorOf{array}, nil
		}
		return a, nil
	}
	if v.sameNumbers(r.xs) {
		return unknown, nil // of the data itself
	}
	r.predictions = append(r.predictions, prediction{r.statementAt(t, "predict", e.Span), v, at, xs, t.Statement()})
	return unknown, nil
}

// prediction is an x, or several, that a program asks its model for.
type prediction struct {
	statement statement
	value     *value
	at        python.Span
	xs        []experiment.Place
	in        *python.Statement
}

// maxGrid is how many xs a program asks for that want to be read: more are for a plot.
const maxGrid = 30

// ask reads the xs to predict: those that are printed, or returned, or else those that
// are few; the first is the one of the page.
func (r *reader) askAll() {
	r.predictions = slices.DeleteFunc(r.predictions, func(p prediction) bool { return p.value.sameNumbers(r.xs) }) // of the data, before the training
	wanted := r.predictions
	for _, kind := range []func(p prediction) bool{
		func(p prediction) bool { return len(p.xs) <= maxGrid && r.wantsAnswer(p) },
		func(p prediction) bool { return len(p.xs) <= maxGrid },
	} {
		var some []prediction
		for _, p := range r.predictions {
			if kind(p) {
				some = append(some, p)
			}
		}
		if len(some) > 0 {
			wanted = some
			break
		}
	}
	if len(wanted) > 0 && len(wanted[0].xs) > maxGrid {
		return
	}
	for _, p := range wanted {
		r.predictPoint(p)
	}
}

// wantsAnswer reports whether what a model answers is printed or returned, rather than
// plotted.
func (r *reader) wantsAnswer(p prediction) bool {
	text := r.text[p.in.Start:p.in.End]
	switch {
	case p.in.Kind == python.Return, strings.Contains(text, "print("):
		return true
	case p.in.Kind == python.Assign:
		name := strings.TrimSpace(r.text[p.in.Start:p.in.Targets[0].End])
		for _, after := range strings.Split(r.text[p.in.End:], "\n") {
			if strings.Contains(after, name) && (strings.Contains(after, "print(") || strings.TrimSpace(after) == name || strings.Contains(after, "return ")) {
				return true
			}
		}
		return false
	}
	return p.in.Kind == python.Expression && !strings.Contains(text, "plot(") && !strings.Contains(text, "scatter(")
}

func (r *reader) predictPoint(p prediction) {
	xs := p.xs
	if r.predicted {
		p.statement.role = "asked"
		r.addStatement(p.statement)
	} else {
		r.predicted = true
		r.addStatement(p.statement)
		text := experiment.FormatNumber(xs[0][0])
		if p.value.seconds != nil {
			text += ";" + experiment.FormatNumber(xs[0][1])
		}
		r.set("predict", text, p.at)
		if p.value.origin != noSpan && p.value.kind == numberValue {
			r.valueSpans["predict"] = valueSpan{Span: p.value.origin}
		} else if len(p.value.origins) > 0 && p.value.origins[0] != noSpan {
			r.valueSpans["predict"] = valueSpan{Span: p.value.origins[0]}
		}
		xs = xs[1:]
	}
	for _, x := range xs {
		r.ask(experiment.Query{X: x}, p.at)
	}
}

// ask adds an x to predict, or the true y of one.
func (r *reader) ask(q experiment.Query, at python.Span) {
	r.places["also"] = at
	for i := range r.asked {
		if r.asked[i].X == q.X {
			if q.Known {
				r.asked[i] = q
			}
			return
		}
	}
	if len(r.asked) < experiment.MaxQueries {
		r.asked = append(r.asked, q)
		r.places[experiment.QueryKey(len(r.asked))] = at
		r.places[experiment.TruthKey(len(r.asked))] = at
	}
}
