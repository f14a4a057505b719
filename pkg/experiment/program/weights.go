package program

import (
	"math"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
)

// constant are the initial weights of a layer whose initializers draw nothing; NaN for
// those that do.
type constant struct{ kernel, bias float64 }

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

// setWeights reads the initial weights: of each layer a kernel and a bias.
func (r *reader) setWeights(e *eval.Args) {
	args := r.arguments(e)
	v := args.take(0, "weights")
	r.places["weights"] = e.Span
	if u, ok := v.eval.(eval.Unknown); ok {
		r.unknown(&value{eval: u}, e.Span)
		return
	}
	items, ok := r.ownWeights(v.items)
	if !ok {
		r.report(Wrong, e.Span, "code_weights")
		return
	}
	if n := 2 * len(r.layers); len(items) != n && r.normalizer == nil {
		p := r.report(Wrong, e.Span, "code_weights_count", "text", itoa(len(items)), "expected", itoa(n))
		if r.learner.isBuilt() {
			p.kerasSays("ValueError: You called `set_weights(weights)` on layer '" + r.learner.title() + "' with a weight list of length " + itoa(len(items)) + ", but the layer was expecting " + itoa(n) + " weights.")
		}
		return
	}
	r.weights = []float32{}
	for i, item := range items {
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
		if len(r.layers) == 1 && len(items) == 2 && len(numbers) == 1 && r.width < 2 {
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

func floats32(values []float32, shape ...int) eval.Value {
	wide := make([]float64, len(values))
	for i, v := range values {
		wide[i] = float64(v)
	}
	return numpy.New("float32", shape, wide)
}

// parameters is how many weights and biases a model has; ok is false for one of other
// layers than the page's.
func (m *model) parameters() (count int, ok bool) {
	inputs := 1
	for _, layer := range m.layers {
		o, _ := layer.layer.(*object)
		if o != nil && o.norm != nil {
			return 0, false
		}
		if o == nil || o.word != "Dense" {
			continue
		}
		units := m.r.arguments(o.call).take(0, "units")
		if units.kind != numberValue {
			return 0, false
		}
		count += (inputs + 1) * int(units.number)
		inputs = int(units.number)
	}
	return count, count > 0
}

// givesWeights tells of a layer that is given weights, where the page takes those of the
// whole model alone.
func (r *reader) givesWeights(at python.Span) {
	switch {
	case r.trained != nil || r.muted > 0:
	case r.fitted:
		r.report(Note, at, "code_weights_later")
	default:
		r.report(Wrong, at, "code_layer_weights", "text", r.source(at))
	}
}

// assignedWeights tells of weights that the text assigns one by one before a training.
func (r *reader) assignedWeights(before int) {
	for _, name := range []string{".kernel.assign(", ".bias.assign("} {
		if at := strings.Index(r.text[:before], name); at >= 0 && !strings.Contains(r.text[lineStart(r.text, at):at], "#") {
			r.givesWeights(python.Span{Start: at + 1, End: at + len(name) - 1})
		}
	}
}
