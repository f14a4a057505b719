package experiment

import (
	"math"
	"slices"

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
// every x: those of the points, those to predict, and those of the author's
// goals. It makes the loss as round a bowl as it can be. ok is false when all
// xs of the points are the same, or one of the others lies so far from them
// that its x' is beyond [MaxAbs].
func (e Experiment) Standardized() (standardized Experiment, ok bool) {
	n := float64(len(e.Points))
	var mean, variance float64
	for _, p := range e.Points {
		mean += p.X[0] / n
	}
	for _, p := range e.Points {
		variance += (p.X[0] - mean) * (p.X[0] - mean) / n
	}
	deviation := math.Sqrt(variance)
	// The mean of equal numbers need not be that number: it is rounded.
	same := !slices.ContainsFunc(e.Points, func(p Point) bool { return p.X[0] != e.Points[0].X[0] })
	if same || !(deviation > 0) || math.IsInf(deviation, 0) {
		return e, false
	}
	ok = true
	scaled := func(x float64) float64 {
		// Six digits: as exact as the weights, and short enough to read.
		v := math.Round((x-mean)/deviation*1e6) / 1e6
		ok = ok && math.Abs(v) <= MaxAbs
		return v
	}
	standardized = e
	standardized.Example, standardized.Predict[0] = "", scaled(e.Predict[0])
	standardized.Points = slices.Clone(e.Points)
	for i, p := range e.Points {
		standardized.Points[i].X[0] = scaled(p.X[0])
	}
	standardized.Queries = nil
	for _, query := range e.Queries {
		query.X[0] = scaled(query.X[0])
		// Two that the six digits do not tell apart are one query.
		if !slices.ContainsFunc(standardized.Queries, func(q Query) bool { return q.X == query.X }) {
			standardized.Queries = append(standardized.Queries, query)
		}
	}
	standardized.Goals = slices.Clone(e.Goals)
	for i, goal := range e.Goals {
		if goal.Kind == PredictGoal {
			standardized.Goals[i].X[0] = scaled(goal.X[0])
		}
	}
	if !ok {
		return e, false
	}
	return standardized, true
}
