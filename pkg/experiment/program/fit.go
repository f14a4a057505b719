package program

import (
	"math"
	"slices"
	"strings"

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
	watchers := r.callbacks(args)
	args.restNamed([]string{"x", "y", "batch_size", "epochs", "verbose", "callbacks", "validation_split", "validation_data", "shuffle"}, func(arg eval.Arg, v *value) { r.fitArgument(args, arg, v) })
	r.places["fit"] = e.Span
	return r.trains(t, m, args, watchers, Output{Kind: Fit, From: 0, To: epochs, Of: epochs, Quiet: quiet, Brief: brief})
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

// validationData reads points that are given to be measured and not trained on: they
// come after the others, with the part of all that they are.
func (r *reader) validationData(args *arguments) {
	at := args.find(7, "validation_data")
	if at < 0 {
		return
	}
	given := valueOf(args.call.List[at].Value, args.call.List[at].Span)
	if len(given.items) != 2 || args.gave("validation_split", 6) {
		return // which is told of with the other arguments
	}
	x, y := valueOf(given.items[0], given.Span).input(), valueOf(given.items[1], given.Span).input()
	r.unfold(x)
	n, all := len(x.numbers), len(r.xs.numbers)+len(x.numbers)
	if (x.seconds != nil) != (r.xs.seconds != nil) {
		return
	}
	if n == 0 || n != len(y.numbers) || len(r.xs.numbers) != len(r.ys.numbers) || all == n {
		return
	}
	args.taken[at] = true
	for _, part := range []struct{ data, more *value }{{r.xs, x}, {r.ys, y}} {
		if len(part.data.origins) != len(part.data.numbers) || len(part.more.origins) != n {
			part.data.origins = nil
		} else {
			part.data.origins = slices.Concat(part.data.origins, part.more.origins)
		}
		part.data.numbers = slices.Concat(part.data.numbers, part.more.numbers)
		part.data.seconds = slices.Concat(part.data.seconds, part.more.seconds)
	}
	split := (float64(n) - 0.5) / float64(all) // which rounds to n whatever the digits
	for percent := 1; percent < 100; percent++ {
		if int(float64(all)*(1-float64(percent)/100)) == all-n {
			split = float64(percent) / 100
			break
		}
	}
	r.set("validation", experiment.FormatNumber(split), args.call.List[at].Whole())
	r.validated = true
}

// modelNameOf is what the program calls the model in a call of one of its methods.
func (r *reader) modelNameOf(e *eval.Args) {
	callee := r.text[e.Callee.Start:e.Callee.End]
	if i := strings.LastIndexByte(callee, '.'); i > 0 {
		r.names.Model = callee[:i]
	}
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
		return unknown, nil
	}
	r.before = r.epochs
	r.settings = slices.DeleteFunc(r.settings, func(s setting) bool { return s.key == "epochs" })
	r.set("epochs", itoa(r.epochs+n), args.span(3, "epochs"))
	delete(r.valueSpans, "epochs")
	if n > 0 {
		r.markArgument("epochs", args, 3, "epochs")
	}
	quiet, brief := verbosity(args, 4)
	s := r.statementAt(t, "fit", e.Span)
	r.addStatement(s)
	return r.trains(t, m, args, r.watchers(args), Output{Kind: Fit, From: r.before, To: r.before + n, Start: r.before, Of: n, Quiet: quiet, Brief: brief})
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
		r.modelNameOf(e)
		r.learn(m)
		if m.compiled == nil {
			r.report(Wrong, e.Span, "code_no_compile").kerasSays("ValueError: You must call `compile()` before using the model.")
		}
		s := r.statementAt(t, "train", e.Span)
		r.addStatement(s)
		r.xs, r.ys = r.data(args, 0, "x"), r.data(args, 1, "y")
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

// sameData reports whether a call has the data of the training.
func (r *reader) sameData(args *arguments) bool {
	x, y := args.take(0, "x"), args.take(1, "y")
	if eval.Same(x.eval, r.xs.eval) && eval.Same(y.eval, r.ys.eval) {
		return true
	}
	return r.sameInputs(x) && slices.Equal(y.input().numbers, r.ys.numbers)
}

// sameInputs reports whether a value has the places of the training.
func (r *reader) sameInputs(x *value) bool {
	x = x.input()
	r.unfold(x)
	return x.sameNumbers(r.xs)
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
	case "initial_epoch", "validation_batch_size", "validation_freq":
		r.report(Note, at, "code_ignored", "text", arg.Name)
	case "validation_data", "class_weight", "sample_weight", "steps_per_epoch", "validation_steps":
		if v.kind != noneValue {
			r.report(Wrong, at, "code_unsupported", "text", arg.Name)
		}
	default:
		r.badArgument(args, arg, "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument '"+arg.Name+"'",
			"epochs", "batch_size", "verbose", "validation_split", "shuffle", "callbacks")
	}
}

// data reads an argument that holds points.
func (r *reader) data(args *arguments, position int, name string) *value {
	at := args.span(position, name)
	v := args.take(position, name).input()
	if name == "y" && len(r.xs.numbers) > 0 && !args.gave(name, position) {
		r.place(Wrong, at, experiment.MissingValues("x", len(r.xs.numbers)))
		return &value{}
	}
	if v.wide && (name != "x" || !r.unfold(v)) {
		code := "code_one_feature"
		if name == "x" && v.cols > 2 && v.cols <= maxColumns {
			code = "code_features"
		}
		r.report(Wrong, at, code, "text", r.source(at))
		return &value{}
	}
	r.listAsArray(v, name)
	if v.kind != arrayValue && v.kind != listValue || len(v.numbers) == 0 {
		r.unknown(v, at)
		return &value{}
	}
	r.places[name+"s"] = at
	return v
}

// listAsArray explains that Keras wants arrays where a list, or a number, is
// given.
func (r *reader) listAsArray(v *value, name string) {
	if v.kind != listValue && v.kind != numberValue {
		return
	}
	code, opening, closing := "code_list", r.names.NumPy+".array(", ")"
	if v.kind == numberValue {
		code, opening, closing = "code_number", opening+"[", "]"+closing
	}
	if v.End <= v.Start {
		return
	}
	place := v.place()
	r.report(Mistake, place, code, "text", r.source(place)).
		kerasSays("ValueError: Unrecognized data type: "+name+"="+v.pythonText()+" (of type <class '"+v.pythonClass()+"'>)").
		fix(python.Span{Start: place.Start, End: place.Start}, opening).fix(python.Span{Start: place.End, End: place.End}, closing)
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
	if o := longer.origins; len(o) > keep && keep > 0 && !slices.Contains(o[keep-1:], noSpan) && o[keep-1].End < o[len(o)-1].End {
		p.fix(python.Span{Start: o[keep-1].End, End: o[len(o)-1].End}, "")
	}
}

// predict reads predict(np.array([10.0])): the first x is the one to predict,
// the others are asked besides. What is asked for a plot alone asks nothing of the
// page: see [reader.wantsAnswer].
func (r *reader) predict(t *eval.Thread, m *model, e *eval.Args, method string) (eval.Value, error) {
	unknown := eval.Unknown{Why: eval.Trained, Text: "predict", At: e.Span}
	if r.learner != nil && m != r.learner || r.stopped {
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

// evaluate reads evaluate(xs, ys), whose ys are true ones.
func (r *reader) evaluate(t *eval.Thread, m *model, e *eval.Args) (eval.Value, error) {
	unknown := eval.Unknown{Why: eval.Trained, Text: "evaluate", At: e.Span}
	if m != r.learner || r.stopped {
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
	if len(x.numbers) == 0 || len(x.numbers) != len(y.numbers) || (x.seconds != nil) != (r.xs.seconds != nil) {
		if r.trained == nil {
			r.report(Note, e.Span, "code_not_run", "text", r.source(e.Span))
		}
		return unknown, nil
	}
	r.output(Output{Kind: Evaluate, Places: x.places(), Ys: y.numbers, Quiet: quiet, Brief: brief, Epoch: r.epochs}, e.Span)
	if r.trained != nil {
		values := r.trained.Evaluate(r.epochs, x.places(), y.numbers)
		if named := args.take(-1, "return_dict"); named.kind == truthValue && named.number == 1 {
			names, d := r.logNames(), eval.NewDict()
			for i, v := range values {
				d.Put(names[i], eval.Float{V: float64(float32(v))})
			}
			return d, nil
		}
		list := &eval.List{}
		for _, v := range values {
			list.Items = append(list.Items, eval.Float{V: float64(float32(v))})
		}
		switch len(values) {
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
	r.truths = append(r.truths, truth{x.places(), y.numbers, at, e.Span})
	return unknown, nil
}

// truth are points whose loss is asked.
type truth struct {
	xs   []experiment.Place
	ys   []float64
	at   python.Span
	call python.Span
}

// askTruths reads the true ys of xs to predict.
func (r *reader) askTruths() {
	for _, asked := range r.truths {
		for i, x := range asked.xs {
			r.ask(experiment.Query{X: x, Y: asked.ys[i], Known: true}, asked.at)
			for k, q := range r.asked {
				if q.X == x {
					r.places[experiment.TruthKey(k+1)] = asked.call
				}
			}
		}
	}
}
