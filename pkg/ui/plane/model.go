package plane

import (
	"math"

	"firstneuron/pkg/experiment"
)

// ReadingOf tells what the outputs of an experiment's model mean. Numbers have the
// strongest colours at the labels farthest from 0 or, where all lie on one side of it,
// at the lowest and the highest.
func ReadingOf(e experiment.Experiment) Reading {
	switch {
	case e.Classes > 2:
		return ManyClasses(e.Classes)
	case e.Classes == 2:
		r := TwoClasses(e.LabelOf(0), e.LabelOf(1))
		r.Logits = e.Outputs() == 1 && e.Threshold() != r.Middle()
		return r
	}
	if len(e.Points) == 0 {
		return Numbers(1)
	}
	low, high := e.Points[0].Y, e.Points[0].Y
	for _, p := range e.Points {
		low, high = min(low, p.Y), max(high, p.Y)
	}
	if most := max(math.Abs(low), math.Abs(high)); low <= 0 && high >= 0 || !(high > low) {
		return Numbers(max(most, 1e-9))
	}
	return Reading{Low: low, High: high}
}

// UnitReading tells how the output of a hidden unit is coloured: its activation says
// where it lies.
func UnitReading(activation string) Reading {
	switch activation {
	case "sigmoid", "hard_sigmoid", "softmax":
		return Reading{Low: 0, High: 1}
	}
	return Numbers(1)
}

// PointsOf returns the points of an experiment with two inputs.
func PointsOf(points []experiment.Point) []Point {
	all := make([]Point, len(points))
	for i, p := range points {
		all[i] = Point{X1: p.X[0], X2: p.X[1], Label: p.Y}
	}
	return all
}
