package session

import (
	"cmp"

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
		s.Preferences.Lang, s.Experiment.Lang = m.Lang, ""
		return s, []Effect{StorePreference{Name: "lang", Value: m.Lang}, s.writeFragment()}
	case ThemeChosen:
		s.Preferences.Theme, s.Experiment.Theme = m.Theme, ""
		return s, []Effect{StorePreference{Name: "theme", Value: m.Theme}, s.writeFragment()}
	}
	return s, nil
}

// writeFragment is the effect that brings the link up to date.
func (s Session) writeFragment() Effect {
	return WriteFragment{Fragment: experiment.Encode(s.Experiment)}
}
