package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// MakerStepChosen edits another step, from 0.
type MakerStepChosen struct{ Step int }

func (m MakerStepChosen) update(s Session) (Session, []Effect) {
	if s.Maker.Draft != nil && m.Step >= 0 && m.Step < len(s.Maker.Draft.Steps) {
		s.Maker.Step, s.Maker.Drafts, s.Maker.Problem = m.Step, nil, nil
	}
	return s, nil
}

// MakerStepAdded adds a step behind the one that is edited: a new one with the same in
// sight, or with Double the same again.
type MakerStepAdded struct{ Double bool }

func (m MakerStepAdded) update(s Session) (Session, []Effect) {
	if s.Maker.Draft != nil && len(s.Maker.Draft.Steps) >= experiment.MaxSteps {
		s.Maker.Problem = experiment.TooManySteps()
		return s, nil
	}
	return s.made(func(k *Maker, a *experiment.Activity) {
		step := a.Steps[k.Step]
		if !m.Double {
			step = experiment.ActivityStep{Show: step.Show, Lock: step.Lock}
		}
		k.Step, k.Drafts = k.Step+1, nil
		a.Steps = slices.Insert(a.Steps, k.Step, step)
	})
}

// MakerStepMoved moves the step that is edited, later or earlier.
type MakerStepMoved struct{ Later bool }

func (m MakerStepMoved) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		to := k.Step - 1
		if m.Later {
			to = k.Step + 1
		}
		if to >= 0 && to < len(a.Steps) {
			a.Steps[k.Step], a.Steps[to] = a.Steps[to], a.Steps[k.Step]
			k.Step = to
		}
	})
}

// MakerStepRemoved removes the step that is edited. The draft of before can be brought
// back.
type MakerStepRemoved struct{}

func (MakerStepRemoved) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		if len(a.Steps) == 1 {
			return
		}
		if lost := (Maker{Draft: &experiment.Activity{Steps: a.Steps[k.Step : k.Step+1]}}); lost.worded() {
			whole := *a
			whole.Steps = slices.Clone(a.Steps)
			k.Replaced = &whole
		}
		a.Steps = slices.Delete(a.Steps, k.Step, k.Step+1)
		k.Step, k.Drafts = min(k.Step, len(a.Steps)-1), nil
	})
}

// MakerPageTaken has the step that is edited begin with the page as it is, or with Press
// has its button set the page so. With Drop the step goes on from where the learner is,
// and the button trains what is there.
type MakerPageTaken struct{ Press, Drop bool }

func (m MakerPageTaken) update(s Session) (Session, []Effect) {
	e := s.Experiment
	return s.made(func(k *Maker, a *experiment.Activity) {
		into, before := &a.Steps[k.Step].Set, a.Before(k.Step)
		if m.Press {
			into, before = &a.Steps[k.Step].Press, a.Before(k.Step+1)
		}
		*into = ""
		if !m.Drop {
			*into = experiment.SetFor(before, e)
		}
	})
}
