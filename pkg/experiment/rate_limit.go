package experiment

import (
	"math"

	"firstneuron/pkg/nn"
)

// RateLimit holds the learning rates that follow from the data before any
// training.
type RateLimit struct {
	// Stable is the largest rate that does not diverge, Fastest the one at
	// which the slowest part of the error shrinks fastest.
	Stable, Fastest float64
}

// RateLimit returns the limit of plain gradient descent: one linear neuron, the
// mean squared error, SGD without options, all points in one batch. For any
// other training ok is false, since there the limit is not known beforehand.
func (e Experiment) RateLimit() (limit RateLimit, ok bool) {
	analysis, _ := e.LeastSquares()
	return e.RateLimitOf(analysis)
}

// RateLimitOf is RateLimit for who has the closed form of e already, nil where
// there is none.
func (e Experiment) RateLimitOf(analysis *nn.LeastSquares) (limit RateLimit, ok bool) {
	if analysis == nil || !e.PlainDescent() {
		return RateLimit{}, false
	}
	limit = RateLimit{Stable: analysis.LargestStableRate(), Fastest: analysis.FastestRate()}
	return limit, !math.IsInf(limit.Stable, 0) && !math.IsNaN(limit.Stable)
}
