package session

import (
	"maps"
	"strings"

	"firstneuron/pkg/experiment"
)

func (s Session) updateSettings(m Msg) (Session, []Effect) {
	switch m := m.(type) {
	case SettingTyped:
		return s.typeSetting(m.Key, m.Text)
	case SettingSlid:
		next, effects := s.typeSetting(m.Key, m.Text)
		next.Edit = next.withoutReadDraft(m.Key)
		return next, effects
	case SettingLeft:
		s.Edit = s.withoutReadDraft(m.Key)
		s.change = "" // what is typed at the next visit is a step of Undo of its own
	case SettingStepped:
		text, ok := s.Experiment.Stepped(m.Key, m.Steps)
		if !ok {
			return s, nil
		}
		next, effects := s.typeSetting(m.Key, text)
		next.Edit = next.withoutDraft(m.Key)
		return next, effects
	case LayerAdded:
		edit := s.withoutLayerDrafts()
		edit.Experiment = edit.Experiment.AddLayer()
		next, effects := s.edited(edit, "")
		layer := max(1, len(next.Experiment.Layers)-1)
		return next, append(effects, FocusSetting{Key: experiment.UnitsKey(layer)})
	case LayerRemoved:
		edit := s.withoutLayerDrafts()
		edit.Experiment = edit.Experiment.RemoveLayer(m.Layer)
		next, effects := s.edited(edit, "")
		return next, append(effects, FocusSetting{Key: experiment.UnitsKey(min(m.Layer, len(next.Experiment.Layers)))})
	case StartDrawn:
		next := s.Edit.withoutDraft("w").withoutDraft("b")
		next.Experiment = next.Experiment.NewStart()
		return s.edited(next, "")
	}
	return s, nil
}

// updateQuestions adds and removes xs to predict.
func (s Session) updateQuestions(m Msg) (Session, []Effect) {
	next := s.withoutQuestionDrafts()
	number := 0
	switch m := m.(type) {
	case QuestionAdded:
		next.Experiment = next.Experiment.AddAsked()
		number = len(next.Experiment.Asked)
	case QuestionRemoved:
		next.Experiment = next.Experiment.RemoveAsked(m.Number)
		number = min(m.Number, len(next.Experiment.Asked))
	}
	after, effects := s.edited(next, "")
	if number == 0 {
		return after, append(effects, FocusSetting{Key: "predict"})
	}
	return after, append(effects, FocusSetting{Key: experiment.AskedKey(number)})
}

// typeSetting reads the text of one property. What cannot be read stays in its
// field with the reason, and the experiment keeps the last value that could.
// A choice is made at once: each is a step of Undo.
func (s Session) typeSetting(key, text string) (Session, []Effect) {
	next, change := s.Edit, key
	if experiment.Choices(key) != nil {
		change = ""
	}
	e, problem := next.Experiment.With(key, text)
	if problem == nil {
		if e.Optimizer.Name != next.Experiment.Optimizer.Name || e.Loss != next.Experiment.Loss {
			next = next.withoutOptionDrafts(e)
		}
		if len(e.Layers) != len(next.Experiment.Layers) {
			next = next.withoutLayerDrafts()
		}
		next.Experiment = e
	}
	return s.edited(next.withDraft(key, Draft{Text: text, Problem: problem}), change)
}

// withoutReadDraft returns the edit with the plain form of one setting showing,
// unless its text cannot be read.
func (e Edit) withoutReadDraft(key string) Edit {
	if e.Drafts[key].Problem != nil {
		return e
	}
	return e.withoutDraft(key)
}

// withoutOptionDrafts returns the edit without texts for options that another
// optimizer or loss does not have, or has with another default.
func (e Edit) withoutOptionDrafts(next experiment.Experiment) Edit {
	e.Drafts = maps.Clone(e.Drafts)
	maps.DeleteFunc(e.Drafts, func(key string, _ Draft) bool {
		return next.Value(key) != e.Experiment.Value(key)
	})
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

// withoutLayerDrafts returns the edit without texts for layers, whose numbers
// are about to change, and for the first guess, which only one neuron has.
func (e Edit) withoutLayerDrafts() Edit {
	e.Drafts = maps.Clone(e.Drafts)
	maps.DeleteFunc(e.Drafts, func(key string, _ Draft) bool {
		return strings.HasPrefix(key, "units.") || strings.HasPrefix(key, "activation.") || key == "w" || key == "b"
	})
	return e
}
