package program

import (
	"slices"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
	"firstneuron/pkg/nn"
)

// sequential reads Sequential([…]).
func (r *reader) sequential(e *python.Expr) *value {
	if r.fitted || (r.learner != "" && r.target != r.learner) {
		r.arguments(e).done()
		return &value{Expr: e} // another model than the one that learns
	}
	r.role, r.modelAt, r.hasModel = "model", e.Span, true
	r.layers, r.compiled, r.penalized = nil, false, false
	r.spend(e.Span, len(r.settings)/8)
	r.settings = slices.DeleteFunc(r.settings, func(s setting) bool { return s.key != "seed" })
	r.places["layers"] = r.at
	args := r.arguments(e)
	if at := args.find(0, "layers"); at >= 0 {
		args.taken[at] = true
		list := e.Args[at].Expr
		if list.Kind != python.List && list.Kind != python.Tuple {
			r.addLayer(list, false)
		}
		for _, item := range list.Args {
			r.addLayer(item.Expr, false)
		}
	}
	args.done()
	return &value{kind: modelValue, Expr: e}
}

// addLayer reads one layer, of a list or of the method add.
func (r *reader) addLayer(item *python.Expr, added bool) {
	layer := r.eval(item)
	if layer.kind != objectValue {
		r.report(Wrong, item.Span, "code_layer", "text", r.source(item.Span))
		return
	}
	args := r.arguments(layer.Expr)
	switch layer.word {
	case "Dense":
		r.dense(args, item, added)
	case "Input", "InputLayer":
		if at := args.find(-1, "batch_shape", "batch_input_shape"); at >= 0 {
			r.batchShape(args.call.Args[at].Expr)
		} else {
			r.shape(args, args.take(0, "shape", "input_shape"), args.span(0, "shape", "input_shape"))
		}
		args.done()
	default:
		r.report(Wrong, item.Span, "code_layer", "text", layer.word)
	}
}

// shape checks that each example has one feature.
func (r *reader) shape(_ *arguments, v *value, at python.Span) {
	if v.kind == numberValue && v.Kind != python.Unknown && v.number == 1 {
		text := PythonNumber(v.number, v.whole)
		r.report(Mistake, v.Span, "code_shape", "text", text).
			kerasSays("ValueError: Cannot convert '"+text+"' to a shape.").fix(v.Span, "(1,)")
		return
	}
	if v.kind == listValue && len(v.numbers) == 1 && v.numbers[0] == 1 {
		return
	}
	r.report(Wrong, at, "code_one_feature", "text", r.source(at))
}

const invalidUnits = "ValueError: Received an invalid value for `units`, expected a positive integer. Received: units="

// batchShape checks a shape that begins with the size of a batch.
func (r *reader) batchShape(e *python.Expr) {
	if len(e.Args) == 2 {
		if v := r.eval(e.Args[1].Expr); v.kind == numberValue && v.number == 1 {
			return
		}
	}
	r.report(Wrong, e.Span, "code_one_feature", "text", r.source(e.Span))
}

func (r *reader) dense(args *arguments, item *python.Expr, added bool) {
	number := len(r.layers) + 1
	layer := experiment.Layer{Activation: "linear"}
	units, unitsAt := args.take(0, "units"), args.span(0, "units")
	switch {
	case !args.gave("units", 0):
		problem := r.report(Wrong, args.call.Span, "code_argument", "text", "units", "nearest", "units=1").
			kerasSays("TypeError: Dense.__init__() missing 1 required positional argument: 'units'")
		for _, arg := range args.call.Args {
			if arg.Name == "unit" || arg.Name == "neurons" {
				problem.fix(arg.At, "units")
			}
		}
		args.done()
		return
	case units.kind != numberValue:
		r.unknown(unitsAt)
	default:
		v, problem := experiment.ParseInt(PythonNumber(units.number, true), 1, experiment.MaxUnits)
		layer.Units = v
		if problem != nil {
			p := r.place(Wrong, unitsAt, problem)
			if !units.whole || units.number <= 0 {
				p.kerasSays(invalidUnits + units.pythonText())
			}
		} else if p := r.fraction(units, unitsAt); p != nil {
			p.kerasSays(invalidUnits + units.pythonText())
		}
	}
	r.markArgument(experiment.UnitsKey(number), args, 0, "units")
	r.markArgument(experiment.ActivationKey(number), args, 1, "activation")
	if args.gave("activation", 1) {
		layer.Activation = r.activation(args.take(1, "activation"), args.span(1, "activation"))
		r.places[experiment.ActivationKey(number)] = args.span(1, "activation")
	}
	if args.gave("kernel_regularizer", -1) {
		r.regularizer(args.take(-1, "kernel_regularizer"), args.span(-1, "kernel_regularizer"), number)
	} else if r.penalized {
		r.report(Wrong, args.call.Span, "code_regularizers")
	}
	r.inputShape(args, item, added)
	if bias := args.take(2, "use_bias"); args.gave("use_bias", 2) && (bias.kind != truthValue || bias.number != 1) {
		r.report(Wrong, args.span(2, "use_bias"), "code_unsupported", "text", "use_bias")
	}
	args.rest(func(arg python.Arg, v *value) {
		switch arg.Name {
		case "name", "dtype":
		case "kernel_initializer", "bias_initializer":
			if v.word != "glorot_uniform" && v.word != "zeros" {
				r.report(Note, argSpan(arg), "code_ignored", "text", arg.Name)
			}
		case "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint", "lora_rank":
			r.report(Wrong, argSpan(arg), "code_unsupported", "text", arg.Name)
		default:
			r.badArgument(arg, "ValueError: Unrecognized keyword arguments passed to Dense: {'"+arg.Name+"': "+v.pythonText()+"}",
				"units", "activation", "use_bias", "kernel_regularizer", "name")
		}
	})
	r.layers = append(r.layers, layer)
	r.places[experiment.UnitsKey(number)] = args.call.Span
}

// inputShape explains the shape that older programs give to the first layer.
func (r *reader) inputShape(args *arguments, item *python.Expr, added bool) {
	name := "input_shape"
	if args.gave("input_dim", -1) {
		name = "input_dim"
	}
	if !args.gave(name, -1) {
		return
	}
	v, at := args.take(-1, name), args.span(-1, name)
	if name == "input_dim" && v.kind == numberValue && v.number == 1 {
		v = &value{Expr: noExpr, kind: listValue, numbers: []float64{1}}
	}
	r.shape(args, v, at)
	input := r.names.keras + ".Input(shape=(1,))"
	problem := r.report(Mistake, at, "code_input_shape").kerasSays("UserWarning: Do not pass an `input_shape`/`input_dim` argument to a layer. " +
		"When using Sequential models, prefer using an `Input(shape)` object as the first layer in the model instead.")
	problem.Fix = append(problem.Fix, args.without(-1, name))
	if added {
		problem.fix(python.Span{Start: r.at.Start, End: r.at.Start}, r.names.model+".add("+input+")\n")
	} else {
		problem.fix(python.Span{Start: item.Start, End: item.Start}, input+", ")
	}
}

// activation reads a name of an activation, or the function itself.
func (r *reader) activation(v *value, at python.Span) string {
	name := v.word
	switch v.kind {
	case noneValue:
		return "linear"
	case textValue, nameValue:
	default:
		r.unknown(at)
		return "linear"
	}
	if name == "swish" {
		name = "silu"
	}
	if slices.Contains(experiment.Choices(experiment.ActivationKey(1)), name) {
		return name
	}
	if nn.KerasOnly(name) {
		r.report(Wrong, at, "code_unsupported", "text", name)
		return "linear"
	}
	one := experiment.Default()
	var nearest string
	if e, problem := one.With(experiment.ActivationKey(1), name); problem == nil {
		nearest = e.Layers[0].Activation // only its case was wrong
	} else {
		nearest = problem.Args["nearest"]
	}
	r.badName(v, at, "activation function", nearest)
	return "linear"
}

// regularizer reads one of Keras's regularizers, which every kernel has alike.
func (r *reader) regularizer(v *value, at python.Span, number int) {
	var l1, l2 float64
	if v.kind != noneValue {
		word := v.word
		if v.kind == objectValue && word == "l1_l2" {
			word = "l1l2" // a constructor's other name, which as a text Keras does not know
		}
		entry, known := nn.Regularizers().Lookup(word)
		sums := map[string]*float64{"l1": &l1, "l2": &l2}
		switch {
		case known && v.kind == textValue && sums[entry.Name] != nil:
			*sums[entry.Name] = 0.01
		case known && v.kind == objectValue:
			args := r.arguments(v.Expr)
			names := []string{entry.Name}
			if entry.Name == "l1l2" {
				names = []string{"l1", "l2"}
			}
			for i, name := range names {
				if *sums[name] = 0.01; len(names) > 1 || args.gave(name, i) {
					*sums[name] = args.take(i, name).number
				}
			}
		default:
			r.report(Wrong, at, "code_unsupported", "text", r.source(at))
			return
		}
	}
	if number > 1 && !r.samePenalty(l1, l2) {
		r.report(Wrong, at, "code_regularizers")
		return
	}
	r.penalized = l1 != 0 || l2 != 0
	if number == 1 {
		r.set("l1", experiment.FormatNumber(l1), at)
		r.set("l2", experiment.FormatNumber(l2), at)
	}
}

// samePenalty reports whether the first layer has the same regularization.
func (r *reader) samePenalty(l1, l2 float64) bool {
	var first [2]string
	for _, s := range r.settings {
		switch s.key {
		case "l1":
			first[0] = s.text
		case "l2":
			first[1] = s.text
		}
	}
	return first == [2]string{experiment.FormatNumber(l1), experiment.FormatNumber(l2)} || (first == [2]string{} && l1 == 0 && l2 == 0)
}

// setWeights reads the weights of one neuron.
func (r *reader) setWeights(e *python.Expr) {
	r.role = "weights"
	args := r.arguments(e)
	at := args.find(0, "weights")
	if at < 0 || (e.Args[at].Kind != python.List && e.Args[at].Kind != python.Tuple) || len(r.layers) != 1 || len(e.Args[at].Args) != 2 {
		args.done()
		r.report(Note, e.Span, "code_weights")
		return
	}
	for i, key := range []string{"w", "b"} {
		item := e.Args[at].Args[i].Expr
		v := r.eval(item)
		if v.kind != arrayValue && v.kind != listValue || len(v.numbers) != 1 || v.rows != (i == 0) {
			r.report(Wrong, item.Span, "start_needs_one_neuron")
			return
		}
		r.set(key, experiment.FormatNumber(v.numbers[0]), e.Span)
	}
}
