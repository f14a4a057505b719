package nn

import "math/rand/v2"

// RandomUniform draws uniformly from Minval to Maxval.
//
// Source: https://keras.io/api/layers/initializers/#randomuniform-class
type RandomUniform struct {
	Minval float64 // −0.05 in Keras
	Maxval float64 // 0.05 in Keras
}

var _ = initializers.add(Entry{Name: "random_uniform", Class: "RandomUniform", Aliases: []string{"uniform"}}, func() any { return NewRandomUniform() })

// NewRandomUniform returns the initializer with Keras's defaults.
func NewRandomUniform() *RandomUniform { return &RandomUniform{Minval: -0.05, Maxval: 0.05} }

// Name is "random_uniform".
func (*RandomUniform) Name() string { return "random_uniform" }

// Hyperparameters returns minval and maxval.
func (u *RandomUniform) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("minval", "Minval", &u.Minval, -unlimited, unlimited), number("maxval", "Maxval", &u.Maxval, -unlimited, unlimited)}
}

// Fill draws every value.
func (u *RandomUniform) Fill(r *rand.Rand, values []float32, _ []int) {
	for i := range values {
		values[i] = float32(u.Minval + (u.Maxval-u.Minval)*r.Float64())
	}
}
