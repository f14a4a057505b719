package nn

import "math/rand/v2"

// TruncatedNormal draws from a normal law, and again where the value is more than two
// standard deviations from the mean.
//
// Source: https://keras.io/api/layers/initializers/#truncatednormal-class
type TruncatedNormal struct {
	Mean   float64 // 0
	Stddev float64 // 0.05 in Keras, before the cut
}

var _ = initializers.add(Entry{Name: "truncated_normal", Class: "TruncatedNormal"}, func() any { return NewTruncatedNormal() })

// NewTruncatedNormal returns the initializer with Keras's defaults.
func NewTruncatedNormal() *TruncatedNormal { return &TruncatedNormal{Stddev: 0.05} }

// Name is "truncated_normal".
func (*TruncatedNormal) Name() string { return "truncated_normal" }

// Hyperparameters returns mean and stddev.
func (n *TruncatedNormal) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("mean", "Mean", &n.Mean, -unlimited, unlimited), number("stddev", "Stddev", &n.Stddev, 0, unlimited)}
}

// Fill draws every value.
func (n *TruncatedNormal) Fill(r *rand.Rand, values []float32, _ []int) {
	fillTruncated(r, values, n.Mean, n.Stddev)
}
