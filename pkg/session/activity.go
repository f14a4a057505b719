package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// ActivityNow returns the activity that guides the learner, with the words of the language
// that the page is drawn in; nil for none.
func (s Session) ActivityNow() *experiment.Activity {
	a := s.Experiment.Activity
	switch {
	case a == nil || len(a.Steps) == 0:
		return nil
	case s.lexicon != nil:
		return s.lexicon.Activity(a)
	}
	return a
}

// TourLeft ends the first lesson, since the learner skips the rest or is at its end. The
// page opens without it from then on, where the browser keeps that.
type TourLeft struct{}

func (TourLeft) update(s Session) (Session, []Effect) {
	if !s.CanLeave() {
		return s, nil
	}
	s.greets = false
	s.Challenge = Challenge{}
	s.WhyOpen = false
	s = s.closed().inEveryEdit(func(e experiment.Experiment) experiment.Experiment {
		e.Activity = nil
		return e.AtStep(0)
	})
	return s, []Effect{StorePreference{Name: "tour", Value: "1"}, s.writeFragment(), KeepSnapshot{}}
}

// CanLeave reports whether the learner may put the activity aside: it is the first
// lesson, and nobody has put it into a course for her.
func (s Session) CanLeave() bool {
	a := s.ActivityNow()
	return a != nil && a.Name == experiment.FirstActivity && !s.Experiment.Embed
}

// ActivityFetched brings the text of an activity of the gallery; OK is not set where
// there is none.
type ActivityFetched struct {
	Name, Text string
	OK         bool
}

func (m ActivityFetched) update(s Session) (Session, []Effect) {
	if s.Experiment.Pending() != m.Name || m.Name == "" {
		return s, nil
	}
	a, problems := (*experiment.Activity)(nil), []*experiment.Problem(nil)
	if m.OK {
		a, problems = experiment.DecodeActivity(m.Text)
	}
	if a == nil || len(a.Steps) == 0 {
		s.Notices = append(slices.Clip(s.Notices), experiment.NewProblem(CodeNoActivity, "text", experiment.Quote(m.Name)))
		s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Activity = nil; return e })
		return s, nil
	}
	a.Name = m.Name
	s.fetched = a
	way, desk, e := s.Challenge, s.Maker.Open, s.Experiment.Fetched(a)
	s, effects := s.startOver(e, append(slices.Clip(s.Notices), problems...))
	s.Challenge, s.Maker.Open = way, s.Maker.Open || desk // opened while the text was on its way
	return s, effects
}

// CodeNoActivity says that the gallery has no such activity, with the argument text.
const CodeNoActivity = "no_activity"
