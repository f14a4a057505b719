package session

import "firstneuron/pkg/experiment"

// The share of the spread of the ys that the best line must explain, or a hint offers
// more units; and of how many points at least, since few lie near some line.
const (
	straightEnough = 0.6
	bentPoints     = 6
)

// NeedsUnits reports whether no line fits the points, while the model is one: then what
// it lacks is units, and no training mends it.
func (s Session) NeedsUnits() bool {
	e := s.Experiment
	analysis, ok := s.LeastSquares()
	if !ok || !e.IsLine() || len(e.Points) < bentPoints || e.Locks(experiment.ModelPart) || e.Locks(experiment.SetupPart) || s.AwaitingAnswer() {
		return false
	}
	mean, spread := 0.0, 0.0
	for _, p := range e.Points {
		mean += p.Y / float64(len(e.Points))
	}
	for _, p := range e.Points {
		spread += (p.Y - mean) * (p.Y - mean) / float64(len(e.Points))
	}
	return spread > 0 && 1-analysis.Loss/spread < straightEnough
}

// UnitsGiven asks for a net in the place of the line, with a training that suits it: the
// settings of the example "Two bumps".
type UnitsGiven struct{}

func (UnitsGiven) update(s Session) (Session, []Effect) {
	if !s.NeedsUnits() {
		return s, nil
	}
	edit := s.withoutLayerDrafts()
	for _, example := range experiment.Examples() {
		if example.Name == "bumps" {
			net := example.Experiment
			edit.Experiment.Layers, edit.Experiment.Optimizer = net.Layers, net.Optimizer
			edit.Experiment.Epochs = max(edit.Experiment.Epochs, net.Epochs)
		}
	}
	edit.Experiment.Initial = nil
	edit = edit.withoutDraft("lr").withoutDraft("epochs")
	return s.edited(edit, "")
}
