package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// evaluate reads evaluate(xs, ys), whose ys are true ones.
func (r *reader) evaluate(t *eval.Thread, m *model, e *eval.Args) (eval.Value, error) {
	unknown := eval.Unknown{Why: eval.Trained, Text: "evaluate", At: e.Span}
	m.compute()
	early := r.learner == nil
	if m.compiled == nil || !r.answers(m) {
		return unknown, nil
	}
	args := r.arguments(e)
	at := args.span(0, "x")
	x, y := args.take(0, "x").input(), args.take(1, "y").input()
	quiet, brief := verbosity(args, 3)
	if r.trained == nil {
		r.listAsArray(x, "x")
	}
	r.unfold(x)
	if len(x.numbers) == 0 || len(x.numbers) != len(y.numbers) || !early && (x.seconds != nil) != (r.xs.seconds != nil) {
		if r.trained == nil {
			r.report(Note, e.Span, "code_not_run", "text", r.source(e.Span))
		}
		return unknown, nil
	}
	r.output(Output{Kind: Evaluate, Places: x.places(), Ys: y.numbers, Quiet: quiet, Brief: brief, Epoch: r.epochs, Metric: r.metricLabel()}, e.Span)
	if r.trained != nil {
		values := r.trained.Evaluate(r.epochs, x.places(), y.numbers)
		if named := args.take(-1, "return_dict"); named.kind == truthValue && named.number == 1 {
			d := eval.NewDict()
			for _, name := range r.logNames() {
				var v eval.Value = unknown
				switch {
				case strings.HasPrefix(name, "val_"):
					continue
				case name == "loss" && len(values) > 0:
					v = eval.Float{V: float64(float32(values[0]))}
				case name == r.metricName && len(values) > 1:
					v = eval.Float{V: float64(float32(values[1]))}
				}
				d.Put(name, v)
			}
			return d, nil
		}
		list := &eval.List{}
		for _, v := range values {
			list.Items = append(list.Items, eval.Float{V: float64(float32(v))})
		}
		for range r.otherMetrics {
			list.Items = append(list.Items, unknown)
		}
		switch len(list.Items) {
		case 0:
			return unknown, nil
		case 1:
			return list.Items[0], nil
		}
		return list, nil
	}
	if x.sameNumbers(r.xs) && slices.Equal(y.numbers, r.ys.numbers) {
		return unknown, nil
	}
	r.setRole(t, "evaluate", e.Span)
	r.truths = append(r.truths, truth{x, y.numbers, at, e.Span})
	return unknown, nil
}

// truth are points whose loss is asked.
type truth struct {
	xs   *value
	ys   []float64
	at   python.Span
	call python.Span
}

// askTruths reads the true ys of xs to predict.
func (r *reader) askTruths() {
	for _, asked := range r.truths {
		if asked.xs.sameNumbers(r.xs) && slices.Equal(asked.ys, r.ys.numbers) {
			continue // of the data, before the training
		}
		for i, x := range asked.xs.places() {
			r.ask(experiment.Query{X: x, Y: asked.ys[i], Known: true}, asked.at)
			for k, q := range r.asked {
				if q.X == x {
					r.places[experiment.TruthKey(k+1)] = asked.call
				}
			}
		}
	}
}
