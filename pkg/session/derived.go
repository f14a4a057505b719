package session

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// derived is what follows from an experiment alone. An update and the views ask
// for it many times, and to work it out takes longer than a training of the
// lesson: a session remembers it for the experiment that it was worked out of.
type derived struct {
	experiment experiment.Experiment
	// problems are what breaks the experiment's own limits.
	problems []*experiment.Problem
	// analysis is the closed form, nil where there is none.
	analysis *nn.LeastSquares
	// limit is the largest rate that is stable, known where limited is set.
	limit   experiment.RateLimit
	limited bool
	// predictor answers for the model, with whatever weights.
	predictor *predictor
}

// derive works out what follows from an experiment, and takes the predictor from
// what is known already where the compiled model is the same.
func derive(e experiment.Experiment, known *derived) *derived {
	d := &derived{experiment: e, problems: e.Validate()}
	d.analysis, _ = e.LeastSquares()
	d.limit, d.limited = e.RateLimitOf(d.analysis)
	if known != nil && known.experiment.SameCompiled(e) && known.experiment.SameScale(e) {
		d.predictor = known.predictor
	} else {
		d.predictor = newPredictor(e)
	}
	return d
}

// derived returns what follows from the experiment.
func (s Session) derived() *derived {
	if s.known == nil || !s.known.experiment.Equal(s.Experiment) {
		return derive(s.Experiment, s.known)
	}
	return s.known
}

// LeastSquares returns the closed form of the experiment, as
// [experiment.Experiment.LeastSquares] does.
func (s Session) LeastSquares() (analysis *nn.LeastSquares, ok bool) {
	analysis = s.derived().analysis
	return analysis, analysis != nil
}

// RateLimit returns what the data say about the learning rate, as
// [experiment.Experiment.RateLimit] does.
func (s Session) RateLimit() (limit experiment.RateLimit, ok bool) {
	d := s.derived()
	return d.limit, d.limited
}

// InitialLine returns the line of the initial weights, as
// [experiment.Experiment.InitialLine] does.
func (s Session) InitialLine() (line experiment.Line, ok bool) {
	if !s.Experiment.IsLine() {
		return experiment.Line{}, false
	}
	return s.Experiment.LineOf(s.derived().predictor.initial)
}

// initialParams returns the weights before training of an experiment, which may
// have the model of the session's.
func (s Session) initialParams(e experiment.Experiment) ([]float32, *experiment.Problem) {
	if e.SameModel(s.Experiment) {
		p := s.derived().predictor
		return p.initial, p.problem
	}
	return e.InitialParams()
}
