package experiment

import (
	"math"

	"firstneuron/pkg/nn"
)

// TrainingData returns the points that are trained on: all but the validation
// part.
func (e Experiment) TrainingData() (x, y nn.Matrix) {
	x, y = e.Data()
	train := len(e.Points) - e.ValidationPoints()
	x.Rows, y.Rows, x.Data, y.Data = train, train, x.Data[:train], y.Data[:train]
	return x, y
}

// LeastSquares returns what can be said of the experiment by closed form: one
// linear neuron with the mean squared error and no penalty, whose loss is a
// bowl over weight and bias. For any other ok is false.
func (e Experiment) LeastSquares() (analysis *nn.LeastSquares, ok bool) {
	if !e.OneNeuron() || e.Layers[0].Activation != linear || e.Loss != "mean_squared_error" || e.L1 != 0 || e.L2 != 0 {
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
	params, inputs := 0.0, 1.0
	for _, layer := range e.Layers {
		// An activation costs as much as some multiplications.
		params += (inputs + 4) * float64(layer.Units)
		inputs = float64(layer.Units)
	}
	steps := math.Ceil(float64(len(e.Points)) / float64(max(e.Batch, 1)))
	return float64(e.Epochs) * (30*steps + 3*params*float64(len(e.Points)))
}

// Standardized returns the experiment with x' = (x − mean) / deviation for
// every x, the x to predict included, which makes the loss as round a bowl as
// it can be. ok is false when all xs are the same.
func (e Experiment) Standardized() (standardized Experiment, ok bool) {
	n := float64(len(e.Points))
	var mean, variance float64
	for _, p := range e.Points {
		mean += p.X / n
	}
	for _, p := range e.Points {
		variance += (p.X - mean) * (p.X - mean) / n
	}
	deviation := math.Sqrt(variance)
	if !(deviation > 0) || math.IsInf(deviation, 0) {
		return e, false
	}
	// Six digits: as exact as the weights, and short enough to read.
	scaled := func(x float64) float64 {
		v := (x - mean) / deviation
		return math.Round(v*1e6) / 1e6
	}
	points := make([]Point, len(e.Points))
	for i, p := range e.Points {
		points[i] = Point{X: scaled(p.X), Y: p.Y}
	}
	e.Points, e.Example, e.Predict = points, "", scaled(e.Predict)
	return e, true
}
