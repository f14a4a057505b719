package session

import (
	"cmp"
	"slices"

	"firstneuron/pkg/experiment"
)

// Preferences are how this learner likes to see every experiment, kept from
// visit to visit where the browser allows it. "" leaves the choice to the
// browser.
type Preferences struct{ Lang, Theme string }

// Lang is the language to speak: the link's, else the learner's, else "".
func (s Session) Lang() string { return cmp.Or(s.Experiment.Lang, s.Preferences.Lang) }

// Theme is the colours to use: the link's, else the learner's, else "".
func (s Session) Theme() string { return cmp.Or(s.Experiment.Theme, s.Preferences.Theme) }

// updatePreferences takes a choice over from the browser's storage or from the
// learner. Her own choice also overrules the link, which then no longer names
// one; it is nothing to undo, since it changes no experiment.
func (s Session) updatePreferences(m Msg) (Session, []Effect) {
	switch m := m.(type) {
	case PreferencesRead:
		s.Preferences = Preferences(m)
		return s, nil
	case LangChosen:
		s.Preferences.Lang = m.Lang
		s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Lang = ""; return e })
		return s, []Effect{StorePreference{Name: "lang", Value: m.Lang}, s.writeFragment()}
	case ThemeChosen:
		s.Preferences.Theme = m.Theme
		s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Theme = ""; return e })
		return s, []Effect{StorePreference{Name: "theme", Value: m.Theme}, s.writeFragment()}
	}
	return s, nil
}

// inEveryEdit changes the experiment at hand and all those that Undo, Redo and
// Escape go to, so that none of them takes the change back.
func (s Session) inEveryEdit(change func(experiment.Experiment) experiment.Experiment) Session {
	changed := func(edits []Edit) []Edit {
		edits = slices.Clone(edits)
		for i := range edits {
			edits[i].Experiment = change(edits[i].Experiment)
		}
		return edits
	}
	s.Experiment = change(s.Experiment)
	s.Past, s.Future = changed(s.Past), changed(s.Future)
	if s.grip != nil {
		held := *s.grip
		held.edit.Experiment = change(held.edit.Experiment)
		held.past, held.future = changed(held.past), changed(held.future)
		s.grip = &held
	}
	return s
}

// writeFragment is the effect that brings the link up to date.
func (s Session) writeFragment() Effect {
	return WriteFragment{Experiment: s.Experiment}
}
