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

// RandomUniform draws uniformly.
type RandomUniform struct {
	Minval float64 // −0.05 in Keras
	Maxval float64 // 0.05 in Keras
}

var _ = initializers.add(func() Initializer { return NewRandomUniform() }, "random_uniform", "uniform")

// NewRandomUniform returns the initializer with Keras's defaults.
func NewRandomUniform() *RandomUniform { return &RandomUniform{Minval: -0.05, Maxval: 0.05} }

// Name is "random_uniform".
func (*RandomUniform) Name() string { return "random_uniform" }

// Fields returns minval and maxval.
func (u *RandomUniform) Fields() []Field {
	return []Field{{Name: "minval", Number: &u.Minval}, {Name: "maxval", Number: &u.Maxval}}
}

// Fill draws every value.
func (u *RandomUniform) Fill(r *rand.Rand, values []float32, _ []int) {
	for i := range values {
		values[i] = float32(u.Minval + (u.Maxval-u.Minval)*r.Float64())
	}
}
