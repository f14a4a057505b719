package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// StepNow returns the step of the activity that the learner is at.
func (s Session) StepNow() (step experiment.ActivityStep, ok bool) {
	a := s.ActivityNow()
	if a == nil {
		return experiment.ActivityStep{}, false
	}
	return a.Steps[s.stepNumber()], true
}

// stepNumber is the number of the step, which no other activity can have made too large.
func (s Session) stepNumber() int {
	a := s.ActivityNow()
	if a == nil {
		return 0
	}
	return min(max(s.Challenge.Way.Step, 0), len(a.Steps)-1)
}

// StepNumber returns the number of the step, from 1; 0 where there is no activity.
func (s Session) StepNumber() int {
	if s.ActivityNow() == nil {
		return 0
	}
	return s.stepNumber() + 1
}

// staged shows what the step shows: see [experiment.Experiment.AtStep].
func (s Session) staged() Session {
	s.Experiment = s.Experiment.AtStep(s.stepNumber())
	return s
}

// StepEntered goes to another step of the activity: forward, or back.
type StepEntered struct{ Back bool }

func (m StepEntered) update(s Session) (Session, []Effect) {
	to := s.stepNumber() + 1
	if m.Back {
		to -= 2
	}
	a := s.ActivityNow()
	if a == nil || to < 0 || to >= len(a.Steps) || !m.Back && !s.CanGoOn() {
		return s, nil
	}
	return s.enter(to)
}

// enter goes to a step. What it sets is set once: who comes back finds what she has made.
func (s Session) enter(to int) (Session, []Effect) {
	way := s.Challenge.Way
	left, _ := s.StepNow()
	first := to > way.Furthest
	way.Step, way.Furthest, way.Typed = to, max(way.Furthest, to), Draft{}
	if record := way.RecordOf(to); record.Answered {
		way.Typed.Text = experiment.FormatNumber(record.Answer)
	}
	s.Challenge.Way = way
	s = s.staged()
	step, _ := s.StepNow()
	var effects []Effect
	if e, _ := s.Experiment.Applied(step.Set); first && !e.Equal(s.Experiment) {
		panel := s.Experiment.Open
		s, effects = s.edited(newEdit(e), "")
		if e.Open != panel {
			s = s.opened(e.Open)
		}
	}
	if left.Look == experiment.WhyLook {
		s.WhyOpen = false
	}
	switch step.Look {
	case experiment.WhyLook:
		s.WhyOpen = true
		s = s.opened(experiment.ExplorePanel)
	case experiment.StepLook:
		s.StepTrace = StepTrace{Open: true, pending: -1}
		s = s.inSight().opened(experiment.ExplorePanel)
	default:
		if left.Look != "" || !slices.ContainsFunc(s.Experiment.PanelsOf(), func(p experiment.Panel) bool { return p.Key == s.Panel }) {
			s = s.closed()
		}
	}
	return s.checkGoals(), append(effects, FocusStep{})
}

// closed closes the open panel, but not all where all are laid out.
func (s Session) closed() Session {
	if s.Panel != experiment.AllPanels {
		s.Panel = ""
	}
	return s
}

// StepButtonPressed is the button of the step: it sets what the author says, and trains.
type StepButtonPressed struct{}

func (StepButtonPressed) update(s Session) (Session, []Effect) {
	step, ok := s.StepNow()
	if !ok || len(step.Button) == 0 || s.AwaitingAnswer() || s.Run.Phase == Running {
		return s, nil
	}
	e, _ := s.Experiment.Applied(step.Press)
	s, effects := s.edited(newEdit(e), "")
	s, training := s.toEnd().untrained().train(s.Experiment.Epochs)
	return s, append(effects, training...)
}

// CanGoOn reports whether the next step can be entered.
func (s Session) CanGoOn() bool {
	step, ok := s.StepNow()
	if !ok || s.Experiment.Present || s.stepNumber() < s.Challenge.Way.Furthest || step.Next == experiment.WhenPressed || s.StepDone() {
		return ok
	}
	record := s.Challenge.Way.RecordOf(s.stepNumber())
	return step.Ask.Asks() && record.Tries >= enoughTries && !slices.Contains(record.Reached[:len(step.Goals)], false)
}

// enoughTries is after how many wrong answers a step can be left all the same.
const enoughTries = 3
