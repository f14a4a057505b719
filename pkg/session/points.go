package session

import (
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
)

// Axis is one of the two coordinates of a point.
type Axis int

// The coordinates of a point.
const (
	X Axis = iota
	Y
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
			X:     Draft{Text: experiment.ShowNumber(p.X[0])},
			Y:     Draft{Text: experiment.ShowNumber(p.Y)},
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
	if axis == X {
		r.X = Draft{Text: text}
	} else {
		r.Y = Draft{Text: text}
	}
	if r.blank() {
		return Row{ID: r.ID, X: r.X, Y: r.Y} // a row that was emptied has no point
	}
	x, badX := experiment.ParseNumber(r.X.Text)
	y, badY := experiment.ParseNumber(r.Y.Text)
	blank := strings.TrimSpace(text) == ""
	switch {
	case badX == nil && badY == nil:
		r.Point.X[0], r.Point.Y, r.Known = x, y, true
		r.X.Problem, r.Y.Problem = nil, nil
	case axis == X && !blank:
		r.X.Problem = badX
	case axis == Y && !blank:
		r.Y.Problem = badY
	}
	return r
}

// moved returns the row with the texts of a place, and the point that they say.
func (r Row) moved(x, y float64) Row {
	r.X, r.Y = Draft{Text: experiment.ShowNumber(x)}, Draft{Text: experiment.ShowNumber(y)}
	return r.typed(Y, r.Y.Text)
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

// indexOf returns the place of the row with an ID, -1 when there is none.
func indexOf(rows []Row, id int) int {
	return slices.IndexFunc(rows, func(r Row) bool { return r.ID == id })
}

// PointTyped says that a box of the data table now holds Text.
type PointTyped struct {
	Row  int // the Row's ID
	Axis Axis
	Text string
}

func (m PointTyped) update(s Session) (Session, []Effect) {
	i := indexOf(s.Rows, m.Row)
	if i < 0 {
		return s, nil
	}
	rows := slices.Clone(s.Rows)
	rows[i] = rows[i].typed(m.Axis, m.Text)
	return s.editedRows(rows, "row "+strconv.Itoa(m.Row))
}

// PointLeft says that the focus left a row of the data table. It is no edit, but
// what is typed at the next visit is a step of Undo of its own.
type PointLeft struct{ Row int }

func (m PointLeft) update(s Session) (Session, []Effect) {
	if i := indexOf(s.Rows, m.Row); i >= 0 {
		s.Rows = slices.Clone(s.Rows)
		s.Rows[i] = s.Rows[i].left()
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
		return s, append(effects, FocusMark{Row: next})
	}
	return s, append(effects, FocusPoint{Row: next})
}

// editedRows makes a changed table the current one.
func (s Session) editedRows(rows []Row, change string) (Session, []Effect) {
	next := s.Edit
	next.Rows = rows
	if points := pointsOf(rows); !slices.Equal(points, next.Experiment.Points) {
		next.Experiment.Points = points
		next.Experiment.Example, next.Experiment.Recipe = "", dataset.Recipe{}
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
