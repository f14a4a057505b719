package nn

import "math/rand/v2"

// Layer is one layer of a [Sequential]: [*Dense], [*ActivationLayer],
// [*Dropout] or [*Input]. The set is closed: unexported methods keep it to this
// package.
//
// Source: https://keras.io/api/layers/base_layer/
type Layer interface {
	// Name is Keras's name of the layer's class, in lower case: "dense".
	Name() string

	// inputShape returns how many features the layer was told to expect, 0
	// when it takes what the layer before gives.
	inputShape() int
	// build makes the layer's variables for so many inputs and returns how
	// many outputs it has.
	build(inputs int) (outputs int, err error)
	// variables returns what build made, in Keras's order.
	variables() []*variable
	// initialize draws the variables' first values.
	initialize(r *rand.Rand)
	// newPass returns working memory for batches of up to so many rows.
	newPass(rows int) pass
}

// A pass is a layer's working memory: what it has to remember between the way
// forward and the way back. Nothing is allocated after it is made.
type pass interface {
	// forward returns the outputs, [rows, outputs], for the inputs x, while
	// training or not.
	forward(x Matrix, training bool) Matrix
	// backward takes dLoss/dOutputs, adds dLoss/dVariable to each variable's
	// gradient and, where the layer before needs it, returns dLoss/dInputs.
	backward(dy Matrix, needed bool) (dx Matrix)
}

// A variable is one array that training changes: a kernel or a bias.
type variable struct {
	// name is Keras's: "kernel" or "bias".
	name  string
	shape []int
	// values and gradient are parts of the model's flat slices.
	values, gradient []float32
	// regularizer is nil where there is none.
	regularizer *Regularizer
}

// sizeOf returns how many values some variables have together.
func sizeOf(vars []*variable) int {
	n := 0
	for _, v := range vars {
		n += v.size()
	}
	return n
}

func (v *variable) size() int {
	n := 1
	for _, d := range v.shape {
		if d > maxParams || n > maxParams {
			return maxParams + 1 // before it overflows
		}
		n *= d
	}
	return n
}
