package session

import (
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// Row is one line of the data table: two texts as typed, and the point they
// last were when both could be read.
type Row struct {
	// ID stays with the row while others come and go.
	ID   int
	X, Y Draft
	// Point counts while Known, even when a later text cannot be read: the
	// chart keeps what the learner had.
	Point experiment.Point
	Known bool
}

// blank reports whether nothing is typed in the row.
func (r Row) blank() bool {
	return strings.TrimSpace(r.X.Text) == "" && strings.TrimSpace(r.Y.Text) == ""
}

// rowsOf returns the table of some points.
func rowsOf(points []experiment.Point) []Row {
	rows := make([]Row, len(points))
	for i, p := range points {
		rows[i] = Row{
			ID:    i + 1,
			X:     Draft{Text: experiment.FormatNumber(p.X)},
			Y:     Draft{Text: experiment.FormatNumber(p.Y)},
			Point: p,
			Known: true,
		}
	}
	return rows
}

// pointsOf returns the points that the rows stand for.
func pointsOf(rows []Row) []experiment.Point {
	points := make([]experiment.Point, 0, len(rows))
	for _, row := range rows {
		if row.Known {
			points = append(points, row.Point)
		}
	}
	return points
}

// typed returns the row with a text in one of its boxes.
//
// A box left blank is no mistake while the other may still follow; it becomes
// one in left.
func (r Row) typed(axis Axis, text string) Row {
	draft := Draft{Text: text}
	if strings.TrimSpace(text) != "" {
		_, draft.Problem = experiment.ParseNumber(text)
	}
	if axis == X {
		r.X = draft
	} else {
		r.Y = draft
	}
	return r.read()
}

// read takes over the point of a row whose both boxes can be read, and forgets
// it in a row that was emptied.
func (r Row) read() Row {
	if r.blank() {
		return Row{ID: r.ID, X: r.X, Y: r.Y}
	}
	x, badX := experiment.ParseNumber(r.X.Text)
	y, badY := experiment.ParseNumber(r.Y.Text)
	if badX == nil && badY == nil {
		r.Point, r.Known = experiment.Point{X: x, Y: y}, true
		r.X.Problem, r.Y.Problem = nil, nil
	}
	return r
}

// left marks the missing half of a half-filled row.
func (r Row) left() Row {
	if r.blank() {
		return r
	}
	if r.X.Problem == nil {
		_, r.X.Problem = experiment.ParseNumber(r.X.Text)
	}
	if r.Y.Problem == nil {
		_, r.Y.Problem = experiment.ParseNumber(r.Y.Text)
	}
	return r
}

func (s Session) updatePoints(m Msg) (Session, []Effect) {
	rows := slices.Clone(s.Rows)
	index := func(id int) int {
		return slices.IndexFunc(rows, func(r Row) bool { return r.ID == id })
	}
	switch m := m.(type) {
	case PointTyped:
		i := index(m.Row)
		if i < 0 {
			return s, nil
		}
		rows[i] = rows[i].typed(m.Axis, m.Text)
		return s.editedRows(rows, "row "+strconv.Itoa(m.Row))
	case PointLeft:
		if i := index(m.Row); i >= 0 {
			rows[i] = rows[i].left()
			s.Rows = rows // no edit: leaving a field is nothing to undo
			s.change = "" // and what is typed at the next visit a step of its own
		}
	case PointAdded:
		if len(rows) >= experiment.MaxPoints {
			return s, nil
		}
		row := Row{ID: nextID(rows)}
		s, effects := s.editedRows(append(rows, row), "")
		return s, append(effects, FocusPoint{Row: row.ID})
	case PointDeleted:
		if s.Selected == m.Row {
			s.Selected = 0
		}
		i := index(m.Row)
		if i < 0 {
			return s, nil
		}
		s.grip = nil // nothing is left to be put back
		rows = slices.Delete(rows, i, i+1)
		s, effects := s.editedRows(rows, "")
		if len(rows) == 0 {
			return s, append(effects, FocusAdd{})
		}
		next := rows[min(i, len(rows)-1)].ID
		if m.OnChart {
			return s, append(effects, FocusMark{Row: next})
		}
		return s, append(effects, FocusPoint{Row: next})
	}
	return s, nil
}

// editedRows makes a changed table the current one.
func (s Session) editedRows(rows []Row, change string) (Session, []Effect) {
	next := s.Edit
	next.Rows = rows
	if points := pointsOf(rows); !slices.Equal(points, next.Experiment.Points) {
		next.Experiment.Points = points
		next.Experiment.Example = ""
	}
	return s.edited(next, change)
}

// nextID returns an ID that no row has.
func nextID(rows []Row) int {
	id := 0
	for _, row := range rows {
		id = max(id, row.ID)
	}
	return id + 1
}
