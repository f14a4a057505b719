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
	// outputs is the units of the last layer, widths those of each.
	outputs int
	widths  []int
	// params holds every variable one after the other, those that are trained
	// first, and gradients goes with these, so that an optimizer is one loop; the
	// layers' variables are parts of them.
	params, gradients []float32
	vars, trained     []*variable
	// layouts counts how often they were laid out: what holds parts of them is stale after
	// the next.
	layouts int
	// draws go on where the latest first weights have ended.
	draws *rand.Rand

	optimizerState *optimizerState // the optimizer at work
	loss           Loss
	reduction      string   // "" is the mean over a batch's rows
	metrics        []Metric // those that sample weights count in come last
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
		return errNoLayers
	}
	for i, layer := range m.layers {
		if err := m.check(i, layer); err != nil {
			return err
		}
	}
	if m.inputs = inputsOf(m.layers[0]); m.inputs == 0 {
		return errors.New("nn: Sequential: the first layer does not say its input shape; give it InputShape")
	}
	outputs, size := m.inputs, 0
	var vars []*variable
	var widths []int
	for i, layer := range m.layers {
		layer.common().place = i
		err := layer.common().checkInputs(layer.class(), outputs)
		if err == nil {
			outputs, err = layer.build(outputs)
		}
		if err != nil {
			return fmt.Errorf("%w (layer %d)", err, i)
		}
		widths = append(widths, outputs)
		for _, v := range layer.variables() {
			if size += v.size(); size > maxParams {
				return tooLarge()
			}
			vars = append(vars, v)
		}
	}
	for _, layer := range m.layers {
		layer.common().owner = m
	}
	m.vars, m.outputs, m.widths = vars, outputs, widths
	m.layOut()
	return nil
}

var errNoLayers = errors.New("nn: Sequential: no layers; give at least one")

// broken says why the model can compute nothing: the zero Sequential has no layers.
func (m *Sequential) broken() error {
	if len(m.layers) == 0 {
		return errNoLayers
	}
	return m.buildErr
}

func tooLarge() error {
	return fmt.Errorf("nn: Sequential: more than %d parameters; use fewer units", maxParams)
}

// check reports a layer that cannot stand at a place.
func (m *Sequential) check(place int, layer Layer) error {
	if isNil(layer) {
		return fmt.Errorf("nn: Sequential: layer %d is nil; make it with NewDense", place)
	}
	if lacks(layer) {
		return fmt.Errorf("nn: Sequential: layer %d: the layer of your own is nil; give NewCustomLayer one", place)
	}
	for before, other := range m.layers[:place] {
		if other.common() == layer.common() {
			return fmt.Errorf("nn: Sequential: layer %d is layer %d again; make one for each place", place, before)
		}
		if name := layer.common().LayerName; name != "" && name == m.names()[before] {
			return fmt.Errorf("nn: Sequential: layers %d and %d are both named %q; give each a name of its own", before, place, name)
		}
	}
	if owner := layer.common().owner; owner != nil && owner != m {
		return fmt.Errorf("nn: Sequential: layer %d is in another model; make one for each model", place)
	}
	return nil
}

// inputsOf returns how many features a layer was told to expect, 0 when it takes
// what the layer before gives.
func inputsOf(l Layer) int {
	if input, ok := l.(*Input); ok {
		return input.Features
	}
	return l.common().Inputs
}

// layOut gives every variable its part of the model's memory, those that are
// trained first. What they hold stays.
func (m *Sequential) layOut() {
	m.layouts++
	m.trained = nil
	var others []*variable
	for _, layer := range m.layers {
		s := layer.common()
		s.frozen = !s.Trainable
		for _, v := range layer.variables() {
			if v.fixed || s.frozen {
				others = append(others, v)
			} else {
				m.trained = append(m.trained, v)
			}
		}
	}
	params := floats(sizeOf(m.vars))
	m.gradients = floats(sizeOf(m.trained))
	at := 0
	for i, v := range append(m.trained[:len(m.trained):len(m.trained)], others...) {
		end := at + v.size()
		copy(params[at:end], v.values)
		v.values, v.gradient = params[at:end:end], nil
		if i < len(m.trained) {
			v.gradient = m.gradients[at:end:end]
		}
		at = end
	}
	m.params = params
}

// Initialize draws every weight again from a seed, as building the model after
// keras.utils.set_random_seed(seed) does: the same seed gives the same weights.
// They are not Keras's: the generators differ.
func (m *Sequential) Initialize(seed uint64) {
	m.draws = rand.New(rand.NewPCG(seed, 0x6b65726e656c)) // the second word spells "kernel"
	for _, layer := range m.layers {
		if m.buildErr == nil {
			layer.initialize(m.draws)
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
	case m.broken() != nil:
		return m.broken()
	case isNil(loss):
		return errors.New("nn: Compile: the loss is nil; give one, such as MeanSquaredError")
	}
	var reduction string
	if r, ok := loss.(reducing); ok {
		var err error
		if loss, reduction, err = r.parts(m); err != nil {
			return err
		}
	}
	if lacks(loss) {
		return errors.New("nn: Compile: the loss of your own is nil; give NewCustomLoss one")
	}
	if err := checkAll(classOfLoss(loss), hyperparametersOf(loss)); err != nil {
		return err
	}
	for i, metric := range metrics {
		if isNil(metric) || isNil(unnamed(metric)) {
			return fmt.Errorf("nn: Compile: metric %d is nil; leave it out", i)
		}
	}
	resolved := make([]Metric, len(metrics))
	for _, metric := range metrics {
		if w, ok := metric.(weighing); ok {
			metrics = w.behind(metrics)
			break
		}
	}
	for i, metric := range metrics {
		resolved[i] = resolve(metric, loss, m.outputs)
		if err := checkMetric(resolved[i], loss, m.outputs); err != nil {
			return err
		}
	}
	if err := checkOptimizer(optimizer); err != nil {
		return err
	}
	if m.refrozen() {
		m.layOut()
	}
	s := newOptimizerState(optimizer, m.trained, m.params[:len(m.gradients)], m.gradients)
	m.optimizerState, m.loss, m.reduction, m.metrics = s, loss, reduction, resolved
	return nil
}

// refrozen reports whether a layer was made trainable, or was made not to be,
// since the variables were laid out.
func (m *Sequential) refrozen() bool {
	for _, layer := range m.layers {
		if s := layer.common(); s.frozen == s.Trainable {
			return true
		}
	}
	return false
}

// compiled reports that call needs a compiled model.
func (m *Sequential) compiled(call string) error {
	if err := m.broken(); err != nil {
		return err
	}
	if m.optimizerState == nil {
		return errors.New("nn: " + call + ": the model is not compiled; call Compile first")
	}
	return nil
}

// ParamCount is the number of weights, all kernels and biases and whatever else
// the layers keep together.
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

// Compiled reports whether the model has what Fit and Evaluate use: see Compile.
func (m *Sequential) Compiled() bool { return m.broken() == nil && m.optimizerState != nil }
