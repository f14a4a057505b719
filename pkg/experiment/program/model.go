package program

import (
	"math"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/spelling"
)

// constant are the initial weights of a layer whose initializers draw nothing; NaN for
// those that do.
type constant struct{ kernel, bias float64 }

// learn reads the model that is trained first, with what it was compiled with: only
// now is it known which one that is.
func (r *reader) learn(m *model) {
	r.learner, r.hasModel, r.modelAt = m, true, m.call.Span
	r.statements = append(r.statements, m.statements...)
	r.places["layers"] = m.at
	args := r.arguments(m.call)
	if at := args.find(0, "layers"); at >= 0 && !m.functional {
		list := args.take(0, "layers")
		if list.items == nil && list.kind != listValue && list.kind != noneValue {
			r.addLayer(use{m.call.List[at].Value, list.Span, false})
		}
	}
	units := 0
	for i, layer := range m.layers {
		if o, ok := layer.layer.(*object); ok && o.word == "Dense" {
			o.at = units
			units++
		}
		r.layerPlace(m, i)
		r.addLayer(layer)
	}
	if m.compiled != nil {
		r.compile(m.compiled)
	}
	if m.weights != nil {
		r.setWeights(m.weights)
	}
}

// layerPlace makes the statement known in which a layer is added.
func (r *reader) layerPlace(m *model, i int) { r.modelName, r.layerNumber = m.name, i }

// addLayer reads one layer, of a list or of the method add.
func (r *reader) addLayer(item use) {
	if input, ok := item.layer.(*tensor); ok && len(input.layers) == 1 {
		item.layer = input.layers[0].layer // keras.Input in a Sequential
	}
	layer := valueOf(item.layer, item.at)
	if layer.kind != objectValue {
		if u, ok := item.layer.(eval.Unknown); ok {
			r.report(Wrong, item.at, "code_layer", "text", u.Text)
			return
		}
		r.report(Wrong, item.at, "code_layer", "text", r.source(item.at))
		return
	}
	args := r.arguments(layer.object.call)
	switch layer.word {
	case "Dense":
		r.dense(args, item)
	case "Input", "InputLayer":
		if r.layerNumber > 0 && item.added {
			r.report(Wrong, item.at, "code_second_input").
				kerasSays("ValueError: Sequential model 'sequential' has already been configured to use input shape (None, 1). " +
					"You cannot add a different Input layer to it.")
			return
		}
		if at := args.find(-1, "batch_shape", "batch_input_shape"); at >= 0 {
			r.batchShape(args.take(-1, "batch_shape", "batch_input_shape"))
		} else {
			r.shape(args, args.take(0, "shape", "input_shape"), args.span(0, "shape", "input_shape"))
		}
	case "Flatten": // of one number is that number
		if args.gave("input_shape", -1) {
			r.shape(args, args.take(-1, "input_shape"), args.span(-1, "input_shape"))
		}
	case "Dropout":
		if rate := args.take(0, "rate"); rate.kind != numberValue || rate.number != 0 {
			r.report(Wrong, item.at, "code_layer", "text", layer.word)
		}
	default:
		if name, ok := r.activationLayer(layer.word, args); ok {
			r.activate(name, item, args)
			return
		}
		r.report(Wrong, item.at, "code_layer", "text", layer.word)
	}
}

// activationLayer returns the activation that a layer of its own computes; "" for one
// that the page lacks.
func (r *reader) activationLayer(word string, args *arguments) (name string, ok bool) {
	switch word {
	case "Activation":
		return r.activation(args.take(0, "activation"), args.span(0, "activation")), true
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

// softmaxOfOne reports the softmax of a single unit, which is always 1.
func (r *reader) softmaxOfOne(layer experiment.Layer, at python.Span) {
	if layer.Activation == "softmax" && layer.Units == 1 {
		r.report(Wrong, at, "code_unsupported", "text", layer.Activation)
	}
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

// takesWidth notes how many numbers each example has, where the page can have so many.
func (r *reader) takesWidth(n float64, at python.Span) bool {
	if n != math.Trunc(n) || n < 1 || n > float64(maxColumns) {
		return false
	}
	r.width, r.widthAt = int(n), at
	return true
}

// shape reads how many features each example has.
func (r *reader) shape(_ *arguments, v *value, at python.Span) {
	if v.kind == numberValue && v.number == 1 {
		text := script.PythonNumber(v.number, v.whole)
		r.report(Mistake, v.Span, "code_shape", "text", text).
			kerasSays("ValueError: Cannot convert '"+text+"' to a shape.").fix(v.place(), "(1,)")
		return
	}
	if v.kind == listValue && len(v.numbers) == 1 && r.takesWidth(v.numbers[0], at) {
		return
	}
	r.report(Wrong, at, "code_one_feature", "text", r.source(at))
}

const invalidUnits = "ValueError: Received an invalid value for `units`, expected a positive integer. Received: units="

// batchShape checks a shape that begins with the size of a batch.
func (r *reader) batchShape(v *value) {
	if len(v.items) == 2 {
		if n, ok := eval.AsFloat(v.items[1]); ok && r.takesWidth(n, v.Span) {
			return
		}
	}
	r.report(Wrong, v.Span, "code_one_feature", "text", r.source(v.Span))
}

func (r *reader) dense(args *arguments, item use) {
	number := len(r.layers) + 1
	layer := experiment.Layer{Activation: "linear"}
	units, unitsAt := args.take(0, "units"), args.span(0, "units")
	switch {
	case !args.gave("units", 0):
		problem := r.report(Wrong, args.call.Span, "code_argument", "text", "units", "nearest", "units=1").
			kerasSays("TypeError: Dense.__init__() missing 1 required positional argument: 'units'")
		for _, arg := range args.call.List {
			if arg.Name == "unit" || arg.Name == "neurons" {
				problem.fix(arg.At, "units")
			}
		}
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
		r.report(Wrong, args.span(2, "use_bias"), "code_unsupported", "text", "use_bias")
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
				"units", "activation", "use_bias", "kernel_regularizer", "name")
		}
	})
	r.layers = append(r.layers, layer)
	r.places[experiment.UnitsKey(number)] = args.call.Span
}

// initializers reads how the weights begin: what draws nothing can be done here, as can
// Keras's own way to draw them.
func (r *reader) initializers(args *arguments) constant {
	c := constant{math.NaN(), 0}
	for i, name := range []string{"kernel_initializer", "bias_initializer"} {
		if !args.gave(name, 3+i) {
			continue
		}
		v, at := args.take(3+i, name), args.span(3+i, name)
		n := math.NaN()
		switch strings.ToLower(strings.TrimSuffix(v.word, "_initializer")) {
		case "zeros", "zero":
			n = 0
		case "ones", "one":
			n = 1
		case "constant":
			n = 0
			if v.object != nil {
				if x := r.arguments(v.object.call).take(0, "value"); x.kind == numberValue {
					n = x.number
				}
			}
		case "glorot_uniform", "glorotuniform":
			if i == 0 {
				continue
			}
		}
		if v.kind == noneValue && i == 1 {
			n = 0
		}
		if math.IsNaN(n) {
			r.report(Note, at, "code_initializer", "text", r.source(v.Span))
			continue
		}
		if i == 0 {
			c.kernel = n
		} else {
			c.bias = n
		}
	}
	return c
}

// starts makes the initial weights of initializers that draw nothing.
func (r *reader) starts() {
	if r.weights != nil || len(r.constants) != len(r.layers) {
		return
	}
	drawn, given := 0, 0
	for _, c := range r.constants {
		if math.IsNaN(c.kernel) {
			drawn++
		}
		if !math.IsNaN(c.kernel) || c.bias != 0 {
			given++
		}
	}
	switch {
	case given == 0:
		return
	case drawn > 0:
		r.report(Wrong, r.modelAt, "code_initializer", "text", "kernel_initializer")
		return
	case len(r.layers) == 1 && r.layers[0].Units == 1 && r.xs.seconds == nil:
		r.set("w", experiment.FormatNumber(r.constants[0].kernel), r.places[experiment.UnitsKey(1)])
		r.set("b", experiment.FormatNumber(r.constants[0].bias), r.places[experiment.UnitsKey(1)])
		return
	}
	inputs := max(r.width, 1)
	for i, layer := range r.layers {
		for range inputs * layer.Units {
			r.weights = append(r.weights, float32(r.constants[i].kernel))
		}
		for range layer.Units {
			r.weights = append(r.weights, float32(r.constants[i].bias))
		}
		inputs = layer.Units
	}
	r.places["weights"] = r.modelAt
}

// inputShape explains the shape that older programs give to the first layer. Keras
// passes over that of any other.
func (r *reader) inputShape(args *arguments, item use) {
	name := "input_shape"
	if args.gave("input_dim", -1) {
		name = "input_dim"
	}
	if !args.gave(name, -1) {
		return
	}
	v, at := args.take(-1, name), args.span(-1, name)
	first := r.layerNumber == 0
	if name == "input_dim" && v.kind == numberValue {
		v = &value{kind: listValue, numbers: []float64{v.number}}
	}
	if first {
		r.shape(args, v, at)
	}
	dimensions := []string{"1"}
	switch v.kind {
	case numberValue:
		dimensions = []string{script.PythonNumber(v.number, true)}
	case listValue:
		dimensions = nil
		for _, n := range v.numbers {
			dimensions = append(dimensions, script.PythonNumber(n, true))
		}
	}
	shape := strings.Join(dimensions, ", ")
	if len(dimensions) == 1 {
		shape += ","
	}
	input := r.names.Keras + ".Input(shape=(" + shape + "))"
	problem := r.report(Mistake, at, "code_input_shape").kerasSays("UserWarning: Do not pass an `input_shape`/`input_dim` argument to a layer. " +
		"When using Sequential models, prefer using an `Input(shape)` object as the first layer in the model instead.")
	problem.Fix = append(problem.Fix, args.without(-1, name))
	switch {
	case !first:
	case item.added:
		line := r.text[lineStart(r.text, item.at.Start):item.at.Start]
		start := lineStart(r.text, item.at.Start) + len(line) - len(strings.TrimLeft(line, " \t"))
		problem.fix(python.Span{Start: start, End: start}, r.modelName+".add("+input+")\n"+line[:len(line)-len(strings.TrimLeft(line, " \t"))])
	default:
		problem.fix(python.Span{Start: item.at.Start, End: item.at.Start}, input+", ")
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

// setWeights reads the initial weights: of each layer a kernel and a bias.
func (r *reader) setWeights(e *eval.Args) {
	args := r.arguments(e)
	v := args.take(0, "weights")
	r.places["weights"] = e.Span
	if u, ok := v.eval.(eval.Unknown); ok {
		r.unknown(&value{eval: u}, e.Span)
		return
	}
	r.weights = []float32{}
	for i, item := range v.items {
		at := v.Span
		x := valueOf(item, at)
		numbers := x.numbers
		if a, ok := item.(eval.Array); ok {
			numbers = a.Floats()
			if shape := a.Shape(); len(shape) != 2-i%2 {
				r.report(Wrong, at, "start_needs_one_neuron")
				return
			}
		} else if x.kind != listValue || x.rows != (i%2 == 0) {
			r.report(Wrong, at, "start_needs_one_neuron")
			return
		}
		if len(r.layers) == 1 && len(v.items) == 2 && len(numbers) == 1 && r.width < 2 {
			key := [2]string{"w", "b"}[i]
			r.set(key, experiment.FormatNumber(numbers[0]), e.Span)
			if len(x.origins) == 1 && x.origins[0] != noSpan {
				r.valueSpans[key] = valueSpan{Span: x.origins[0]}
			}
		}
		for _, n := range numbers {
			r.weights = append(r.weights, float32(n))
		}
	}
}
