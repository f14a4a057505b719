package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

func (s Session) updateData(m Msg) (Session, []Effect) {
	switch m := m.(type) {
	case PasteTyped:
		s.Paste = Draft{Text: m.Text}
	case PasteUsed:
		points, problem := experiment.ReadPoints(s.Paste.Text)
		if problem != nil {
			s.Paste.Problem = problem
			return s, []Effect{FocusPaste{}}
		}
		next := s.Edit
		next.Experiment.Points = points
		next.Experiment.Example = ""
		next.Rows = rowsOf(points)
		s.Paste, s.Selected = Draft{}, 0 // other points, numbered anew
		return s.edited(next, "")
	case ExampleChosen:
		for _, example := range experiment.Examples() {
			if example.Name == m.Name {
				return s.useExample(example.Experiment)
			}
		}
	}
	return s, nil
}

// ExamplesLocked reports whether no example can be chosen: it says something of
// all these parts, so it is locked with any of them.
func (s Session) ExamplesLocked() bool {
	return slices.ContainsFunc([]string{"data", "setup", "model", "prediction"}, s.Experiment.Locks)
}

// useExample takes an example's data and setup and keeps how the page is shown.
func (s Session) useExample(e experiment.Experiment) (Session, []Effect) {
	if s.ExamplesLocked() {
		return s, nil
	}
	s.Selected = 0
	next, effects := s.edited(Edit{
		Experiment: e.WithView(s.Experiment),
		Rows:       rowsOf(e.Points),
	}, "")
	return next.toEnd().untrained(), effects
}
