package session

import "slices"

// LayerSight is the picture of what a layer makes of the plane: where two of its units put
// every place.
type LayerSight struct {
	Open bool
	// Layer, A and B are the layer and the units to the right and upward, each counted
	// from 1; 0 until the learner has chosen.
	Layer, A, B int
}

// LayerSightOpened shows or hides what a layer makes of the plane.
type LayerSightOpened struct{ Open bool }

func (m LayerSightOpened) update(s Session) (Session, []Effect) {
	s.LayerSight.Open = m.Open
	return s, nil
}

// LayerSightChosen chooses the layer and the two units; 0 leaves one as it is.
type LayerSightChosen struct{ Layer, A, B int }

func (m LayerSightChosen) update(s Session) (Session, []Effect) {
	sight := s.LayerSight
	if m.Layer > 0 && m.Layer != sight.Layer {
		sight.Layer, sight.A, sight.B = m.Layer, 0, 0
	}
	if m.A > 0 {
		sight.A = m.A
	}
	if m.B > 0 {
		sight.B = m.B
	}
	s.LayerSight = sight
	return s, nil
}

// SightLayers are the layers of two units and more, each counted from 1, where there is a
// plane.
func (s Session) SightLayers() []int {
	var layers []int
	if s.Experiment.Inputs < 2 {
		return nil
	}
	for i, layer := range s.Experiment.Layers {
		if layer.Units > 1 {
			layers = append(layers, i+1)
		}
	}
	return layers
}

// Sight returns the layer and the units that are shown: those chosen where the model has
// them, else the last hidden layer that has two, and its first ones. ok is false when
// nothing is shown.
func (s Session) Sight() (layer, a, b int, ok bool) {
	layers := s.SightLayers()
	if !s.LayerSight.Open || len(layers) == 0 {
		return 0, 0, 0, false
	}
	layer = layers[0]
	for _, hidden := range layers {
		if hidden < len(s.Experiment.Layers) {
			layer = hidden
		}
	}
	if chosen := s.LayerSight.Layer; slices.Contains(layers, chosen) {
		layer = chosen
	} else {
		return layer, 1, 2, true
	}
	units := s.Experiment.Layers[layer-1].Units
	a, b = s.LayerSight.A, s.LayerSight.B
	if a < 1 || a > units {
		a = 1
	}
	if b < 1 || b > units {
		b = min(2, units)
	}
	return layer, a, b, true
}
