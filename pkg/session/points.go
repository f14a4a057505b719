package session

import (
	"slices"
	"strconv"
	"strings"

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

// Row is one line of the data table: the texts as typed, one for each input and one for
// y, and the point they last were when all could be read.
type Row struct {
	// ID stays with the row while others come and go.
	ID int
	X  [experiment.MaxInputs]Draft
	Y  Draft
	// Point counts while Known, even when a later text cannot be read: the
	// chart keeps what the learner had.
	Point experiment.Point
	Known bool
}

// blank reports whether nothing is typed in the row.
func (r Row) blank() bool {
	for _, x := range r.X {
		if strings.TrimSpace(x.Text) != "" {
			return false
		}
	}
	return strings.TrimSpace(r.Y.Text) == ""
}

// At returns the text in a column.
func (r Row) At(axis Axis) Draft {
	if axis == Y {
		return r.Y
	}
	return r.X[axis]
}

// unread returns the first problem of the row, nil when all of it can be read.
func (r Row) unread() *experiment.Problem {
	for _, x := range r.X {
		if x.Problem != nil {
			return x.Problem
		}
	}
	return r.Y.Problem
}

// rowsOf returns the table of an experiment's points.
func rowsOf(e experiment.Experiment) []Row {
	rows := make([]Row, len(e.Points))
	for i, p := range e.Points {
		rows[i] = Row{ID: i + 1, Y: Draft{Text: experiment.ShowNumber(p.Y)}, Point: p, Known: true}
		for input := range max(e.Inputs, 1) {
			rows[i].X[input].Text = experiment.ShowNumber(p.X[input])
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

// typed returns the row, of points with so many inputs, with a text in one of its
// boxes.
//
// A box left blank is no mistake while the other may still follow; it becomes
// one in left.
func (r Row) typed(axis Axis, text string, inputs int) Row {
	if axis != Y && int(axis) >= max(inputs, 1) {
		return r // no such column
	}
	draft := r.box(axis)
	*draft = Draft{Text: text}
	if r.blank() {
		return Row{ID: r.ID, X: r.X, Y: r.Y} // a row that was emptied has no point
	}
	point, problem := r.read(inputs)
	switch {
	case problem == nil:
		r.Point, r.Known = point, true
		for i := range r.X {
			r.X[i].Problem = nil
		}
		r.Y.Problem = nil
	case strings.TrimSpace(text) != "":
		_, draft.Problem = experiment.ParseNumber(text)
	}
	return r
}

// box returns where the text of a column stands.
func (r *Row) box(axis Axis) *Draft {
	if axis == Y {
		return &r.Y
	}
	return &r.X[axis]
}

// read returns the point that all texts of the row say, or the problem of the first
// that says none.
func (r Row) read(inputs int) (point experiment.Point, p *experiment.Problem) {
	for i := range max(inputs, 1) {
		if point.X[i], p = r.number(r.X[i].Text, r.Point.X[i]); p != nil {
			return point, p
		}
	}
	point.Y, p = r.number(r.Y.Text, r.Point.Y)
	return point, p
}

// number reads the text of a box. One that shows the number that the point has stands
// for that, which may have more digits than are shown.
func (r Row) number(text string, now float64) (float64, *experiment.Problem) {
	if r.Known && text == experiment.ShowNumber(now) {
		return now, nil
	}
	return experiment.ParseNumber(text)
}

// moved returns the row with the texts of another point, of so many inputs, and the
// point that they say.
func (r Row) moved(to experiment.Point, inputs int) Row {
	for i := range max(inputs, 1) {
		r.X[i] = Draft{Text: experiment.ShowNumber(to.X[i])}
	}
	return r.typed(Y, experiment.ShowNumber(to.Y), inputs)
}

// left marks what is missing in a row that is filled in part.
func (r Row) left(inputs int) Row {
	if r.blank() {
		return r
	}
	for axis := range Axis(max(inputs, 1)) {
		if r.X[axis].Problem == nil {
			_, r.X[axis].Problem = experiment.ParseNumber(r.X[axis].Text)
		}
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

// nextID returns an ID that no row has.
func nextID(rows []Row) int {
	id := 0
	for _, row := range rows {
		id = max(id, row.ID)
	}
	return id + 1
}
