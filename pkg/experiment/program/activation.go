package program

import (
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/spelling"
)

// activationLayer returns the activation that a layer of its own computes; "" for one
// that the page lacks.
func (r *reader) activationLayer(word string, args *arguments) (name string, ok bool) {
	switch word {
	case "Activation":
		return r.activation(args.take(0, "activation"), args.span(0, "activation")), true
	case "Softmax":
		if axis := args.take(0, "axis"); !args.gave("axis", 0) || axis.number == -1 {
			return "softmax", true
		}
		return "", true
	case "ReLU":
		for _, arg := range args.call.List {
			if v := valueOf(arg.Value, arg.Span); arg.Name != "name" && v.kind != noneValue && v.number != 0 {
				return "", true
			}
		}
		return "relu", true
	case "LeakyReLU": // whose slope is 0.3, and 0.2 as an activation
		if slope := args.take(0, "negative_slope", "alpha"); slope.kind == numberValue && slope.number == 0.2 {
			return "leaky_relu", true
		}
		return "", true
	case "ELU":
		if alpha := args.take(0, "alpha"); !args.gave("alpha", 0) || alpha.number == 1 {
			return "elu", true
		}
		return "", true
	}
	return "", false
}

// activate gives the layer before an activation of its own this activation.
func (r *reader) activate(name string, item use, args *arguments) {
	n := len(r.layers)
	if name == "" || n == 0 || (r.layers[n-1].Activation != "linear" && name != "linear") {
		r.report(Wrong, item.at, "code_layer", "text", r.source(args.call.Span))
		return
	}
	if name == "linear" {
		return
	}
	r.layers[n-1].Activation = name
	r.softmaxOfOne(r.layers[n-1], args.call.Span)
	key := experiment.ActivationKey(n)
	r.places[key] = args.call.Span
	delete(r.valueSpans, key)
	r.markArgument(key, args, 0, "activation")
	if len(args.call.List) == 0 {
		delete(r.valueSpans, key)
	}
}

// activation reads a name of an activation, or the function itself.
func (r *reader) activation(v *value, at python.Span) string {
	name := v.word
	switch v.kind {
	case noneValue:
		return "linear"
	case textValue, nameValue:
	case objectValue: // a layer, which Keras takes for its activation
		if of, ok := r.activationLayer(v.word, r.arguments(v.object.call)); ok && of != "" {
			return of
		}
		r.report(Wrong, at, "code_unsupported", "text", r.source(v.object.call.Span))
		return "linear"
	default:
		if own, is := v.eval.(*eval.Function); is {
			r.report(Wrong, at, "code_unsupported", "text", own.Name)
			return "linear"
		}
		r.unknown(v, at)
		return "linear"
	}
	if name == "swish" {
		name = "silu"
	}
	if slices.Contains(experiment.Choices(experiment.ActivationKey(1)), name) || name == "softmax" {
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
		nearest = spelling.Near(name, experiment.Choices(experiment.ActivationKey(1)))
	}
	r.badName(v, at, "activations", "activation function", nearest)
	return "linear"
}

// softmaxOfOne reports the softmax of a single unit, which is always 1.
func (r *reader) softmaxOfOne(layer experiment.Layer, at python.Span) {
	if layer.Activation == "softmax" && layer.Units == 1 {
		r.report(Wrong, at, "code_unsupported", "text", layer.Activation)
	}
}
