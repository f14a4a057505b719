package session

import (
	"maps"
	"slices"

	"firstneuron/pkg/experiment"
)

// Edit is the part of a Session that the learner edits, and so the part that
// Undo restores.
type Edit struct {
	// Experiment is the last valid reading of everything typed.
	Experiment experiment.Experiment
	// Rows are the data table, one row a point, as typed.
	Rows []Row
	// Drafts hold the settings whose text is not (or not yet) the plain form
	// of the Experiment's value, by property key. Treated as immutable.
	Drafts map[string]Draft
	// Code is the experiment as a program, or the learner's own text.
	Code Code
	// Changed are weights of the training that the learner has changed by hand,
	// nil for none.
	Changed *Changed

	// change names what the last edit changed, so that typing "123" into one
	// box is one step of Undo and not three.
	change string
}

// newEdit returns an experiment as it is before anything is typed.
func newEdit(e experiment.Experiment) Edit { return Edit{Experiment: e, Rows: rowsOf(e)} }

// Draft is a text as typed and, when it cannot be read, the reason.
type Draft struct {
	Text    string
	Problem *experiment.Problem
}

// withDraft returns the edit with one draft set; an empty problem-free draft
// is removed by withoutDraft instead.
func (e Edit) withDraft(key string, draft Draft) Edit {
	drafts := maps.Clone(e.Drafts)
	if drafts == nil {
		drafts = make(map[string]Draft)
	}
	drafts[key] = draft
	e.Drafts = drafts
	return e
}

// withoutDraft returns the edit with the plain form of one setting showing.
func (e Edit) withoutDraft(key string) Edit {
	if _, ok := e.Drafts[key]; !ok {
		return e
	}
	drafts := maps.Clone(e.Drafts)
	delete(drafts, key)
	e.Drafts = drafts
	return e
}

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
// other data does in Keras, but ends a run that is not over: it was training
// something that is no longer on screen. A live session then trains again from
// the initial weights, unless something cannot be read.
func (s Session) follow(previous experiment.Experiment) (Session, []Effect) {
	s.known = s.derived()
	if s.Experiment.Equal(previous) {
		return s.retrain(previous)
	}
	s.Run.Problem, s.Run.before = nil, nil
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
	if s.drag != nil {
		return s, effects // the link follows when the drag ends
	}
	return s, append(effects, s.writeFragment())
}

// retrain trains a live session again after an edit that changes the training,
// as soon as everything can be read.
func (s Session) retrain(previous experiment.Experiment) (Session, []Effect) {
	s.Run.stale = s.Run.stale || !s.Experiment.SameTraining(previous) && !s.guessesAnew(previous)
	if s.Run.Phase == Running && s.finishesFirst(previous) {
		return s, nil
	}
	return s.catchUp()
}

// guessesAnew reports whether nothing but the first guess was changed. It is looked at
// before it is trained: how bad it is shows what the training mends.
func (s Session) guessesAnew(previous experiment.Experiment) bool {
	e := s.Experiment
	e.Initial, e.Weights, e.Seed = previous.Initial, previous.Weights, previous.Seed
	return e.SameTraining(previous)
}

// catchUp trains a live session again when an edit still waits for it.
func (s Session) catchUp() (Session, []Effect) {
	if !s.Run.stale || !s.AutoTrains() || s.AwaitingAnswer() || len(s.Problems()) > 0 {
		return s, nil
	}
	s, effects := s.untrained().train(s.Experiment.Epochs)
	s.Run.auto = true
	for i, effect := range effects {
		if start, ok := effect.(StartTraining); ok {
			start.AutoTrain = true
			effects[i] = start
		}
	}
	return s, effects
}

// finishesFirst reports whether the current training is a short one that an earlier
// edit began. It is let come to its end: a drag that began it again with
// every move would never show where it leads.
func (s Session) finishesFirst(previous experiment.Experiment) bool {
	return s.Run.Phase == Running && s.Run.auto && s.small() && s.AutoTrains() &&
		slices.Equal(s.Experiment.Layers, previous.Layers)
}
