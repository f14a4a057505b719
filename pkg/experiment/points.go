package experiment

import "strconv"

// checkCount reports too few or too many points.
func checkCount(count int) *Problem {
	switch {
	case count == 0:
		return NewProblem("no_points", "min", strconv.Itoa(MinPoints))
	case count < MinPoints:
		return NewProblem("too_few_points", "count", strconv.Itoa(count), "min", strconv.Itoa(MinPoints))
	case count > MaxPoints:
		return NewProblem("too_many_points", "count", strconv.Itoa(count), "max", strconv.Itoa(MaxPoints))
	}
	return nil
}

// CheckPoints reports points with one input that no reader would have let in.
func CheckPoints(points []Point) *Problem { return checkPoints(points, 1) }

// checkPoints reports such points of so many inputs.
func checkPoints(points []Point, inputs int) *Problem {
	for i, point := range points {
		for column, v := range append(point.X[:max(inputs, 1):max(inputs, 1)], point.Y) {
			if !(-MaxAbs <= v && v <= MaxAbs) { // also not for NaN
				return outOfRange(FormatNumber(v), -MaxAbs, MaxAbs).At(i+1, column+1)
			}
		}
	}
	return checkCount(len(points))
}

// onLine returns points with one input from pairs of x and y.
func onLine(xy [][2]float64) []Point {
	points := make([]Point, len(xy))
	for i, pair := range xy {
		points[i] = Point{X: Place{pair[0]}, Y: pair[1]}
	}
	return points
}

// PointsOf joins xs and ys to points.
func PointsOf(xs, ys []float64) ([]Point, *Problem) {
	if len(xs) != len(ys) {
		return nil, NewProblem("lengths_differ", "xs", strconv.Itoa(len(xs)), "ys", strconv.Itoa(len(ys)))
	}
	points := make([]Point, len(xs))
	for i := range xs {
		points[i] = Point{X: Place{xs[i]}, Y: ys[i]}
	}
	return points, nil
}

// MissingValues reports values of x without any of y, or the other way round.
func MissingValues(have string, count int) *Problem {
	other := "y"
	if have == "y" {
		other = "x"
	}
	return NewProblem("missing_values", "have", have, "missing", other, "count", strconv.Itoa(count))
}
