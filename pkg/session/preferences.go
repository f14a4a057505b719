package session

import (
	"cmp"
	"slices"

	"firstneuron/pkg/experiment"
)

// Preferences are how this learner likes to see every experiment, kept from
// visit to visit where the browser allows it. "" leaves the choice to the
// browser, whose language is Browser. Page is the language of the page's own address,
// "" for none.
type Preferences struct{ Lang, Theme, Browser, Page string }

// Lang is the language to speak: the link's, else that of the page's address, else the
// learner's, else the browser's.
func (s Session) Lang() string {
	return cmp.Or(s.Experiment.Lang, s.Preferences.Page, s.Preferences.Lang, s.Preferences.Browser)
}

// Theme is the colours to use: the link's, else the learner's, else "".
func (s Session) Theme() string { return cmp.Or(s.Experiment.Theme, s.Preferences.Theme) }

// PreferencesRead says what the browser keeps from an earlier visit, which language
// it would choose, and that of the page's address. Visited is "" on the first one, Tour as long as the first lesson was
// not left.
type PreferencesRead struct{ Lang, Theme, Browser, Page, Visited, Tour string }

func (m PreferencesRead) update(s Session) (Session, []Effect) {
	s.Preferences = Preferences{Lang: m.Lang, Theme: m.Theme, Browser: m.Browser, Page: m.Page}
	s.newcomer, s.greets = m.Visited == "", m.Tour == ""
	return s, nil
}

// ShowsHand reports whether a hand shows once that the line can be dragged: to who is
// here for the first time and has done nothing yet.
func (s Session) ShowsHand() bool {
	return s.newcomer && s.Run.Phase == Untrained && s.Experiment.IsLine() && !s.Experiment.Locks(experiment.ModelPart) && !s.AwaitingAnswer()
}

// begun ends the hint for newcomers with the first thing that they do.
func (s Session) begun(m Msg) (Session, []Effect) {
	switch m.(type) {
	case TrainPressed, StepPressed, DragStarted, SettingTyped, PointTyped:
	default:
		return s, nil
	}
	if !s.newcomer {
		return s, nil
	}
	s.newcomer = false
	return s, []Effect{StorePreference{Name: "visited", Value: "1"}}
}

// LangChosen chooses the language, "" for the browser's. The learner's own
// choice overrules the page's address, and the link, which then names no language any more. Undo does
// not take it back, since it changes no experiment.
type LangChosen struct{ Lang string }

func (m LangChosen) update(s Session) (Session, []Effect) {
	s.Preferences.Lang, s.Preferences.Page, s.absent = m.Lang, "", "" // a second choice is a second try
	s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Lang = ""; return e })
	return s, []Effect{StorePreference{Name: "lang", Value: m.Lang}, s.writeFragment()}
}

// ThemeChosen chooses the colours, "" for the system's, as LangChosen does the
// language.
type ThemeChosen struct{ Theme string }

func (m ThemeChosen) update(s Session) (Session, []Effect) {
	s.Preferences.Theme = m.Theme
	s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Theme = ""; return e })
	return s, []Effect{StorePreference{Name: "theme", Value: m.Theme}, s.writeFragment()}
}

// inEveryEdit changes the current experiment and all those that Undo, Redo and
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
	if s.drag != nil {
		held := *s.drag
		held.edit.Experiment = change(held.edit.Experiment)
		held.past, held.future = changed(held.past), changed(held.future)
		s.drag = &held
	}
	return s
}

// writeFragment is the effect that brings the link up to date.
func (s Session) writeFragment() Effect {
	return WriteFragment{Experiment: s.Experiment}
}
