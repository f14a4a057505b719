package nn

// ActivationFunction is an activation of your own: [NewCustomActivation] makes an
// [Activation] of it.
//
// Source: https://keras.io/api/layers/activations/#creating-custom-activations
type ActivationFunction interface {
	// Name is how the activation is called.
	Name() string
	// Forward sets y = f(z) for a batch [rows, units], row by row; a row has units
	// values.
	Forward(z, y []float32, units int)
	// Backward sets dz = dLoss/dz from dy = dLoss/dy, where y = f(z).
	Backward(z, y, dy, dz []float32, units int)
}

// NewCustomActivation returns an activation that computes what f does. A net with it
// is trained by Go, not by the SIMD kernel.
func NewCustomActivation(f ActivationFunction) Activation { return &customActivation{f} }

type customActivation struct{ function ActivationFunction }

func (a *customActivation) lacking() bool { return a.function == nil }

func (a *customActivation) Name() string { return a.function.Name() }

func (a *customActivation) forward(z, y []float32, cols int) { a.function.Forward(z, y, cols) }

func (a *customActivation) backward(z, y, dy, dz []float32, cols int) {
	a.function.Backward(z, y, dy, dz, cols)
}
