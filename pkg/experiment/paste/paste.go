// Package paste reads the data that a learner pastes.
//
//	points, problem := paste.Points("x,y\n1,3\n2,5")
//
// [Points] tells the form. Python with lists is read by python.go, in the tokens
// of package python, and its lists are made points by lists.go; a table is cut
// into cells by cells.go and its rows are made points by table.go. What cannot
// be read is an [experiment.Problem] with its line and column.
package paste

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// Points reads pasted data in the forms that learners have it in:
//
//   - Python: xs = [-1, 0, 1] and ys = np.array([-3., -1., 1.], dtype=float),
//     in any order and under any two names (of which those with x are x), a
//     list of pairs, two bare lists;
//   - a table with one point a line: CSV, cells of a spreadsheet (tabs), ";"
//     or spaces between, with or without a header, with quotes;
//   - two rows, the first x, the second y.
//
// Blank lines and # comments are skipped, as are a byte order mark and any
// kind of line end. Where the cells show it, numbers may have decimal commas.
// Nothing else is skipped: whatever is neither is reported with its line,
// column and text.
func Points(text string) ([]experiment.Point, *experiment.Problem) {
	return PointsWith(text, func() {})
}

// PointsWith does so and calls tick at every small step, so that a long text can be
// read in slices.
func PointsWith(text string, tick func()) ([]experiment.Point, *experiment.Problem) {
	if len(text) > experiment.MaxPaste {
		return nil, experiment.NewProblem("paste_too_long", "size", strconv.Itoa(len(text)), "limit", strconv.Itoa(experiment.MaxPaste))
	}
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n").Replace(text)
	var points []experiment.Point
	var p *experiment.Problem
	switch delimiter, ok := declared(text); {
	case ok:
		points, p = readTable(text, delimiter, tick)
	case looksLikePython(text):
		points, p = readPython(text, tick)
	default:
		points, p = readTable(text, 0, tick)
	}
	if p == nil {
		p = experiment.CheckPoints(points)
	}
	if p != nil {
		return nil, p
	}
	return points, nil
}

// axisOf returns "x" or "y" for the name of one of them (x, xs, X_train, y,
// ys, …) and "" for any other.
func axisOf(name string) string {
	name = strings.ToLower(name)
	for _, axis := range []string{"x", "y"} {
		rest, found := strings.CutPrefix(name, axis)
		if found && (rest == "" || rest == "s" || strings.HasPrefix(rest, "_") || strings.HasPrefix(rest, "s_")) {
			return axis
		}
	}
	return ""
}
