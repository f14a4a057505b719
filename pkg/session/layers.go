package session

import (
	"maps"
	"strings"

	"firstneuron/pkg/experiment"
)

// LayerAdded asks for one more hidden layer.
type LayerAdded struct{}

func (LayerAdded) update(s Session) (Session, []Effect) {
	edit := s.withoutLayerDrafts()
	edit.Experiment = edit.Experiment.AddLayer()
	next, effects := s.edited(edit, "")
	layer := max(1, len(next.Experiment.Layers)-1)
	return next, append(effects, FocusSetting{Key: experiment.UnitsKey(layer)})
}

// LayerRemoved asks for a hidden layer, counted from 1, to go.
type LayerRemoved struct{ Layer int }

func (m LayerRemoved) update(s Session) (Session, []Effect) {
	edit := s.withoutLayerDrafts()
	edit.Experiment = edit.Experiment.RemoveLayer(m.Layer)
	next, effects := s.edited(edit, "")
	return next, append(effects, FocusSetting{Key: experiment.UnitsKey(min(m.Layer, len(next.Experiment.Layers)))})
}

// InitialWeightsDrawn asks for new initial weights.
type InitialWeightsDrawn struct{}

func (InitialWeightsDrawn) update(s Session) (Session, []Effect) {
	next := s.Edit.withoutDraft("w").withoutDraft("b")
	next.Experiment = next.Experiment.NewStart()
	return s.edited(next, "")
}

// withoutLayerDrafts returns the edit without texts for layers, whose numbers
// are about to change, and for the first guess, which only one neuron has.
func (e Edit) withoutLayerDrafts() Edit {
	e.Drafts = maps.Clone(e.Drafts)
	maps.DeleteFunc(e.Drafts, func(key string, _ Draft) bool {
		return strings.HasPrefix(key, "units.") || strings.HasPrefix(key, "activation.") || key == "w" || key == "b"
	})
	return e
}
