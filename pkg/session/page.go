package session

import "slices"

// Document is how the page as a whole is shown, outside of its parts.
type Document struct {
	// Lang is the language that it is drawn in, Theme the colours, "" for the system's.
	Lang, Theme string
	// Embed lays the page out compactly, Transparent gives it no ground.
	Embed, Transparent bool
	// Present lays it out for a room.
	Present bool
}

// Document returns how the page as a whole is shown.
func (s Session) Document() Document {
	view := s.Experiment.View
	return Document{Lang: s.Spoken(), Theme: s.Theme(), Embed: view.Embed, Transparent: view.Transparent, Present: view.Present}
}

// shownSince returns what a page has to do, beside drawing its parts, to show
// the session in place of the one before.
func (s Session) shownSince(before Session) []Effect {
	var effects []Effect
	if document := s.Document(); document != before.Document() {
		effects = append(effects, ShowDocument{document})
	}
	if !slices.Equal(s.HighlightedKeys, before.HighlightedKeys) {
		effects = append(effects, Highlight{Keys: s.HighlightedKeys})
	}
	if before.Share.Open && !s.Share.Open || before.Maker.Open && !s.Maker.Open {
		effects = append(effects, CloseDialog{})
	}
	return effects
}

// ControlVanishes says that a control that the learner has just used may be gone
// when the page is drawn again. Next are the elements, by ID, of which the first
// that there is has the focus then, so that who uses the keyboard need not begin
// at the top of the page.
type ControlVanishes struct{ Next []string }

func (m ControlVanishes) update(s Session) (Session, []Effect) {
	return s, []Effect{FocusNext(m)}
}
