package nn

import "math/rand/v2"

// RandomNormal draws from a normal law with mean Mean and standard deviation Stddev.
//
// Source: https://keras.io/api/layers/initializers/#randomnormal-class
type RandomNormal struct {
	Mean   float64 // 0
	Stddev float64 // 0.05 in Keras
}

var _ = initializers.add(Entry{Name: "random_normal", Class: "RandomNormal", Aliases: []string{"normal"}}, func() any { return NewRandomNormal() })

// NewRandomNormal returns the initializer with Keras's defaults.
func NewRandomNormal() *RandomNormal { return &RandomNormal{Stddev: 0.05} }

// Name is "random_normal".
func (*RandomNormal) Name() string { return "random_normal" }

// Hyperparameters returns mean and stddev.
func (n *RandomNormal) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("mean", "Mean", &n.Mean, -unlimited, unlimited), number("stddev", "Stddev", &n.Stddev, 0, unlimited)}
}

// Fill draws every value.
func (n *RandomNormal) Fill(r *rand.Rand, values []float32, _ []int) {
	for i := range values {
		values[i] = float32(n.Mean + n.Stddev*r.NormFloat64())
	}
}
