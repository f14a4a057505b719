package session

import (
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
)

// Axis is a column of the data table: the first input is X, each further one comes
// behind it, and Y is last.
type Axis int

// The columns that all points have, and that of the second input.
const (
	X  Axis = 0
	X2 Axis = 1
	Y  Axis = experiment.MaxInputs
)

// Columns are the columns of points with so many inputs.
func Columns(inputs int) []Axis {
	columns := make([]Axis, 0, experiment.MaxInputs+1)
	for input := range Axis(max(inputs, 1)) {
		columns = append(columns, input)
	}
	return append(columns, Y)
}

// Letter is what a column of points with so many inputs is called where it has no name:
// x, x1, x2 or y.
func (a Axis) Letter(inputs int) string {
	switch {
	case a == Y:
		return "y"
	case inputs < 2:
		return "x"
	}
	return "x" + strconv.Itoa(int(a)+1)
}

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

// PointTyped says that a box of the data table now holds Text.
type PointTyped struct {
	Row  int // the Row's ID
	Axis Axis
	Text string
}

func (m PointTyped) update(s Session) (Session, []Effect) {
	i := indexOf(s.Rows, m.Row)
	if i < 0 || m.Axis < X || m.Axis > Y {
		return s, nil
	}
	rows := slices.Clone(s.Rows)
	rows[i] = rows[i].typed(m.Axis, m.Text, s.Experiment.Inputs)
	return s.editedRows(rows, "row "+strconv.Itoa(m.Row))
}

// PointLeft says that the focus left a row of the data table. It is no edit, but
// what is typed at the next visit is a step of Undo of its own.
type PointLeft struct{ Row int }

func (m PointLeft) update(s Session) (Session, []Effect) {
	if i := indexOf(s.Rows, m.Row); i >= 0 {
		s.Rows = slices.Clone(s.Rows)
		s.Rows[i] = s.Rows[i].left(s.Experiment.Inputs)
		s.change = ""
	}
	return s, nil
}

// PointAdded asks for one more row.
type PointAdded struct{}

func (PointAdded) update(s Session) (Session, []Effect) {
	if len(s.Rows) >= experiment.MaxPoints {
		return s, nil
	}
	row := Row{ID: nextID(s.Rows)}
	s, effects := s.editedRows(append(slices.Clone(s.Rows), row), "")
	return s, append(effects, FocusPoint{Row: row.ID})
}

// PointDeleted asks for a row to go.
type PointDeleted struct {
	Row int
	// OnChart says that the focus was on the chart, and is to stay there.
	OnChart bool
}

func (m PointDeleted) update(s Session) (Session, []Effect) {
	if s.Selected == m.Row {
		s.Selected = 0
	}
	i := indexOf(s.Rows, m.Row)
	if i < 0 {
		return s, nil
	}
	s.drag = nil // nothing is left to be put back
	rows := slices.Delete(slices.Clone(s.Rows), i, i+1)
	s, effects := s.editedRows(rows, "")
	if len(rows) == 0 {
		return s, append(effects, FocusAdd{})
	}
	next := rows[min(i, len(rows)-1)].ID
	if m.OnChart {
		s.Highlighted = next
		return s, append(effects, FocusMark{Row: next})
	}
	return s, append(effects, FocusPoint{Row: next})
}

// editedRows makes a changed table the current one.
func (s Session) editedRows(rows []Row, change string) (Session, []Effect) {
	next := s.Edit
	if next.Experiment.Recipe != (dataset.Recipe{}) {
		rows = s.shortened(rows)
	}
	next.Rows = rows
	if points := pointsOf(rows); !slices.Equal(points, next.Experiment.Points) {
		next.Experiment.Points = points
		next.Experiment.Example, next.Experiment.Recipe = "", dataset.Recipe{}
		next = next.reclassified()
	}
	return s.edited(next, change)
}

// shortened returns rows that were generated, and now are the learner's own, with numbers
// that a link can hold: see experiment.Shortened. What she has just typed or moved stays
// as she has it.
func (s Session) shortened(rows []Row) []Row {
	if slices.Equal(pointsOf(rows), s.Experiment.Points) {
		return rows
	}
	before := make(map[int]Row, len(s.Rows))
	for _, row := range s.Rows {
		before[row.ID] = row
	}
	rows = slices.Clone(rows)
	for i, row := range rows {
		was, known := before[row.ID]
		if !row.Known || !known {
			continue
		}
		short := rowsOf(experiment.Experiment{Points: experiment.Shortened([]experiment.Point{row.Point}), Inputs: s.Experiment.Inputs})[0]
		for input := range max(s.Experiment.Inputs, 1) {
			if row.X[input] == was.X[input] {
				rows[i].X[input], rows[i].Point.X[input] = short.X[input], short.Point.X[input]
			}
		}
		if row.Y == was.Y {
			rows[i].Y, rows[i].Point.Y = short.Y, short.Point.Y
		}
	}
	return rows
}
