package session

import "firstneuron/pkg/nn"

// smallWork is the work up to which a training follows every edit at once: some
// ten milliseconds of it, and so less than a frame.
func smallWork() float64 {
	if nn.Engine() != nn.PureGo {
		return 1.5e8
	}
	return 2e7
}

// Live reports whether every edit trains again from the initial weights: as
// the learner chose, and else for small trainings.
func (s Session) Live() bool {
	if s.LiveChoice != nil {
		return *s.LiveChoice
	}
	return s.Experiment.Work() <= smallWork()
}

// LiveChosen says whether every edit trains again.
type LiveChosen struct{ On bool }

func (m LiveChosen) update(s Session) (Session, []Effect) {
	s.LiveChoice = &m.On
	if m.On && len(s.Problems()) == 0 {
		return s.pause().untrained().train(s.Experiment.Epochs)
	}
	return s, nil
}
