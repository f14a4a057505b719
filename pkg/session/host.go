package session

import "firstneuron/pkg/experiment"

// HostChose says that the page around this one chooses a property of the view,
// "lang" or "theme". It is nothing to undo, and no preference of the learner.
type HostChose struct{ Key, Text string }

func (m HostChose) update(s Session) (Session, []Effect) {
	if _, problem := s.Experiment.With(m.Key, m.Text); problem != nil || m.Key != "lang" && m.Key != "theme" {
		return s, nil
	}
	s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment {
		e, _ = e.With(m.Key, m.Text)
		return e
	})
	return s, []Effect{s.writeFragment()}
}

// HostOpened says that the page around this one opens a fragment in place of the
// current one, and starts over also where they are the same. Keep leaves the
// learner as far as she is with the author's task, and the same fragment alone.
type HostOpened struct {
	Fragment string
	Keep     bool
}

func (m HostOpened) update(s Session) (Session, []Effect) {
	if !m.Keep {
		next, effects := s.startOver(experiment.Decode(m.Fragment))
		return next, append(effects, next.writeFragment())
	}
	next, effects := s.navigate(m.Fragment)
	next.Challenge = s.Challenge
	return next, append(effects, next.writeFragment())
}
