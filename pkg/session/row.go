package session

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
)

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

// indexOf returns the place of the row with an ID, -1 when there is none.
func indexOf(rows []Row, id int) int {
	return slices.IndexFunc(rows, func(r Row) bool { return r.ID == id })
}

// nextID returns an ID that no row has.
func nextID(rows []Row) int {
	id := 0
	for _, row := range rows {
		id = max(id, row.ID)
	}
	return id + 1
}
