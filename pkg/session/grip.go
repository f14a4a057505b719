package session

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
)

// grip is what Escape goes back to while something on the chart is moved.
type grip struct {
	edit         Edit
	past, future []Edit
	// held are the points by which the axes stand still.
	held []experiment.Point
	// dragged is set when a pointer holds it, and not the keys.
	dragged bool
}

// Handle is what the first guess can be moved by.
type Handle int

// The handles: where the line crosses x = 0, and a place further on that turns
// it.
const (
	NoHandle Handle = iota
	BiasHandle
	WeightHandle
)

// Held returns the points as they were when something on the chart was taken
// hold of, by which the axes stand still until it is let go; at other times the
// points.
func (s Session) Held() []experiment.Point {
	if s.grip != nil {
		return s.grip.held
	}
	return s.Experiment.Points
}

// Dragging reports whether a pointer holds something on the chart.
func (s Session) Dragging() bool { return s.grip != nil && s.grip.dragged }

// RowOf returns the row of a point, counted from 0, of the experiment.
func (s Session) RowOf(point int) (row Row, ok bool) {
	for _, row := range s.Rows {
		if !row.Known {
			continue
		}
		if point == 0 {
			return row, true
		}
		point--
	}
	return Row{}, false
}

func (s Session) updateChart(m Msg) (Session, []Effect) {
	switch m := m.(type) {
	case PointLit:
		s.Lit = m.Row
		return s, nil
	case GripLeft:
		return s.letGo()
	}
	switch m := m.(type) {
	case LineMoved:
		return s.moveLine(m.Line)
	case HandlePicked:
		if s.Handle == m.Handle {
			m.Handle = NoHandle
		}
		s.Handle, s.Selected = m.Handle, 0
		s.change = "" // what is moved next is a step of Undo of its own
		return s, nil
	case GripTaken:
		// Keys say so each time. A pointer says so once, maybe of what keys hold.
		if s.grip == nil || m.Dragged && !s.grip.dragged {
			s.grip = &grip{edit: s.Edit, past: s.Past, future: s.Future, held: s.Held(), dragged: m.Dragged}
			s.change = "" // what is moved now is a step of Undo of its own
		}
		return s, nil
	case GripCancelled:
		return s.putBack()
	}
	if s.Experiment.Locks("data") {
		return s, nil
	}
	switch m := m.(type) {
	case PointPicked:
		if s.Selected == m.Row {
			m.Row = 0
		}
		s.Selected, s.Handle = m.Row, NoHandle
		s.change = "" // as for a handle
	case PointMoved:
		return s.movePoint(m.Row, m.X, m.Y)
	case PlaceClicked:
		return s.place(m.X, m.Y)
	}
	return s, nil
}

// letGo ends a drag: the axes and the link follow, and the next drag is a step
// of Undo of its own.
func (s Session) letGo() (Session, []Effect) {
	s.change = ""
	if s.grip == nil {
		return s, nil
	}
	s.grip = nil
	return s, []Effect{s.writeFragment()}
}

// putBack restores what was there before the grip was taken, or lets go of what
// is selected.
func (s Session) putBack() (Session, []Effect) {
	if s.grip == nil {
		s.Selected, s.Handle = 0, NoHandle
		return s, nil
	}
	previous := s.Experiment
	s.Edit, s.Past, s.Future = s.grip.edit, s.grip.past, s.grip.future
	s, effects := s.follow(previous)
	s, link := s.letGo()
	return s, append(effects, link...)
}

// movePoint types a place into the boxes of a row.
func (s Session) movePoint(id int, x, y float64) (Session, []Effect) {
	i := slices.IndexFunc(s.Rows, func(r Row) bool { return r.ID == id })
	if i < 0 || !within(x) || !within(y) {
		return s, nil
	}
	rows := slices.Clone(s.Rows)
	rows[i] = rows[i].typed(X, experiment.FormatNumber(x)).typed(Y, experiment.FormatNumber(y))
	return s.editedRows(rows, "move "+strconv.Itoa(id))
}

// place moves the selected point, which is then let go, or adds a new one where
// none is selected or it is gone, as Undo can make it.
func (s Session) place(x, y float64) (Session, []Effect) {
	id := s.Selected
	s.Selected = 0
	if slices.ContainsFunc(s.Rows, func(r Row) bool { return r.ID == id }) {
		next, effects := s.movePoint(id, x, y)
		next.change = ""
		return next, effects
	}
	if len(s.Rows) >= experiment.MaxPoints || !within(x) || !within(y) {
		return s, nil
	}
	row := Row{ID: nextID(s.Rows)}
	row = row.typed(X, experiment.FormatNumber(x)).typed(Y, experiment.FormatNumber(y))
	return s.editedRows(append(slices.Clone(s.Rows), row), "")
}

// moveLine makes a line the first guess.
func (s Session) moveLine(line experiment.Line) (Session, []Effect) {
	if !s.Experiment.OneNeuron() || s.Experiment.Locks("model") || !within(line.W) || !within(line.B) {
		return s, nil
	}
	next := s.Edit.withoutDraft("w").withoutDraft("b")
	next.Experiment.Start = &line
	return s.edited(next, "line")
}

// within reports whether a number is one that can be typed.
func within(v float64) bool { return math.Abs(v) <= experiment.MaxAbs }
