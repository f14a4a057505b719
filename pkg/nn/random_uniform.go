package nn

import "math/rand/v2"

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
