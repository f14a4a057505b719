package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// Handle is what the first guess can be moved by.
type Handle int

// The handles: where the line crosses x = 0, and a place further on that turns
// it.
const (
	NoHandle Handle = iota
	BiasHandle
	WeightHandle
)

// PointPicked selects a row on the chart, or lets go of it when it is selected.
// What is moved next is a step of Undo of its own.
type PointPicked struct{ Row int }

func (m PointPicked) update(s Session) (Session, []Effect) {
	if s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	if s.Selected == m.Row {
		m.Row = 0
	}
	s.Selected, s.Handle = m.Row, NoHandle
	s.change = ""
	return s, nil
}

// HandlePicked selects a handle of the first guess, or lets go of it when it is
// selected. What is moved next is a step of Undo of its own.
type HandlePicked struct{ Handle Handle }

func (m HandlePicked) update(s Session) (Session, []Effect) {
	if s.Handle == m.Handle {
		m.Handle = NoHandle
	}
	s.Handle, s.Selected = m.Handle, 0
	s.change = ""
	return s, nil
}

// PlaceClicked says that an empty place of the chart was clicked: the selected
// point goes there, or else a new one is made.
type PlaceClicked struct{ X, Y float64 }

func (m PlaceClicked) update(s Session) (Session, []Effect) {
	if s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	return s.place(experiment.Point{X: experiment.Place{m.X}, Y: m.Y})
}

// place moves the selected point, which is then let go, or adds a new one where
// none is selected or it is gone, as Undo can make it.
func (s Session) place(at experiment.Point) (Session, []Effect) {
	id := s.Selected
	s.Selected = 0
	if indexOf(s.Rows, id) >= 0 {
		next, effects := s.movePoint(id, at)
		next.change = ""
		return next, effects
	}
	if len(s.Rows) >= experiment.MaxPoints || !pointWithin(at) {
		return s, nil
	}
	row := Row{ID: nextID(s.Rows)}
	return s.editedRows(append(slices.Clone(s.Rows), row.moved(at, s.Experiment.Inputs)), "")
}
