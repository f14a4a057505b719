package nn

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Layers returns the model's layers in order. The slice is the caller's.
func (m *Sequential) Layers() []Layer { return slices.Clone(m.layers) }

// Layer returns the layer of a name that [Sequential.Summary] shows, such as
// "dense_1": Keras's get_layer. Errors: none has it.
//
// Source: https://keras.io/api/models/model/#getlayer-method
func (m *Sequential) Layer(name string) (Layer, error) {
	names := m.names()
	if at := slices.Index(names, name); at >= 0 {
		return m.layers[at], nil
	}
	return nil, fmt.Errorf("nn: Layer: no layer is named %q; the layers are %q", name, names)
}

// LayerNames returns the names of the layers in order: see [Sequential.Layer].
func (m *Sequential) LayerNames() []string { return m.names() }

// names returns each layer's name: its own, or its class's with a number from the
// second of a class on.
func (m *Sequential) names() []string {
	names := make([]string, len(m.layers))
	counts := make(map[string]int)
	for i, layer := range m.layers {
		if layer == nil {
			continue
		}
		if name := layer.common().LayerName; name != "" {
			names[i] = name
			continue
		}
		names[i] = layer.Name()
		if n := counts[layer.Name()]; n > 0 {
			names[i] += "_" + strconv.Itoa(n)
		}
		counts[layer.Name()]++
	}
	return names
}

// Add puts a layer behind the last. The weights of the others stay, those of the
// new one are drawn as if it had been there from the beginning. The model has to
// be compiled again. Errors: the layer does not fit; then the model stays as it
// was.
//
// Source: https://keras.io/api/models/sequential/
func (m *Sequential) Add(layer Layer) error {
	place := len(m.layers)
	if err := m.check(place, layer); err != nil {
		return err
	}
	if m.broken() != nil { // there are no weights yet
		before := *m
		m.layers = append(m.Layers(), layer)
		if m.buildErr = m.build(); m.buildErr != nil {
			err := m.buildErr
			*m = before
			return err
		}
		m.Initialize(0)
		return nil
	}
	s := layer.common()
	if err := s.checkInputs(layer.class(), m.outputs); err != nil {
		return err
	}
	before := s.place
	s.place = place
	outputs, err := layer.build(m.outputs)
	if err == nil && sizeOf(m.vars)+sizeOf(layer.variables()) > maxParams {
		err = tooLarge()
	}
	if err != nil {
		s.place = before
		return err
	}
	s.owner = m
	m.layers, m.vars = append(m.Layers(), layer), append(slices.Clone(m.vars), layer.variables()...)
	m.widths, m.outputs = append(slices.Clone(m.widths), outputs), outputs
	m.layOut()
	layer.initialize(m.draws)
	m.optimizerState = nil
	return nil
}

// Pop takes the last layer away and returns it; it can be added to a model again.
// The weights of the others stay. The model has to be compiled again. Errors: there
// is no layer.
//
// Source: https://keras.io/api/models/sequential/
func (m *Sequential) Pop() (Layer, error) {
	last := len(m.layers) - 1
	if last < 0 {
		return nil, errors.New("nn: Pop: there is no layer to take away; add one first")
	}
	layer := m.layers[last]
	m.layers = m.layers[:last:last]
	m.optimizerState = nil
	switch {
	case m.buildErr != nil:
		if m.buildErr = m.build(); m.buildErr == nil {
			m.Initialize(0)
		}
	case last == 0:
		m.buildErr = m.build()
		m.vars, m.trained, m.params, m.gradients, m.widths = nil, nil, nil, nil, nil
	default:
		m.vars = m.vars[:len(m.vars)-len(layer.variables())]
		m.widths = m.widths[:last:last]
		m.outputs = m.widths[last-1]
		m.layOut()
	}
	if layer != nil {
		layer.common().owner = nil
	}
	return layer, nil
}
