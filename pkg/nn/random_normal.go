package nn

import "math/rand/v2"

// RandomNormal draws from a normal law.
type RandomNormal struct {
	Mean   float64 // 0
	Stddev float64 // 0.05 in Keras
}

var _ = initializers.add(func() Initializer { return NewRandomNormal() }, "random_normal", "normal")

// NewRandomNormal returns the initializer with Keras's defaults.
func NewRandomNormal() *RandomNormal { return &RandomNormal{Stddev: 0.05} }

// Name is "random_normal".
func (*RandomNormal) Name() string { return "random_normal" }

// Fields returns mean and stddev.
func (n *RandomNormal) Fields() []Field {
	return []Field{{Name: "mean", Number: &n.Mean}, {Name: "stddev", Number: &n.Stddev}}
}

// Fill draws every value.
func (n *RandomNormal) Fill(r *rand.Rand, values []float32, _ []int) {
	for i := range values {
		values[i] = float32(n.Mean + n.Stddev*r.NormFloat64())
	}
}
