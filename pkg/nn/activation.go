package nn

import "fmt"

// Activation turns a unit's pre-activation z = inputs·kernel + bias into its
// output. It is a pair of the function and its derivative, of z [batch, units] to
// [batch, units]. The activations of this package are variables such as [ReLU];
// [ActivationByName] finds them by Keras's names. The set is closed: unexported
// methods keep it to this package.
//
// Source: https://keras.io/api/layers/activations/
type Activation interface {
	// Name is Keras's name of the activation: "linear".
	Name() string

	// forward sets y = f(z); a row has cols units.
	forward(z, y []float32, cols int)
	// backward sets dz = dLoss/dz from dy = dLoss/dy, where y = f(z).
	backward(z, y, dy, dz []float32, cols int)
}

// ActivationByName returns the activation of a Keras name, such as "tanh".
// Errors: no activation has the name; the error says which are near.
func ActivationByName(name string) (Activation, error) {
	thing, err := activations.find(name)
	if err != nil {
		return nil, err
	}
	return thing.(Activation), nil
}

// newActivation makes an activation known by its entry.
func newActivation(e Entry, a Activation) Activation {
	activations.add(e, func() any { return a })
	return a
}

// elementwise is an activation of each unit by itself: y = f(z), and dy/dz
// from z and y.
type elementwise struct {
	name       string
	f          func(z float32) float32
	derivative func(z, y float32) float32
}

// newElementwise makes an activation of each unit known by its entry.
func newElementwise(e Entry, f func(z float32) float32, derivative func(z, y float32) float32) Activation {
	return newActivation(e, &elementwise{e.Name, f, derivative})
}

func (a *elementwise) Name() string { return a.name }

func (a *elementwise) forward(z, y []float32, _ int) {
	y = y[:len(z)]
	for i, v := range z {
		y[i] = a.f(v)
	}
}

func (a *elementwise) backward(z, y, dy, dz []float32, _ int) {
	y, dy, dz = y[:len(z)], dy[:len(z)], dz[:len(z)]
	for i, v := range z {
		dz[i] = dy[i] * a.derivative(v, y[i])
	}
}

// checkActivation reports an activation that cannot be used.
func checkActivation(owner string, a Activation) error {
	if lacks(a) {
		return fmt.Errorf("nn: %s: the activation of your own is nil; give NewCustomActivation one", owner)
	}
	if isNil(a) {
		return fmt.Errorf("nn: %s is nil; give one, such as Tanh", owner)
	}
	return checkAll(owner, hyperparametersOf(a))
}
