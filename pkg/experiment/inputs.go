package experiment

import (
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/nn"
)

// Width is how many numbers the model takes for one guess: one for each feature.
func (e Experiment) Width() int {
	if len(e.Features) > 0 {
		return len(e.Features)
	}
	return max(e.Inputs, 1)
}

// FeatureNames are the columns that the model is fed with, by their names in
// links: "x" of one input, else those of [dataset.Features].
func (e Experiment) FeatureNames() []string {
	if len(e.Features) > 0 {
		return e.Features
	}
	return inputNames(e.Inputs)
}

// inputNames are the letters of so many inputs: x, or x1 and x2.
func inputNames(inputs int) []string {
	if inputs < 2 {
		return []string{"x"}
	}
	names := make([]string, inputs)
	for i := range names {
		names[i] = "x" + strconv.Itoa(i+1)
	}
	return names
}

// Places are places with one input, whose other numbers are 0.
func Places(xs ...float64) []Place {
	places := make([]Place, len(xs))
	for i, x := range xs {
		places[i][0] = x
	}
	return places
}

// Matrix returns places as inputs of the model's first Dense layer: a row for each, a
// column for each feature, normalized where the experiment does so.
func (e Experiment) Matrix(places ...Place) nn.Matrix {
	m := e.Columns(places...)
	if layer := e.Normalizer(); layer != nil {
		layer.Apply(m)
	}
	return m
}

// Columns returns places as inputs of the whole model: a row for each, a column for each
// feature, as it is.
func (e Experiment) Columns(places ...Place) nn.Matrix {
	m := nn.NewMatrix(len(places), e.Width())
	e.fill(m, len(places), func(i int) Place { return places[i] })
	return m
}

// Data returns the points as the inputs of the model's first Dense layer, and labels.
func (e Experiment) Data() (x, y nn.Matrix) {
	x, y = e.pointColumns(), nn.NewMatrix(len(e.Points), 1)
	if layer := e.normalizer(x); layer != nil {
		layer.Apply(x)
	}
	for i, p := range e.Points {
		y.Data[i] = float32(p.Y)
	}
	return x, y
}

// pointColumns returns the points as inputs of the whole model.
func (e Experiment) pointColumns() nn.Matrix {
	m := nn.NewMatrix(len(e.Points), e.Width())
	e.fill(m, len(e.Points), func(i int) Place { return e.Points[i].X })
	return m
}

// fill writes the features of so many places into a matrix.
func (e Experiment) fill(m nn.Matrix, count int, at func(int) Place) {
	if len(e.Features) == 0 {
		for i := range count {
			place := at(i)
			for j := range m.Cols {
				m.Data[i*m.Cols+j] = float32(place[j])
			}
		}
		return
	}
	for j, name := range e.Features {
		feature, _ := dataset.FeatureNamed(name)
		if feature.Of == nil {
			continue // Validate says that there is no such feature
		}
		for i := range count {
			place := at(i)
			m.Data[i*m.Cols+j] = float32(feature.Of(place[0], place[1]))
		}
	}
}

// WithPoints returns e with other data: so many inputs, no preset and no recipe.
// What no longer fits is dropped: features, second numbers, classes, weights.
func (e Experiment) WithPoints(points []Point, inputs int) Experiment {
	e.Points, e.Inputs, e.Example, e.Recipe = points, inputs, "", dataset.Recipe{}
	return e.fitting()
}

// fitting returns e without what its number of inputs and its labels do not have.
func (e Experiment) fitting() Experiment {
	if e.Inputs < 2 {
		e.Features, e.Predict = nil, e.Predict.cut(e.Inputs)
		if slices.ContainsFunc(e.Queries, func(q Query) bool { return q.X != q.X.cut(e.Inputs) }) {
			queries := make([]Query, 0, len(e.Queries))
			for _, q := range e.Queries {
				q.X = q.X.cut(e.Inputs)
				if !slices.ContainsFunc(queries, func(o Query) bool { return o.X == q.X }) {
					queries = append(queries, q)
				}
			}
			e.Queries = queries
		}
		if slices.ContainsFunc(e.Goals, func(g Goal) bool { return g.X != g.X.cut(e.Inputs) }) {
			e.Goals = slices.Clone(e.Goals)
			for i := range e.Goals {
				e.Goals[i].X = e.Goals[i].X.cut(e.Inputs)
			}
		}
	}
	if e.Classes != 0 && checkLabels(e.Points, e.Classes) != nil {
		e.Classes = 0
	}
	return e.matched()
}

// cut returns a place with 0 in the inputs that there are not.
func (p Place) cut(inputs int) Place {
	for i := max(inputs, 1); i < len(p); i++ {
		p[i] = 0
	}
	return p
}

// Text writes a place as links have it: its numbers with semicolons between.
func (p Place) Text(inputs int) string {
	texts := make([]string, min(max(inputs, 1), len(p)))
	for i := range texts {
		texts[i] = FormatNumber(p[i])
	}
	return strings.Join(texts, ";")
}

// parsePlace reads a place: as many numbers as there are inputs.
func parsePlace(text string, grammar grammar, inputs int) (place Place, p *Problem) {
	inputs = max(inputs, 1)
	cells := strings.Split(text, ";")
	if len(cells) != inputs {
		return place, NewProblem("place_inputs", "text", Quote(Trim(text)), "count", strconv.Itoa(len(cells)), "inputs", strconv.Itoa(inputs))
	}
	for i, cell := range cells {
		if place[i], p = realNumber(cell, grammar, -MaxAbs, MaxAbs); p != nil {
			return place, p
		}
	}
	return place, nil
}

// featuresProperty is what the model is fed with.
var featuresProperty = property{
	key: "features", within: "set=circle:0.97800", example: "x1,x2,x1x2",
	meaning: "columns that the model is fed with, of two inputs: `" + strings.Join(allFeatures(), "`, `") + "`; empty for `x1,x2`",
	value:   func(e Experiment) string { return strings.Join(e.Features, ",") },
	set: func(e *Experiment, in input) *Problem {
		var features []string
		for name := range strings.SplitSeq(in.text, ",") {
			if Trim(name) == "" {
				continue
			}
			name, p := pickName(name, allFeatures())
			switch {
			case p != nil:
				return p
			case slices.Contains(features, name):
				return NewProblem("feature_twice", "text", name)
			}
			features = append(features, name)
		}
		if len(features) > 0 && e.Inputs < 2 {
			return NewProblem("features_need_inputs")
		}
		if slices.Equal(features, inputNames(e.Inputs)) {
			features = nil
		}
		if !slices.Equal(features, e.Features) {
			e.Features, e.Weights, e.Initial = features, nil, nil
		}
		return nil
	},
}

// allFeatures are the names of all features.
func allFeatures() []string {
	var names []string
	for _, f := range dataset.Features() {
		names = append(names, f.Name)
	}
	return names
}
