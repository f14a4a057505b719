package session

import "firstneuron/pkg/nn"

// EngineReported says which engine computes on this machine: [nn.Engine].
// Update asks nothing global, and takes [nn.PureGo] until it is told.
type EngineReported struct{ Name string }

func (m EngineReported) update(s Session) (Session, []Effect) {
	s.engine = m.Name
	return s, nil
}

// small reports whether a training is so short that it can follow every edit at
// once: it takes some ten milliseconds, and so less than a frame.
func (s Session) small() bool {
	limit := 2e7
	if s.engine != "" && s.engine != nn.PureGo {
		limit = 1.5e8
	}
	return s.Experiment.Work() <= limit
}

// AutoTrains reports whether every edit trains again from the initial weights: as
// the learner chose, and else for small trainings once she has seen one.
func (s Session) AutoTrains() bool {
	if s.AutoTrainChoice != nil {
		return *s.AutoTrainChoice
	}
	return s.seen && s.small()
}

// AutoTrainChosen says whether every edit trains again.
type AutoTrainChosen struct{ On bool }

func (m AutoTrainChosen) update(s Session) (Session, []Effect) {
	s.AutoTrainChoice = &m.On
	if m.On && len(s.Problems()) == 0 {
		return s.pause().untrained().train(s.Experiment.Epochs)
	}
	return s, nil
}
