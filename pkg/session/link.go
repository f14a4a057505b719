package session

import "firstneuron/pkg/experiment"

// Link is what is wrong with the page's link.
type Link struct {
	// Notices are the complaints about the link the page was opened with.
	Notices []*experiment.Problem
	// Unlinked says why the link cannot hold the experiment, so that a reload
	// would lose it, by what was found when an edit last settled; nil when it
	// can.
	Unlinked *experiment.Problem
	// Unwritten is set where the browser did not take the link into its address.
	Unwritten bool
}

// Navigated says that the page was opened with a fragment (without '#').
type Navigated struct{ Fragment string }

func (m Navigated) update(s Session) (Session, []Effect) {
	s.linked = true
	s.Maker.Open = false // unless the link opens it
	return s.navigate(m.Fragment)
}

// navigate starts over with the experiment of a link, unless it is the current
// one: the link that this session wrote itself.
func (s Session) navigate(fragment string) (Session, []Effect) {
	e, problems := experiment.Decode(fragment)
	if fragment == "" && s.greets {
		e = e.WithActivity(experiment.FirstLesson())
	}
	if s.Run.Timeline.Len() > 0 && len(problems) == 0 && e.Equal(s.Experiment) {
		return s, nil
	}
	return s.startOver(e, problems)
}

// LinkSettled says that the page's link has come to say an experiment, and what
// keeps the link from being read again; nil when it will be. Unwritten is set where
// the browser refused the link.
type LinkSettled struct {
	Experiment experiment.Experiment
	Problem    *experiment.Problem
	Unwritten  bool
}

// update takes note of what the link cannot hold, unless it is about an
// experiment of before.
func (m LinkSettled) update(s Session) (Session, []Effect) {
	if m.Experiment.Equal(s.Experiment) {
		s.Unlinked, s.Unwritten = m.Problem, m.Unwritten
	}
	return s, []Effect{KeepSnapshot{Settled: true}}
}

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
	return fragment, LinkSettled{Experiment: w.Experiment, Problem: experiment.FragmentProblem(fragment)}
}
