package paste

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
)

// A list is a list of numbers, or of rows of numbers, in a Python text.
type list struct {
	name    string // "" when it is not assigned to one
	round   bool   // in parentheses
	numbers []float64
	rows    [][]float64
	at      int // where it begins
}

// looksLikePython reports whether a text begins, after comments, with a list,
// an assignment, an import, or a call around a list. A table never does.
func looksLikePython(text string) bool {
	r := newReader(text, nil)
	for r.atNewline() {
		r.next++
	}
	if r.atList() {
		return true
	}
	name := r.name()
	switch {
	case name == "":
		return false
	case name == "import" || name == "from":
		return r.peek().Kind == python.NameToken // else the head of a column
	case r.take("("):
		return r.atList()
	}
	return r.at("=") || r.at("==")
}

// readPython reads the points in a Python text of lists.
func readPython(text string, tick func()) ([]experiment.Point, *experiment.Problem) {
	r := newReader(text, tick)
	var lists []list
	for {
		l, found, p := r.statement()
		if p != nil {
			return nil, p
		}
		if !found {
			return r.points(lists)
		}
		lists = append(lists, l)
	}
}

// points combines the lists of a text.
func (r *reader) points(lists []list) ([]experiment.Point, *experiment.Problem) {
	if len(lists) == 1 && lists[0].rows != nil {
		return r.pairs(lists[0])
	}
	if points, ok := roundPairs(lists); ok {
		return points, nil
	}
	columns := map[string][]float64{}
	for i, l := range lists {
		if i == 2 {
			return nil, experiment.NewProblem("too_many_lists", "count", strconv.Itoa(len(lists))).At(r.place(l.at))
		}
		axis := r.axis(lists, i)
		if _, twice := columns[axis]; twice {
			return nil, experiment.NewProblem("assigned_twice", "text", experiment.Quote(l.name), "have", axis).At(r.place(l.at))
		}
		for _, row := range l.rows { // a column as [[1], [2]]
			if len(row) != 1 {
				return nil, experiment.NewProblem("row_length", "count", strconv.Itoa(len(row))).At(r.place(l.at))
			}
			l.numbers = append(l.numbers, row[0])
		}
		columns[axis] = l.numbers
	}
	switch xs, ys := columns["x"], columns["y"]; {
	case len(lists) == 1 && columns["y"] != nil:
		return nil, experiment.MissingValues("y", len(ys))
	case len(lists) == 1:
		return nil, experiment.MissingValues("x", len(xs))
	default:
		return experiment.PointsOf(xs, ys)
	}
}

// axis decides what the i-th list holds: what its name says, or what the other
// list leaves, or x first.
func (r *reader) axis(lists []list, i int) string {
	if axis := axisOf(lists[i].name); axis != "" {
		return axis
	}
	other := ""
	if len(lists) == 2 {
		other = axisOf(lists[1-i].name)
	}
	if other == "x" || (other == "" && i == 1) {
		return "y"
	}
	return "x"
}

// pairs reads a list of [x, y].
func (r *reader) pairs(l list) ([]experiment.Point, *experiment.Problem) {
	if len(l.rows[0]) == 1 {
		return nil, experiment.MissingValues("x", len(l.rows))
	}
	points := make([]experiment.Point, len(l.rows))
	for i, row := range l.rows {
		if len(row) != 2 {
			return nil, experiment.NewProblem("row_length", "count", strconv.Itoa(len(row))).At(r.place(l.at))
		}
		points[i] = experiment.Point{X: row[0], Y: row[1]}
	}
	return points, nil
}

// roundPairs reads (1, 2) (3, 4) …, which people write for points.
func roundPairs(lists []list) ([]experiment.Point, bool) {
	points := make([]experiment.Point, 0, len(lists))
	for _, l := range lists {
		if !l.round || l.name != "" || len(l.numbers) != 2 {
			return nil, false
		}
		points = append(points, experiment.Point{X: l.numbers[0], Y: l.numbers[1]})
	}
	return points, true
}
