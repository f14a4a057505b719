package session

// PropertyHighlighted says which property's control is touched, "" for none.
type PropertyHighlighted struct{ Key string }

func (m PropertyHighlighted) update(s Session) (Session, []Effect) {
	s.HighlightedKeys, s.HighlightedLine, s.highlightedByCaret = nil, 0, false
	if m.Key != "" {
		s.HighlightedLine, s.highlightedTo = s.Code.Reading.Line(m.Key)
	}
	return s, nil
}

// LineHighlighted says which line of the program the caret is on, 0 for none.
type LineHighlighted struct{ Line int }

func (m LineHighlighted) update(s Session) (Session, []Effect) {
	if m.Line == 0 && !s.highlightedByCaret {
		return s, nil // the focus has gone on to a control already
	}
	s.highlightedByCaret = true
	s.HighlightedKeys, s.HighlightedLine, s.highlightedTo = nil, m.Line, m.Line
	if m.Line > 0 {
		s.HighlightedKeys = s.Code.Reading.KeysAt(m.Line)
		return s.expectTyping()
	}
	return s, nil
}

// PointHighlighted says which row of the data the pointer or the focus is on, 0 for
// none.
type PointHighlighted struct{ Row int }

func (m PointHighlighted) update(s Session) (Session, []Effect) {
	s.Highlighted = m.Row
	return s, nil
}

// HighlightedLines are the lines of the program that are highlighted, from the first to the
// last; 0, 0 when none is.
func (s Session) HighlightedLines() (first, last int) {
	if s.HighlightedLine == 0 {
		return 0, 0
	}
	return s.HighlightedLine, s.highlightedTo
}
