package dataset

import "firstneuron/pkg/experiment/fdlibm"

// A Feature is one column that a model can be fed with, made of the two
// coordinates of a point.
type Feature struct {
	// Name is its name in links, Label the one that a reader sees, and Playground
	// TensorFlow Playground's.
	Name, Label, Playground string
	// Fed is set where TensorFlow Playground feeds it. It has two more in its links
	// than in its inputs, which change nothing there.
	Fed bool
	// Of makes it of a point's coordinates.
	Of func(x1, x2 float64) float64
}

// Features returns all features, in the order in which they are fed.
func Features() []Feature {
	return []Feature{
		{"x1", "x1", "x", true, func(x1, _ float64) float64 { return x1 }},
		{"x2", "x2", "y", true, func(_, x2 float64) float64 { return x2 }},
		{"x1x1", "x1²", "xSquared", true, func(x1, _ float64) float64 { return x1 * x1 }},
		{"x2x2", "x2²", "ySquared", true, func(_, x2 float64) float64 { return x2 * x2 }},
		{"x1x2", "x1·x2", "xTimesY", true, func(x1, x2 float64) float64 { return x1 * x2 }},
		{"sinx1", "sin x1", "sinX", true, func(x1, _ float64) float64 { return fdlibm.Sin(x1) }},
		{"sinx2", "sin x2", "sinY", true, func(_, x2 float64) float64 { return fdlibm.Sin(x2) }},
		{"cosx1", "cos x1", "cosX", false, func(x1, _ float64) float64 { return fdlibm.Cos(x1) }},
		{"cosx2", "cos x2", "cosY", false, func(_, x2 float64) float64 { return fdlibm.Cos(x2) }},
	}
}

// FeatureNamed returns the feature of a name.
func FeatureNamed(name string) (Feature, bool) {
	for _, f := range Features() {
		if f.Name == name {
			return f, true
		}
	}
	return Feature{}, false
}

// AppendInputs appends what features make of a place: one row of a model's inputs.
func AppendInputs(row []float64, features []Feature, x1, x2 float64) []float64 {
	for _, f := range features {
		row = append(row, f.Of(x1, x2))
	}
	return row
}
