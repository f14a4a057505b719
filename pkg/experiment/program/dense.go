package program

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
)

const invalidUnits = "ValueError: Received an invalid value for `units`, expected a positive integer. Received: units="

func (r *reader) dense(args *arguments, item use) {
	number := len(r.layers) + 1
	layer := experiment.Layer{Activation: "linear"}
	units, unitsAt := args.take(0, "units"), args.span(0, "units")
	switch {
	case !args.gave("units", 0):
		const keras = "TypeError: Dense.__init__() missing 1 required positional argument: 'units'"
		for _, arg := range args.call.List {
			if renamed[arg.Name] == "units" || arg.Name == "unit" || arg.Name == "neurons" {
				r.report(Wrong, arg.Whole(), "code_argument", "text", arg.Name, "nearest", "units").kerasSays(keras).fix(arg.At, "units")
				return
			}
		}
		r.report(Wrong, args.call.Span, "code_argument", "text", "units", "nearest", "units=1").kerasSays(keras)
		return
	case units.kind != numberValue:
		r.unknown(units, unitsAt)
	default:
		v, problem := experiment.ParseInt(script.PythonNumber(units.number, true), 1, experiment.MaxUnits)
		layer.Units = v
		if problem != nil {
			p := r.place(Wrong, unitsAt, problem)
			if !units.whole || units.number <= 0 {
				p.kerasSays(invalidUnits + units.pythonText())
			}
		} else if p, ok := r.fraction(units, unitsAt); ok {
			p.kerasSays(invalidUnits + units.pythonText())
		}
	}
	r.markArgument(experiment.UnitsKey(number), args, 0, "units")
	r.markArgument(experiment.ActivationKey(number), args, 1, "activation")
	if args.gave("activation", 1) {
		layer.Activation = r.activation(args.take(1, "activation"), args.span(1, "activation"))
		r.places[experiment.ActivationKey(number)] = args.span(1, "activation")
		r.softmaxOfOne(layer, args.span(1, "activation"))
	}
	if args.gave("kernel_regularizer", -1) {
		r.regularizer(args.take(-1, "kernel_regularizer"), args.span(-1, "kernel_regularizer"), number)
	} else if r.penalized {
		r.report(Wrong, args.call.Span, "code_regularizers")
	}
	r.inputShape(args, item)
	if bias := args.take(2, "use_bias"); args.gave("use_bias", 2) && (bias.kind != truthValue || bias.number != 1) {
		p := r.report(Wrong, args.span(2, "use_bias"), "code_bias")
		p.Fix = append(p.Fix, args.without(2, "use_bias"))
	}
	r.constants = append(r.constants, r.initializers(args))
	args.restNamed([]string{"units", "activation", "use_bias", "kernel_initializer", "bias_initializer", "kernel_regularizer"}, func(arg eval.Arg, v *value) {
		switch arg.Name {
		case "name", "dtype":
		case "trainable":
			if v.kind != truthValue || v.number != 1 {
				r.report(Wrong, arg.Whole(), "code_unsupported", "text", r.source(arg.Whole()))
			}
		case "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint", "lora_rank", "lora_alpha", "quantization_config", "autocast":
			if v.kind != noneValue {
				r.report(Wrong, arg.Whole(), "code_unsupported", "text", arg.Name)
			}
		default:
			r.badArgument(args, arg, "ValueError: Unrecognized keyword arguments passed to Dense: {'"+arg.Name+"': "+v.pythonText()+"}",
				"units", "activation", "use_bias", "kernel_initializer", "kernel_regularizer", "name")
		}
	})
	r.layers = append(r.layers, layer)
	r.places[experiment.UnitsKey(number)] = args.call.Span
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
			args := r.arguments(v.object.call)
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
