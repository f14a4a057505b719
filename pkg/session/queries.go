package session

import (
	"maps"
	"strings"

	"firstneuron/pkg/experiment"
)

// QueryAdded asks for one more x to predict.
type QueryAdded struct{}

func (QueryAdded) update(s Session) (Session, []Effect) {
	next := s.withoutQuestionDrafts()
	next.Experiment = next.Experiment.AddQuery()
	return s.editedQuestions(next, len(next.Experiment.Queries))
}

// QueryRemoved takes one away, counted from 1.
type QueryRemoved struct{ Number int }

func (m QueryRemoved) update(s Session) (Session, []Effect) {
	next := s.withoutQuestionDrafts()
	next.Experiment = next.Experiment.RemoveQuery(m.Number)
	return s.editedQuestions(next, min(m.Number, len(next.Experiment.Queries)))
}

// editedQuestions makes changed xs to predict the current ones, with the focus
// on one of them; number 0 is the first x to predict.
func (s Session) editedQuestions(next Edit, number int) (Session, []Effect) {
	after, effects := s.edited(next, "")
	if number == 0 {
		return after, append(effects, FocusSetting{Key: experiment.PredictKey(after.Experiment, 0)})
	}
	return after, append(effects, FocusSetting{Key: experiment.QueryInputKey(after.Experiment, number, 0)})
}

// withoutPlaceDrafts returns the edit without texts for the place to predict, whose
// numbers are about to be more or fewer.
func (e Edit) withoutPlaceDrafts() Edit {
	e.Drafts = maps.Clone(e.Drafts)
	maps.DeleteFunc(e.Drafts, func(key string, _ Draft) bool { return key == "predict" || strings.HasPrefix(key, "predict.") })
	return e
}

// withoutQuestionDrafts returns the edit without texts for more xs to predict,
// whose numbers or values are about to change.
func (e Edit) withoutQuestionDrafts() Edit {
	e.Drafts = maps.Clone(e.Drafts)
	maps.DeleteFunc(e.Drafts, func(key string, _ Draft) bool {
		return strings.HasPrefix(key, "also.") || strings.HasPrefix(key, "truth.")
	})
	return e
}
