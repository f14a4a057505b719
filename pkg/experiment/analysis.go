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
