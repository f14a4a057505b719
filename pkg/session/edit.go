package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// maxUndo is how many edits Undo remembers.
const maxUndo = 100

// edited makes an edit the current one. Consecutive edits with the same change
// name ("row 3", "lr") are one step of Undo; the empty name never joins.
func (s Session) edited(next Edit, change string) (Session, []Effect) {
	previous := s.Edit
	if change == "" || previous.change != change || len(s.Past) == 0 {
		past := append([]Edit(nil), s.Past...)
		if len(past) == maxUndo {
			past = past[1:]
		}
		s.Past = append(past, previous)
	}
	s.Future = nil
	next.change = change
	s.Edit = next
	return s.follow(previous.Experiment)
}

// follow brings the run and the link in step with an edited experiment.
//
// A change to the model itself (layers, initial weights) goes back to the
// first guess. Any other keeps the weights, as recompiling or calling fit with
// other data does in Keras, but ends a run under way: it was training
// something that is no longer on screen. A live session then trains again from
// the initial weights, unless something cannot be read.
func (s Session) follow(previous experiment.Experiment) (Session, []Effect) {
	s.judged = judge(s.Experiment)
	if s.Experiment.Equal(previous) {
		return s.retrain(previous)
	}
	s.Run.Problem = nil
	switch {
	case s.finishesFirst(previous):
	case !s.Experiment.SameModel(previous):
		s = s.untrained()
	case s.Run.Phase == Untrained:
		s.Run.Goal = s.Experiment.Epochs
	case s.Run.Phase == Running && !s.Experiment.SameTraining(previous):
		s = s.pause()
	}
	s, effects := s.retrain(previous)
	if s.grip != nil {
		return s, effects // the link follows when the hand lets go
	}
	return s, append(effects, s.writeFragment())
}

// retrain trains a live session again after an edit that changes the training,
// as soon as everything can be read.
func (s Session) retrain(previous experiment.Experiment) (Session, []Effect) {
	s.stale = s.stale || !s.Experiment.SameTraining(previous)
	if s.Run.Phase == Running && s.finishesFirst(previous) {
		return s, nil
	}
	return s.catchUp()
}

// catchUp trains a live session again when an edit still waits for it.
func (s Session) catchUp() (Session, []Effect) {
	if !s.stale || !s.Live() || s.Asking() || len(s.Problems()) > 0 {
		return s, nil
	}
	s, effects := s.untrained().train(s.Experiment.Epochs)
	s.Run.live = true
	for i, effect := range effects {
		if start, ok := effect.(StartTraining); ok {
			start.Live = true
			effects[i] = start
		}
	}
	return s, effects
}

// finishesFirst reports whether the training under way is a short one that an
// earlier edit began. It is let come to its end: a drag that began it anew with
// every move would never show where it leads.
func (s Session) finishesFirst(previous experiment.Experiment) bool {
	return s.Run.Phase == Running && s.Run.live && s.Experiment.Work() <= smallWork() && s.Live() &&
		slices.Equal(s.Experiment.Layers, previous.Layers)
}
