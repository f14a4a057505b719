package experiment

import (
	"math"

	"firstneuron/pkg/nn"
)

// RateLimit is what the data say about the learning rate before any training.
type RateLimit struct {
	// Stable is the largest rate that does not diverge, Fastest the one at
	// which the slowest part of the error shrinks fastest.
	Stable, Fastest float64
}

// RateLimit returns the limit of plain gradient descent: one linear neuron, the
// mean squared error, SGD without options, all points in one batch. For any
// other training ok is false, since there the limit is not known beforehand.
func (e Experiment) RateLimit() (limit RateLimit, ok bool) {
	train := len(e.Points) - e.ValidationPoints()
	switch {
	case !e.OneNeuron(), e.Layers[0].Activation != linear, e.Loss != "mean_squared_error":
		return RateLimit{}, false
	case e.Optimizer.Name != "sgd", e.Optimizer.Options != "", e.L1 != 0, e.L2 != 0:
		return RateLimit{}, false
	case train < 1, e.Batch < train:
		return RateLimit{}, false
	}
	x, y := e.Data()
	x.Rows, y.Rows, x.Data, y.Data = train, train, x.Data[:train], y.Data[:train]
	analysis, err := nn.AnalyzeLeastSquares(x, y)
	if err != nil {
		return RateLimit{}, false
	}
	limit = RateLimit{Stable: analysis.LargestStableRate(), Fastest: analysis.FastestRate()}
	return limit, !math.IsInf(limit.Stable, 0) && !math.IsNaN(limit.Stable)
}
