package program

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/script"
)

// fit reads fit(xs, ys, epochs=…). The first one says how the model is trained; others
// of the same model and data train it on.
func (r *reader) fit(t *eval.Thread, m *model, e *eval.Args) (eval.Value, error) {
	if r.stopped {
		return eval.None{}, nil
	}
	args := r.arguments(e)
	if r.fitted || r.batches > 0 {
		return r.fitAgain(t, m, args)
	}
	r.assignedWeights(e.Span.Start)
	built := m.isBuilt()
	r.fitted = true
	if r.modelNameOf(e); m.compiled == nil {
		at := python.Span{Start: t.Statement().Start, End: t.Statement().Start}
		indent := r.text[lineStart(r.text, at.Start):at.Start]
		r.learn(m)
		r.report(Wrong, e.Span, "code_no_compile").kerasSays("ValueError: You must call `compile()` before using the model.").
			fix(at, r.names.Model+`.compile(optimizer="sgd", loss="mean_squared_error")`+"\n"+indent)
	} else {
		r.learn(m)
	}
	s := r.statementAt(t, "fit", e.Span)
	s.model = r.names.Model
	r.xs = r.data(args, 0, "x")
	r.ys = r.data(args, 1, "y")
	r.checkRank(m, built, r.xs.eval, args.span(0, "x"), "None")
	r.checkOwnLoss(m)
	if at := args.find(0, "x"); at >= 0 {
		s.xs = r.text[e.List[at].Span.Start:e.List[at].Span.End]
	}
	if at := args.find(1, "y"); at >= 0 {
		s.ys = r.text[e.List[at].Span.Start:e.List[at].Span.End]
	}
	r.addStatement(s)
	if len(r.xs.numbers) > 0 && len(r.ys.numbers) > 0 {
		r.lengths(args.span(1, "y"))
	}
	r.validationData(args)
	epochs := 1
	for i, key := range []string{"batch", "epochs"} {
		name := [2]string{"batch_size", "epochs"}[i]
		r.markArgument(key, args, i+2, name)
		if !args.gave(name, i+2) {
			continue
		}
		at := args.span(i+2, name)
		switch v := args.take(i+2, name); v.kind {
		case noneValue:
		case numberValue:
			if key == "batch" && e.List[args.find(2, name)].Name == "" && !args.gave("epochs", 3) {
				n := script.PythonNumber(v.number, true)
				r.report(Note, at, "code_batch_place", "text", n).fix(python.Span{Start: at.Start, End: at.Start}, "epochs=")
			}
			if n := len(r.xs.numbers); key == "batch" && v.whole && v.number > experiment.MaxPoints && n > 0 {
				v.number = experiment.MaxPoints // all points at once, as with any larger one
				delete(r.valueSpans, key)
			}
			r.set(key, script.PythonNumber(v.number, v.whole), at)
			if p, ok := r.fraction(v, at); ok && key == "epochs" {
				p.kerasSays("TypeError: 'float' object cannot be interpreted as an integer")
			}
			if key == "epochs" && v.number >= 1 && v.number <= experiment.MaxEpochs {
				epochs = int(v.number)
			}
		default:
			r.unknown(v, at)
		}
	}
	quiet, brief := verbosity(args, 4)
	r.markArgument("shuffle", args, 8, "shuffle")
	if !r.validated {
		r.markArgument("validation", args, 6, "validation_split")
	}
	watchers := r.callbacks(t, args, epochs)
	args.restNamed([]string{"x", "y", "batch_size", "epochs", "verbose", "callbacks", "validation_split", "validation_data", "shuffle"}, func(arg eval.Arg, v *value) { r.fitArgument(args, arg, v) })
	r.places["fit"] = e.Span
	return r.trains(t, m, args, watchers, Output{Kind: Fit, From: 0, To: epochs, Of: epochs, Quiet: quiet, Brief: brief, Metric: r.metricLabel()})
}

// trains is what fit comes to, of which its callbacks can see each epoch.
func (r *reader) trains(t *eval.Thread, m *model, args *arguments, watchers []*watcher, output Output) (eval.Value, error) {
	var err error
	r.epochs = output.To
	if len(watchers) > 0 && !r.stopped {
		r.epochs, err = r.watch(t, m, watchers, output, args)
	} else {
		r.output(output, args.call.Span)
	}
	r.lastFit = &history{r, output.From, r.epochs, r.params(output)}
	return r.lastFit, err
}

// fitAgain trains on, where it is the same training: Keras goes on with the weights
// and the optimizer as they are.
func (r *reader) fitAgain(t *eval.Thread, m *model, args *arguments) (eval.Value, error) {
	e := args.call
	unknown := eval.Unknown{Why: eval.Trained, Text: "fit", At: e.Span}
	epochs := args.take(3, "epochs")
	n := 1
	if args.gave("epochs", 3) {
		n = int(epochs.number)
	}
	begins := args.take(-1, "initial_epoch")
	if begins.kind == numberValue {
		n -= int(begins.number)
	}
	x, y := args.take(0, "x"), args.take(1, "y")
	same := m == r.learner && !m.recompiled && r.batches == 0 && r.sameInputs(x) && slices.Equal(y.input().numbers, r.ys.numbers) &&
		(epochs.kind == numberValue && epochs.whole || !args.gave("epochs", 3)) && n >= 0
	for _, name := range []string{"batch_size", "shuffle", "validation_split"} {
		at := args.find(map[string]int{"batch_size": 2, "shuffle": 8, "validation_split": 6}[name], name)
		if at >= 0 {
			v := valueOf(e.List[at].Value, noSpan)
			same = same && r.setAlike(map[string]string{"batch_size": "batch", "shuffle": "shuffle", "validation_split": "validation"}[name], v.number)
		}
	}
	if !same || r.epochs+n > experiment.MaxEpochs {
		if r.trained == nil {
			r.report(Note, e.Span, "code_second_fit")
		}
		m.strayed = true
		return unknown, nil
	}
	r.laterCallbacks(args)
	r.before = r.epochs
	r.settings = slices.DeleteFunc(r.settings, func(s setting) bool { return s.key == "epochs" })
	r.set("epochs", itoa(r.epochs+n), args.span(3, "epochs"))
	delete(r.valueSpans, "epochs")
	if n > 0 && begins.kind != numberValue {
		r.markArgument("epochs", args, 3, "epochs")
	}
	quiet, brief := verbosity(args, 4)
	s := r.statementAt(t, "fit", e.Span)
	r.addStatement(s)
	return r.trains(t, m, args, r.watchers(args), Output{Kind: Fit, From: r.before, To: r.before + n, Start: r.before, Of: n, Quiet: quiet, Brief: brief, Metric: r.metricLabel()})
}

// setAlike reports whether a property has a number already.
func (r *reader) setAlike(key string, n float64) bool {
	for _, s := range r.settings {
		if s.key == key {
			was, problem := experiment.ParseNumber(s.text)
			return problem == nil && was == n
		}
	}
	return false
}

// trainOnBatch reads train_on_batch(xs, ys): an epoch of one batch, in the order of the
// points.
func (r *reader) trainOnBatch(t *eval.Thread, m *model, e *eval.Args) (eval.Value, error) {
	unknown := eval.Unknown{Why: eval.Trained, Text: "train_on_batch", At: e.Span}
	if r.stopped || r.fitted {
		return unknown, nil
	}
	args := r.arguments(e)
	if r.batches == 0 {
		built := m.isBuilt()
		r.modelNameOf(e)
		r.learn(m)
		if m.compiled == nil {
			r.report(Wrong, e.Span, "code_no_compile").kerasSays("ValueError: You must call `compile()` before using the model.")
		}
		s := r.statementAt(t, "train", e.Span)
		r.addStatement(s)
		r.xs, r.ys = r.data(args, 0, "x"), r.data(args, 1, "y")
		r.checkRank(m, built, r.xs.eval, args.span(0, "x"), itoa(len(r.xs.numbers)))
		r.checkOwnLoss(m)
		if len(r.xs.numbers) > 0 && len(r.ys.numbers) > 0 {
			r.lengths(args.span(1, "y"))
		}
		r.set("shuffle", "0", e.Span)
		if n := len(r.xs.numbers); n > experiment.Default().Batch {
			r.set("batch", itoa(n), e.Span)
		}
	} else if m != r.learner || !r.sameData(args) {
		if r.trained == nil {
			r.report(Note, e.Span, "code_second_fit")
		}
		m.strayed = true
		return unknown, nil
	}
	r.batches++
	r.before, r.epochs = r.epochs, r.batches
	r.settings = slices.DeleteFunc(r.settings, func(s setting) bool { return s.key == "epochs" })
	r.set("epochs", itoa(r.batches), e.Span)
	if r.trained != nil {
		if _, values := r.trained.Logged(r.epochs); len(values) == 1 {
			return numpy.New("float32", nil, values), nil
		}
	}
	return unknown, nil
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
func (r *reader) fraction(v *value, at python.Span) (p told, ok bool) {
	if v.whole || v.number != math.Trunc(v.number) || math.Abs(v.number) > experiment.MaxEpochs {
		return told{}, false // not even that is another problem
	}
	fixed := script.PythonNumber(v.number, true)
	return r.report(Mistake, at, "code_fraction", "text", script.PythonNumber(v.number, false), "fixed", fixed).fix(v.place(), fixed), true
}

func (r *reader) fitArgument(args *arguments, arg eval.Arg, v *value) {
	at := arg.Whole()
	switch arg.Name {
	case "shuffle":
		if v.kind == truthValue {
			r.set("shuffle", script.PythonNumber(v.number, true), at)
		} else {
			r.unknown(v, at)
		}
	case "validation_split":
		if v.kind == numberValue {
			r.set("validation", experiment.FormatNumber(v.number), at)
		} else {
			r.unknown(v, at)
		}
	case "validation_batch_size", "validation_freq":
		r.report(Note, at, "code_ignored", "text", arg.Name)
	case "initial_epoch":
		if v.kind != numberValue || v.number != 0 {
			p := r.report(Wrong, at, "code_unsupported", "text", arg.Name)
			p.Fix = append(p.Fix, args.without(-1, arg.Name))
		}
	case "validation_data", "class_weight", "sample_weight", "steps_per_epoch", "validation_steps":
		if v.kind != noneValue {
			r.report(Wrong, at, "code_unsupported", "text", arg.Name)
		}
	default:
		words := "an unexpected keyword argument '"
		if arg.Name == "x" || arg.Name == "y" {
			words = "multiple values for argument '"
		}
		r.badArgument(args, arg, "TypeError: TensorFlowTrainer.fit() got "+words+arg.Name+"'",
			"epochs", "batch_size", "verbose", "validation_split", "shuffle", "callbacks")
	}
}
