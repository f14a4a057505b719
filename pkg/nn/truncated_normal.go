package nn

import "math/rand/v2"

// TruncatedNormal draws from a normal law, and again where it is farther than
// two deviations from the mean.
type TruncatedNormal struct {
	Mean   float64 // 0
	Stddev float64 // 0.05 in Keras, before the cut
}

var _ = initializers.add(func() Initializer { return NewTruncatedNormal() }, "truncated_normal")

// NewTruncatedNormal returns the initializer with Keras's defaults.
func NewTruncatedNormal() *TruncatedNormal { return &TruncatedNormal{Stddev: 0.05} }

// Name is "truncated_normal".
func (*TruncatedNormal) Name() string { return "truncated_normal" }

// Fields returns mean and stddev.
func (n *TruncatedNormal) Fields() []Field {
	return []Field{{Name: "mean", Number: &n.Mean}, {Name: "stddev", Number: &n.Stddev}}
}

// Fill draws every value.
func (n *TruncatedNormal) Fill(r *rand.Rand, values []float32, _ []int) {
	fillTruncated(r, values, n.Mean, n.Stddev)
}
