package nn

// Activation turns a unit's pre-activation z = inputs·kernel + bias into its
// output. It is a pair of the function and its derivative.
type Activation interface {
	// Name is Keras's name of the activation: "linear".
	Name() string

	// forward sets y = f(z); cols is how many units a row has.
	forward(z, y []float32, cols int)
	// backward sets dz = dLoss/dz from dy = dLoss/dy, where y = f(z).
	backward(z, y, dy, dz []float32, cols int)
}

// Linear is f(z) = z, which is no activation at all.
//
// Source: https://keras.io/api/layers/activations/
var Linear Activation = linear{}

type linear struct{}

func (linear) Name() string                           { return "linear" }
func (linear) forward(z, y []float32, _ int)          { copy(y, z) }
func (linear) backward(_, _, dy, dz []float32, _ int) { copy(dz, dy) }
