package session

// PropertyLit says which property's control is touched, "" for none.
type PropertyLit struct{ Key string }

func (m PropertyLit) update(s Session) (Session, []Effect) {
	s.LitKeys, s.LitLine, s.litByLine = nil, 0, false
	if m.Key != "" {
		s.LitLine, s.litTo = s.Code.Reading.Line(m.Key)
	}
	return s, nil
}

// LineLit says which line of the program the caret is on, 0 for none.
type LineLit struct{ Line int }

func (m LineLit) update(s Session) (Session, []Effect) {
	if m.Line == 0 && !s.litByLine {
		return s, nil // the focus has gone on to a control already
	}
	s.litByLine = true
	s.LitKeys, s.LitLine, s.litTo = nil, m.Line, m.Line
	if m.Line > 0 {
		s.LitKeys = s.Code.Reading.KeysAt(m.Line)
	}
	return s, nil
}

// PointLit says which row of the data the pointer or the focus is on, 0 for
// none.
type PointLit struct{ Row int }

func (m PointLit) update(s Session) (Session, []Effect) {
	s.Lit = m.Row
	return s, nil
}

// LitLines are the lines of the program that are lit, from the first to the
// last; 0, 0 when none is.
func (s Session) LitLines() (first, last int) {
	if s.LitLine == 0 {
		return 0, 0
	}
	return s.LitLine, s.litTo
}
