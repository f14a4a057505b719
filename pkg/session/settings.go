package session

import (
	"maps"

	"firstneuron/pkg/experiment"
)

// Setting returns the text and the problem of one setting, by property key.
func (s Session) Setting(key string) Draft {
	if draft, ok := s.Drafts[key]; ok {
		return draft
	}
	if line, ok := s.InitialLine(); ok && (key == "w" || key == "b") {
		if key == "w" {
			return Draft{Text: experiment.FormatNumber(line.W)}
		}
		return Draft{Text: experiment.FormatNumber(line.B)}
	}
	return Draft{Text: s.Experiment.Value(key)}
}

// SettingTyped says that the field of a property now holds Text.
type SettingTyped struct{ Key, Text string }

func (m SettingTyped) update(s Session) (Session, []Effect) { return s.typeSetting(m.Key, m.Text) }

// SettingSlid says that the slider of a property was moved to Text. Until
// SettingLeft its moves are one step of Undo.
type SettingSlid struct{ Key, Text string }

func (m SettingSlid) update(s Session) (Session, []Effect) {
	next, effects := s.typeSetting(m.Key, m.Text)
	next.Edit = next.withoutReadDraft(m.Key)
	return next, effects
}

// SettingLeft says that the focus left the field of a property: what is typed
// at the next visit is a step of Undo of its own.
type SettingLeft struct{ Key string }

func (m SettingLeft) update(s Session) (Session, []Effect) {
	s.Edit = s.withoutReadDraft(m.Key)
	s.change = ""
	return s, nil
}

// SettingStepped asks for a numeric property to go up (or, when negative,
// down) by so many of its steps.
type SettingStepped struct {
	Key   string
	Steps int
}

func (m SettingStepped) update(s Session) (Session, []Effect) {
	text, ok := s.Experiment.Stepped(m.Key, m.Steps)
	if !ok {
		return s, nil
	}
	next, effects := s.typeSetting(m.Key, text)
	next.Edit = next.withoutDraft(m.Key)
	return next, effects
}

// typeSetting reads the text of one property. What cannot be read stays in its
// field with the reason, and the experiment keeps the last value that could.
// A choice is made at once: each is a step of Undo. To choose what is chosen changes
// nothing, not even the options that another choice would reset.
func (s Session) typeSetting(key, text string) (Session, []Effect) {
	if key == classesKey {
		return s.classified(text, key)
	}
	next, change := s.Edit, key
	if experiment.Choices(key) != nil {
		if _, typed := s.Drafts[key]; !typed && text == s.Experiment.Value(key) {
			return s, nil
		}
		change = ""
	}
	e, problem := next.Experiment.With(key, text)
	if problem == nil {
		next = next.becoming(e)
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
