package session

import "firstneuron/pkg/experiment"

// LinkSettled says that the page's link has come to say an experiment, and what
// keeps the link from being read again; nil when it will be.
type LinkSettled struct {
	Experiment experiment.Experiment
	Problem    *experiment.Problem
}

func (LinkSettled) msg() {}

// CanShareWeights reports whether a link can begin with the weights that are
// shown: they are trained ones, and such as a link is read with.
func (s Session) CanShareWeights() bool {
	shown := s.Shown()
	return shown.Epoch > 0 && experiment.CanBegin(shown.Params)
}

// Settle returns the fragment to write, and what to tell Update of it. With
// thousands of points it takes too long for every keystroke.
func (w WriteFragment) Settle() (fragment string, settled LinkSettled) {
	fragment = experiment.Encode(w.Experiment)
	return fragment, LinkSettled{w.Experiment, experiment.FragmentProblem(fragment)}
}

// settle takes note of what the link cannot hold, unless it is about an
// experiment of before.
func (s Session) settle(m LinkSettled) Session {
	if m.Experiment.Equal(s.Experiment) {
		s.Unlinked = m.Problem
	}
	return s
}
