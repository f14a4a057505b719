package experiment

import (
	"slices"
	"strconv"
	"strings"
)

// UnitsKey and ActivationKey are the keys under which [Experiment.With] and
// [Experiment.Value] know a part of a layer, counted from 1. They are fields of
// the page and no keys of links: there all layers are one property.
func UnitsKey(layer int) string { return "units." + strconv.Itoa(layer) }

// ActivationKey is the key of a layer's activation.
func ActivationKey(layer int) string { return "activation." + strconv.Itoa(layer) }

// layerRow returns the property of a part of a layer.
func layerRow(e Experiment, key string) (property, bool) {
	part, number, found := strings.Cut(key, ".")
	at, err := strconv.Atoi(number)
	if !found || err != nil || at < 1 || at > len(e.Layers) {
		return property{}, false
	}
	at--
	// edit returns the layers with one changed: they are never changed in place.
	edit := func(e *Experiment, change func(*Layer)) *Problem {
		layers := slices.Clone(e.Layers)
		change(&layers[at])
		return layersProperty.set(e, input{text: formatLayers(layers), grammar: parseStrict})
	}
	switch part {
	case "units":
		return property{
			key: key, limits: &limits{1, MaxUnits}, steps: every(1),
			value: func(e Experiment) string { return strconv.Itoa(e.Layers[at].Units) },
			set: func(e *Experiment, in input) *Problem {
				n, p := wholeNumber(in.text, in.grammar, 1, MaxUnits)
				if p != nil {
					return p
				}
				return edit(e, func(l *Layer) { l.Units = int(n) })
			},
		}, true
	case "activation":
		return property{
			key: key, names: func() []string { return e.LayerActivations(at + 1) },
			value: func(e Experiment) string { return e.Layers[at].Activation },
			set: func(e *Experiment, in input) *Problem {
				name, p := pickName(in.text, e.LayerActivations(at+1))
				if p != nil {
					return p
				}
				return edit(e, func(l *Layer) { l.Activation = name })
			},
		}, true
	}
	return property{}, false
}

// AddLayer returns e with one more hidden layer before the output: as wide as
// the last hidden one, or 8 units of tanh.
func (e Experiment) AddLayer() Experiment {
	last := len(e.Layers) - 1
	if last < 0 || len(e.Layers) >= MaxLayers {
		return e
	}
	layer := Layer{Units: 8, Activation: "tanh"}
	if last > 0 {
		layer = e.Layers[last-1]
	}
	e.Layers, e.Initial, e.Weights = slices.Insert(slices.Clone(e.Layers), last, layer), nil, nil
	return e
}

// RemoveLayer returns e without a hidden layer, counted from 1; the output
// layer stays.
func (e Experiment) RemoveLayer(layer int) Experiment {
	if layer < 1 || layer >= len(e.Layers) {
		return e
	}
	e.Layers, e.Weights = slices.Delete(slices.Clone(e.Layers), layer-1, layer), nil
	return e
}
