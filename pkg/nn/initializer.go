package nn

import (
	"math"
	"math/rand/v2"
)

// Initializer draws the first values of a variable.
type Initializer interface {
	// Name is Keras's name of the initializer: "glorot_uniform".
	Name() string
	// Fill sets every value of a variable of the given shape from r.
	Fill(r *rand.Rand, values []float32, shape []int)
}

// GlorotUniform draws uniformly from ±√(6 / (inputs + units)), which for one
// input and one unit is ±√3.
//
// Source: https://keras.io/api/layers/initializers/; Glorot and Bengio,
// "Understanding the difficulty of training deep feedforward neural networks",
// 2010.
var GlorotUniform Initializer = glorotUniform{}

type glorotUniform struct{}

func (glorotUniform) Name() string { return "glorot_uniform" }

func (glorotUniform) Fill(r *rand.Rand, values []float32, shape []int) {
	in, out := fans(shape)
	limit := math.Sqrt(6 / float64(in+out))
	for i := range values {
		values[i] = float32((2*r.Float64() - 1) * limit)
	}
}

// fans returns how many inputs and outputs a variable connects. Keras counts
// those of a bias, which has one dimension, as its length both.
func fans(shape []int) (in, out int) {
	if len(shape) == 1 {
		return shape[0], shape[0]
	}
	return shape[0], shape[1]
}

// Zeros sets every value to 0.
var Zeros Initializer = zeros{}

type zeros struct{}

func (zeros) Name() string                                 { return "zeros" }
func (zeros) Fill(_ *rand.Rand, values []float32, _ []int) { clear(values) }
