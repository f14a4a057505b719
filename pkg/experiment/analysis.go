package experiment

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/nn"
)

// TrainingData returns the points that are trained on: all but the validation
// part.
func (e Experiment) TrainingData() (x, y nn.Matrix) {
	x, y = e.Data()
	train := len(e.Points) - e.ValidationPoints()
	x.Rows, y.Rows, x.Data, y.Data = train, train, x.Data[:train*x.Cols], y.Data[:train]
	return x, y
}

// LeastSquares returns what can be said of the experiment by closed form: one
// linear neuron with the mean squared error and no penalty, whose loss is a
// bowl over weight and bias. For any other ok is false.
func (e Experiment) LeastSquares() (analysis *nn.LeastSquares, ok bool) {
	if !e.IsLinear() || e.Loss != "mean_squared_error" || e.L1 != 0 || e.L2 != 0 {
		return nil, false
	}
	x, y := e.TrainingData()
	if x.Rows < 1 {
		return nil, false
	}
	analysis, err := nn.AnalyzeLeastSquares(x, y)
	if err != nil || !(analysis.Eigenvalues[0] > 0) {
		return nil, false
	}
	return analysis, true
}

// PlainDescent reports whether each epoch is one step of plain gradient
// descent over all points, for which the closed form tells every step.
func (e Experiment) PlainDescent() bool {
	return e.Optimizer.Name == "sgd" && e.Optimizer.Options == "" && e.Batch >= len(e.Points)-e.ValidationPoints()
}

// Work is about how many multiplications the training takes.
func (e Experiment) Work() float64 {
	params := 0.0
	for _, layer := range e.Layout() {
		// An activation costs as much as some multiplications.
		params += float64((layer.Inputs + 4) * layer.Units)
	}
	steps := math.Ceil(float64(len(e.Points)) / float64(max(e.Batch, 1)))
	return float64(e.Epochs) * (30*steps + 3*params*float64(len(e.Points)))
}

// Standardized returns the experiment with x' = (x − mean) / deviation for
// every x, input by input: those of the points, those to predict, and those of the author's
// goals. It makes the loss as round a bowl as it can be. ok is false when all
// xs of the points are the same, or one of the others lies so far from them
// that its x' is beyond [MaxAbs].
func (e Experiment) Standardized() (standardized Experiment, ok bool) {
	var mean, deviation Place
	inputs := max(e.Inputs, 1)
	for i := range inputs {
		if mean[i], deviation[i], ok = e.spread(i); !ok {
			return e, false
		}
	}
	scaled := func(x Place) Place {
		for i := range inputs {
			// Six digits: as exact as the weights, and short enough to read.
			x[i] = math.Round((x[i]-mean[i])/deviation[i]*1e6) / 1e6
			ok = ok && math.Abs(x[i]) <= MaxAbs
		}
		return x
	}
	standardized = e
	standardized.Example, standardized.Recipe, standardized.Predict = "", dataset.Recipe{}, scaled(e.Predict)
	standardized.Points = slices.Clone(e.Points)
	for i, p := range e.Points {
		standardized.Points[i].X = scaled(p.X)
	}
	standardized.Queries = nil
	for _, query := range e.Queries {
		query.X = scaled(query.X)
		// Two that the six digits do not tell apart are one query.
		if !slices.ContainsFunc(standardized.Queries, func(q Query) bool { return q.X == query.X }) {
			standardized.Queries = append(standardized.Queries, query)
		}
	}
	standardized.Goals = slices.Clone(e.Goals)
	for i, goal := range e.Goals {
		if goal.Kind == PredictGoal {
			standardized.Goals[i].X = scaled(goal.X)
		}
	}
	if !ok {
		return e, false
	}
	return standardized, true
}

// spread returns the mean and the deviation of an input over all points; ok is false
// when it is the same everywhere.
func (e Experiment) spread(input int) (mean, deviation float64, ok bool) {
	n := float64(len(e.Points))
	var variance float64
	for _, p := range e.Points {
		mean += p.X[input] / n
	}
	for _, p := range e.Points {
		variance += (p.X[input] - mean) * (p.X[input] - mean) / n
	}
	deviation = math.Sqrt(variance)
	// The mean of equal numbers need not be that number: it is rounded.
	same := !slices.ContainsFunc(e.Points, func(p Point) bool { return p.X[input] != e.Points[0].X[input] })
	return mean, deviation, !same && deviation > 0 && !math.IsInf(deviation, 0)
}
