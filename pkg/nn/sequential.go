package nn

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
)

// Sequential is a model whose layers are listed in order: each takes what the
// one before gives. Make one with [NewSequential].
//
// A Sequential is not safe for use by several goroutines at once.
type Sequential struct {
	layers []Layer
	inputs int // features of a row of x
	// outputs is the units of the last layer.
	outputs int
	// params and gradients hold every variable one after the other, so that an
	// optimizer is one loop; the layers' variables are parts of them.
	params, gradients []float32
	vars              []*variable

	optimizerState *optimizerState // the optimizer at work
	loss           Loss
	metrics        []Metric
	// buildErr says why the layers do not fit together; every method returns it.
	buildErr error
}

// maxParams is the largest model: half a gigabyte of weights and gradients.
const maxParams = 1 << 26

// NewSequential returns a model of layers, the first of which says its input
// shape, with initial weights drawn from seed 0: see [Sequential.Initialize].
// What is wrong with the layers is reported by [Sequential.Compile], and by
// every other method that computes something.
//
// A layer belongs to one model: do not use it in another.
//
// Source: https://keras.io/guides/sequential_model/
func NewSequential(layers ...Layer) *Sequential {
	m := &Sequential{layers: append([]Layer(nil), layers...)}
	m.buildErr = m.build()
	if m.buildErr == nil {
		m.Initialize(0)
	}
	return m
}

func (m *Sequential) build() error {
	if len(m.layers) == 0 {
		return errors.New("nn: Sequential: no layers; give at least one")
	}
	outputs := 0
	places := make(map[Layer]int)
	for i, layer := range m.layers {
		if layer == nil {
			return fmt.Errorf("nn: Sequential: layer %d is nil; make it with NewDense", i)
		}
		if before, again := places[layer]; again {
			return fmt.Errorf("nn: Sequential: layer %d is layer %d again; make one for each place", i, before)
		}
		places[layer] = i
		if i == 0 {
			if m.inputs = layer.inputShape(); m.inputs == 0 {
				return errors.New("nn: Sequential: the first layer does not say its input shape; give it InputShape")
			}
			outputs = m.inputs
		}
		if dropout, ok := layer.(*Dropout); ok {
			dropout.place = i
		}
		var err error
		if outputs, err = layer.build(outputs); err != nil {
			return fmt.Errorf("%w (layer %d)", err, i)
		}
		m.vars = append(m.vars, layer.variables()...)
	}
	m.outputs = outputs
	size := 0
	for _, v := range m.vars {
		if size += v.size(); size > maxParams {
			return fmt.Errorf("nn: Sequential: more than %d parameters; use fewer units", maxParams)
		}
	}
	m.params, m.gradients = floats(size), floats(size)
	at := 0
	for _, v := range m.vars {
		end := at + v.size()
		v.values, v.gradient = m.params[at:end:end], m.gradients[at:end:end]
		at = end
	}
	return nil
}

// Initialize draws every weight again from a seed, as building the model after
// keras.utils.set_random_seed(seed) does: the same seed gives the same weights.
// They are not Keras's: the generators differ.
func (m *Sequential) Initialize(seed uint64) {
	r := rand.New(rand.NewPCG(seed, 0x6b65726e656c)) // the second word spells "kernel"
	for _, layer := range m.layers {
		if m.buildErr == nil {
			layer.initialize(r)
		}
	}
}

// Compile sets what Fit and Evaluate use: how the loss is measured, how the
// weights follow it, and which metrics are logged beside it. It leaves the
// weights as they are and clears the optimizer's state. Errors: the layers
// do not fit together, an option cannot be used, or a metric takes other labels
// than the loss; the model stays as it was.
//
// Source: https://keras.io/api/models/model_training_apis/#compile-method
func (m *Sequential) Compile(optimizer Optimizer, loss Loss, metrics ...Metric) error {
	switch {
	case m.buildErr != nil:
		return m.buildErr
	case loss == nil:
		return errors.New("nn: Compile: the loss is nil; give one, such as MeanSquaredError")
	}
	if err := checkAll(losses.class(loss.Name()), hyperparametersOf(loss)); err != nil {
		return err
	}
	resolved := make([]Metric, len(metrics))
	for i, metric := range metrics {
		if metric == nil {
			return fmt.Errorf("nn: Compile: metric %d is nil; leave it out", i)
		}
		resolved[i] = resolve(metric, loss, m.outputs)
		if err := checkMetric(resolved[i], loss, m.outputs); err != nil {
			return err
		}
	}
	s, err := newOptimizerState(optimizer, m.vars, m.params, m.gradients)
	if err != nil {
		return err
	}
	m.optimizerState, m.loss, m.metrics = s, loss, resolved
	return nil
}

// compiled reports that call needs a compiled model.
func (m *Sequential) compiled(call string) error {
	if m.buildErr != nil {
		return m.buildErr
	}
	if m.optimizerState == nil {
		return errors.New("nn: " + call + ": the model is not compiled; call Compile first")
	}
	return nil
}

// ParamCount is the number of weights, all kernels and biases together.
func (m *Sequential) ParamCount() int { return len(m.params) }

// String describes the model in a line: Sequential(1 → Dense 1).
func (m *Sequential) String() string {
	text := "Sequential(" + strconv.Itoa(m.inputs)
	for _, layer := range m.layers {
		text += " → "
		if d, ok := layer.(*Dense); ok {
			text += "Dense " + strconv.Itoa(d.Units)
		} else {
			text += layer.Name()
		}
	}
	return text + ")"
}
