package experiment

import (
	"strconv"
	"strings"
)

// ReadPoints reads pasted data in the forms that learners have it in:
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
func ReadPoints(text string) ([]Point, *Problem) {
	if len(text) > MaxPaste {
		return nil, problem("paste_too_long", "size", strconv.Itoa(len(text)), "limit", strconv.Itoa(MaxPaste))
	}
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n").Replace(text)
	var points []Point
	var p *Problem
	switch delimiter, ok := declared(text); {
	case ok:
		points, p = readTable(text, delimiter)
	case looksLikePython(text):
		points, p = readPython(text)
	default:
		points, p = readTable(text, 0)
	}
	if p == nil {
		p = checkCount(len(points))
	}
	if p != nil {
		return nil, p
	}
	return points, nil
}

// checkCount reports too few or too many points.
func checkCount(count int) *Problem {
	switch {
	case count == 0:
		return problem("no_points", "min", strconv.Itoa(MinPoints))
	case count < MinPoints:
		return problem("too_few_points", "count", strconv.Itoa(count), "min", strconv.Itoa(MinPoints))
	case count > MaxPoints:
		return problem("too_many_points", "count", strconv.Itoa(count), "max", strconv.Itoa(MaxPoints))
	}
	return nil
}

// checkPoints reports points that no reader would have let in.
func checkPoints(points []Point) *Problem {
	for i, point := range points {
		for column, v := range []float64{point.X, point.Y} {
			if !(-MaxAbs <= v && v <= MaxAbs) { // also not for NaN
				return outOfRange(FormatNumber(v), -MaxAbs, MaxAbs).at(i+1, column+1)
			}
		}
	}
	return checkCount(len(points))
}

// zip joins xs and ys to points.
func zip(xs, ys []float64) ([]Point, *Problem) {
	if len(xs) != len(ys) {
		return nil, problem("lengths_differ", "xs", strconv.Itoa(len(xs)), "ys", strconv.Itoa(len(ys)))
	}
	points := make([]Point, len(xs))
	for i := range xs {
		points[i] = Point{X: xs[i], Y: ys[i]}
	}
	return points, nil
}

// missing reports values of x without any of y, or the other way round.
func missing(have string, count int) *Problem {
	other := "y"
	if have == "y" {
		other = "x"
	}
	return problem("missing_values", "have", have, "missing", other, "count", strconv.Itoa(count))
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
