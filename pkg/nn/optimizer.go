package nn

// Optimizer turns the gradients of a batch into the next guess.
type Optimizer interface {
	// Name is Keras's name of the optimizer: "sgd".
	Name() string

	// check reports a field that cannot be used.
	check() error
	// build makes the state for so many parameters, and begins anew.
	build(params int)
	// update is one step: it changes the parameters by their gradients.
	update(params, gradients []float32)
	// rate is the learning rate of the next step.
	rate() float64
}
