package program

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
)

// learningRate is the learning rate of an optimizer as a variable of Keras, which a
// program reads and gives another number.
type learningRate struct{ of *object }

// Class returns the name of the type.
func (learningRate) Class() string { return "Variable" }

// Attr is what changes the rate, and its number.
func (v learningRate) Attr(t *eval.Thread, name string) (eval.Value, error) {
	switch name {
	case "assign":
		return &eval.Builtin{Name: name, TakesUnknown: true, Fn: func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if given := argument(args); given != nil {
				v.of.giveRate(t, given)
			}
			return eval.None{}, nil
		}}, nil
	case "numpy", "value":
		return eval.NewBuiltin(name, func(t *eval.Thread, _ *eval.Args) (eval.Value, error) {
			if n, _, ok := v.Real(); ok {
				return numpy.NewScalar("float32", n), nil
			}
			return t.Lacks("learning_rate." + name), nil
		}), nil
	}
	return t.Lacks("learning_rate." + name), nil
}

// Real is the rate in the 32 bits that Keras keeps it with.
func (v learningRate) Real() (n float64, whole, ok bool) {
	rate := v.of.rate
	if rate == nil {
		args := v.of.r.arguments(v.of.call)
		if !args.gave("learning_rate", 0) {
			entry, known := nn.Optimizers().Lookup(v.of.word)
			if !known {
				return 0, false, false
			}
			standard, problem := experiment.Default().With("optimizer", entry.Name)
			n, _ := experiment.ParseNumber(standard.Value("lr"))
			return float64(float32(n)), false, problem == nil
		}
		rate = args.take(0, "learning_rate")
	}
	return float64(float32(rate.number)), false, rate.kind == numberValue
}

// Repr is as Keras writes a variable.
func (v learningRate) Repr(t *eval.Thread) (string, error) {
	n, _, ok := v.Real()
	if !ok {
		return "", t.Lacking("learning_rate")
	}
	text, err := t.Repr(eval.Float{V: n})
	return "<Variable path=" + strings.ToLower(v.of.word) + "/learning_rate, shape=(), dtype=float32, value=" + text + ">", err
}

// Str is its Repr.
func (v learningRate) Str(t *eval.Thread) (string, error) { return v.Repr(t) }

// SetAttr is what a program gives an object of Keras besides its arguments: the learning
// rate of an optimizer, and whether a layer learns. Of a layer that the page lacks it is
// told where the layer is added.
func (o *object) SetAttr(t *eval.Thread, name string, v eval.Value) error {
	switch {
	case name == "learning_rate" && isOptimizer(o.word):
		o.giveRate(t, v)
	case name == "trainable":
		o.r.frozen(t, v)
	}
	return nil
}

// isOptimizer reports whether a class of Keras is an optimizer.
func isOptimizer(word string) bool {
	entry, known := nn.Optimizers().Lookup(word)
	return known && entry.Class == word
}

// giveRate gives an optimizer another learning rate. After the first training, what is
// trained next is another training; in a callback, which readWatcher tells of, nothing is
// known of it here.
func (o *object) giveRate(t *eval.Thread, v eval.Value) {
	if o.r.muted > 0 {
		return
	}
	given := valueOf(v, t.Statement().Span)
	if m := o.r.learner; m != nil && m.optimizer() == o {
		if given.kind != numberValue || !o.r.setAlike("lr", given.number) {
			m.recompiled = true
		}
		return
	}
	o.rate = given
}

// ownRate sets the learning rate that an optimizer was given after it was made.
func (r *reader) ownRate(o *object) {
	if o == nil || o.rate == nil {
		return
	}
	if o.rate.kind != numberValue {
		r.rate(o.rate, o.rate.Span)
		return
	}
	r.set("lr", experiment.FormatNumber(o.rate.number), o.rate.place())
	if o.rate.origin != noSpan {
		r.valueSpans["lr"] = valueSpan{Span: o.rate.origin}
	}
}

// rate reads a learning rate: a number. A schedule of Keras, or a function, changes it
// while a model trains, which the page does not.
func (r *reader) rate(v *value, at python.Span) {
	_, own := v.eval.(*eval.Function)
	_, schedule := nn.Schedules().Lookup(v.word)
	schedule = schedule && v.object != nil
	switch {
	case v.object != nil && !schedule:
		r.report(Wrong, at, "code_unsupported", "text", v.word)
		return
	case schedule || own:
		text := v.word
		if own {
			text = r.source(v.place())
		}
		p := r.report(Wrong, at, "code_schedule", "text", text)
		if v.object == nil {
			return
		}
		args := r.arguments(v.object.call)
		first := args.take(0, "initial_learning_rate")
		if values := args.take(1, "values"); values.kind != numberValue && len(values.numbers) > 0 { // a piecewise constant
			first = &value{kind: numberValue, number: values.numbers[0]}
		}
		if first.kind == numberValue && v.Span != noSpan {
			p.fix(v.Span, script.PythonNumber(first.number, false))
		}
		return
	case v.kind != numberValue:
		r.unknown(v, at)
		return
	case v.whole:
		fixed := script.PythonNumber(v.number, false)
		r.report(Mistake, at, "code_whole_rate", "text", v.pythonText(), "fixed", fixed).
			kerasSays("ValueError: Argument `learning_rate` should be float, or an instance of LearningRateSchedule, or a callable "+
				"(that takes in the current iteration value and returns the corresponding learning rate value). Received instead: learning_rate="+v.pythonText()).
			fix(v.place(), fixed)
	}
	r.set("lr", experiment.FormatNumber(v.number), at)
}

// frozen tells of a model or a layer that is not to learn.
func (r *reader) frozen(t *eval.Thread, v eval.Value) {
	if b, known := v.(eval.Bool); known && b.V || r.trained != nil || r.muted > 0 {
		return
	}
	at := t.Statement().Span
	severity := Wrong
	if r.fitted {
		severity = Note
	}
	r.report(severity, at, "code_unsupported", "text", r.source(at))
}
