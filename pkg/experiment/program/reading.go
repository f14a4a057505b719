package program

import (
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/script"
)

// Reading is the result of reading a program, with what it takes to revise it.
type Reading struct {
	script.Reading

	statements []statement
	comments   []python.Span
	valueSpans map[string]valueSpan
	origins    [2][]python.Span // of the xs and the ys
	names      script.Names
	file       python.File
	before     int          // the epochs of all trainings but the last
	ran        map[int]bool // the statements that were run, by their starts
	learnerAt  int          // the place of the model that learns among all
	given      bool         // the program gives it its weights
}

// inOrder returns the settings in the order of the table of properties, in
// which what one resets comes before what it resets.
func inOrder(settings []setting) []setting {
	keys := experiment.Keys()
	ordered := make([]setting, 0, len(settings))
	for _, key := range keys {
		for _, s := range settings {
			if s.key == key {
				ordered = append(ordered, s)
			}
		}
	}
	return ordered
}

// namesOf are the names of x and y, which no program says: those of the base while its
// xs or its ys are still the same, or those of an example with these points.
func namesOf(points []experiment.Point, base experiment.Experiment) experiment.Names {
	sameX, sameY := len(points) == len(base.Points), len(points) == len(base.Points)
	for i, p := range points {
		sameX, sameY = sameX && p.X == base.Points[i].X, sameY && p.Y == base.Points[i].Y
	}
	if sameX || sameY {
		return base.Names
	}
	for _, example := range experiment.Examples() {
		if slices.Equal(points, example.Experiment.Points) {
			return example.Experiment.Names
		}
	}
	return experiment.Names{}
}

// exampleOf names the example that points are of: the base's if it still is.
func exampleOf(points []experiment.Point, base experiment.Experiment) string {
	if slices.Equal(points, base.Points) {
		return base.Example
	}
	for _, example := range experiment.Examples() {
		if slices.Equal(points, example.Experiment.Points) {
			return example.Experiment.Example
		}
	}
	return ""
}
