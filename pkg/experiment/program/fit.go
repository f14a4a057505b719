package program

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
)

// fit reads fit(xs, ys, epochs=…).
func (r *reader) fit(e *python.Expr) {
	r.role = "fit"
	if r.fitted {
		r.role = ""
		r.report(Note, e.Span, "code_second_fit")
		r.arguments(e).done()
		return
	}
	r.fitted = true
	if !r.compiled {
		at := python.Span{Start: r.at.Start, End: r.at.Start}
		r.report(Wrong, e.Span, "code_no_compile").kerasSays("ValueError: You must call `compile()` before using the model.").
			fix(at, r.names.model+`.compile(optimizer="sgd", loss="mean_squared_error")`+"\n")
	}
	args := r.arguments(e)
	r.xs = r.data(args, 0, "x")
	r.ys = r.data(args, 1, "y")
	if len(r.xs.numbers) > 0 && len(r.ys.numbers) > 0 {
		r.lengths(args.span(1, "y"))
	}
	for i, key := range []string{"batch", "epochs"} {
		name := [2]string{"batch_size", "epochs"}[i]
		r.markArgument(key, args, i+2, name)
		if !args.gave(name, i+2) {
			continue
		}
		switch v := args.take(i+2, name); v.kind {
		case noneValue:
		case numberValue:
			r.set(key, PythonNumber(v.number, v.whole), args.span(i+2, name))
			if p := r.fraction(v, args.span(i+2, name)); p != nil && key == "epochs" {
				p.kerasSays("TypeError: 'float' object cannot be interpreted as an integer")
			}
		default:
			r.unknown(args.span(i+2, name))
		}
	}
	quiet, brief := verbosity(args, 4)
	r.markArgument("shuffle", args, -1, "shuffle")
	r.markArgument("validation", args, -1, "validation_split")
	r.callbacks(args)
	args.rest(func(arg python.Arg, v *value) { r.fitArgument(arg, v) })
	r.output(Output{Kind: Fit, Quiet: quiet, Brief: brief}, e)
	r.places["fit"] = e.Span
}

// verbosity reads how much a call prints: nothing, or no bar.
func verbosity(args *arguments, position int) (quiet, brief bool) {
	if !args.gave("verbose", position) {
		return false, false
	}
	v := args.take(position, "verbose")
	known := v.kind == numberValue || v.kind == truthValue
	return known && v.number == 0, known && v.number == 2
}

// fraction explains that Python takes 500.0 for no whole number.
func (r *reader) fraction(v *value, at python.Span) *Problem {
	if v.whole || v.number != math.Trunc(v.number) || math.Abs(v.number) > experiment.MaxEpochs {
		return nil // not even that is another problem
	}
	fixed := PythonNumber(v.number, true)
	return r.report(Mistake, at, "code_fraction", "text", PythonNumber(v.number, false), "fixed", fixed).fix(v.Span, fixed)
}

func (r *reader) fitArgument(arg python.Arg, v *value) {
	at := argSpan(arg)
	switch arg.Name {
	case "shuffle":
		if v.kind == truthValue {
			r.set("shuffle", PythonNumber(v.number, true), at)
		} else {
			r.unknown(at)
		}
	case "validation_split":
		if v.kind == numberValue {
			r.set("validation", experiment.FormatNumber(v.number), at)
		} else {
			r.unknown(at)
		}
	case "initial_epoch", "validation_batch_size", "validation_freq":
		r.report(Note, at, "code_ignored", "text", arg.Name)
	case "validation_data", "class_weight", "sample_weight", "steps_per_epoch", "validation_steps":
		r.report(Wrong, at, "code_unsupported", "text", arg.Name)
	default:
		r.badArgument(arg, "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument '"+arg.Name+"'",
			"epochs", "batch_size", "verbose", "validation_split", "shuffle", "callbacks")
	}
}

// data reads an argument that holds points.
func (r *reader) data(args *arguments, position int, name string) *value {
	at := args.span(position, name)
	v := args.take(position, name).input()
	if name == "y" && len(r.xs.numbers) > 0 && !args.gave(name, position) {
		r.place(Wrong, at, experiment.MissingValues("x", len(r.xs.numbers)))
		return &value{Expr: noExpr}
	}
	if v.wide {
		r.report(Wrong, at, "code_one_feature", "text", r.source(at))
		return &value{Expr: noExpr}
	}
	r.listAsArray(v, name, at)
	if v.kind != arrayValue && v.kind != listValue || len(v.numbers) == 0 {
		r.unknown(at)
		return &value{Expr: noExpr}
	}
	r.places[name+"s"] = at
	return v
}

// listAsArray explains that Keras wants arrays where a list, or a number, is
// given.
func (r *reader) listAsArray(v *value, name string, at python.Span) {
	if v.kind != listValue && v.kind != numberValue {
		return
	}
	code, opening, closing := "code_list", r.names.numpy+".array(", ")"
	if v.kind == numberValue {
		code, opening, closing = "code_number", opening+"[", "]"+closing
	}
	r.report(Mistake, at, code, "text", r.source(v.Span)).
		kerasSays("ValueError: Unrecognized data type: "+name+"="+v.pythonText()+" (of type <class '"+v.pythonClass()+"'>)").
		fix(python.Span{Start: v.Start, End: v.Start}, opening).fix(python.Span{Start: v.End, End: v.End}, closing)
}

// lengths reports xs and ys of different lengths, and cuts the longer one.
func (r *reader) lengths(at python.Span) {
	xs, ys := len(r.xs.numbers), len(r.ys.numbers)
	if xs == ys {
		return
	}
	p := r.report(Wrong, at, "code_lengths", "xs", itoa(xs), "ys", itoa(ys)).
		kerasSays("ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: " +
			itoa(xs) + "\n'y' sizes: " + itoa(ys) + "\n")
	longer, keep := r.xs, ys
	if ys > xs {
		longer, keep = r.ys, xs
	}
	list := longer.Expr
	if list.Kind == python.Call && len(list.Args) > 0 {
		list = list.Args[0].Expr
	}
	if (list.Kind == python.List || list.Kind == python.Tuple) && keep < len(list.Args) {
		p.fix(python.Span{Start: list.Args[keep-1].End, End: list.Args[len(list.Args)-1].End}, "")
	}
}

// predict reads predict(np.array([10.0])): the first x is the one to predict,
// the others are asked besides.
func (r *reader) predict(e *python.Expr) {
	args := r.arguments(e)
	at := args.span(0, "x")
	v := args.take(0, "x").input()
	quiet, brief := verbosity(args, 2)
	args.done()
	r.listAsArray(v, "x", at)
	xs := v.numbers
	if v.kind == numberValue {
		xs = []float64{v.number}
	}
	if len(xs) == 0 {
		r.report(Note, at, "code_not_run", "text", r.source(at))
		return
	}
	r.role = "predict"
	r.output(Output{Kind: Predict, Xs: xs, Quiet: quiet, Brief: brief}, e)
	if slices.Equal(xs, r.xs.numbers) {
		r.role = ""
		return // of the data itself
	}
	if r.predicted {
		r.role = "asked"
	} else {
		r.predicted = true
		r.set("predict", experiment.FormatNumber(xs[0]), at)
		r.markFirst("predict", v.Expr)
		xs = xs[1:]
	}
	for _, x := range xs {
		r.ask(experiment.Query{X: x}, at)
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

// evaluate reads evaluate(xs, ys), whose ys are true ones.
func (r *reader) evaluate(e *python.Expr) {
	args := r.arguments(e)
	at := args.span(0, "x")
	x, y := args.take(0, "x"), args.take(1, "y")
	quiet, brief := verbosity(args, 3)
	args.done()
	r.listAsArray(x, "x", at)
	if !r.spend(e.Span, len(x.numbers)) {
		return
	}
	if len(x.numbers) == 0 || len(x.numbers) != len(y.numbers) {
		r.report(Note, e.Span, "code_not_run", "text", r.source(e.Span))
		return
	}
	r.role = "evaluate"
	r.output(Output{Kind: Evaluate, Xs: x.numbers, Ys: y.numbers, Quiet: quiet, Brief: brief}, e)
	if slices.Equal(x.numbers, r.xs.numbers) && slices.Equal(y.numbers, r.ys.numbers) {
		r.role = ""
		return
	}
	for i := range x.numbers {
		r.ask(experiment.Query{X: x.numbers[i], Y: y.numbers[i], Known: true}, at)
		for k, q := range r.asked {
			if q.X == x.numbers[i] {
				r.places[experiment.TruthKey(k+1)] = e.Span
			}
		}
	}
}
