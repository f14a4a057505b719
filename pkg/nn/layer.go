package nn

import (
	"fmt"
	"math/rand/v2"
)

// Layer is one layer of a [Sequential]: [*Dense], [*Dropout], [*BatchNormalization]
// and the others of [Layers], or one of your own by [NewCustomLayer]. The set is
// closed: unexported methods keep it to this package.
//
// A model takes a layer's size, activation, initializers, constraints and moments when it
// is made: what becomes of those fields later does not count.
//
// A new layer is a file of its own: the type with its options, what it computes
// forward and backward, and its [Entry], which [Layers] lists.
//
// Source: https://keras.io/api/layers/base_layer/
type Layer interface {
	// Name is Keras's name of the layer's class, in lower case: "dense".
	Name() string

	// class is Keras's name of the class itself: "Dense".
	class() string
	// common returns what all layers have.
	common() *LayerSettings
	// options are the layer's fields under the names of Keras's configuration.
	options() []layerOption
	// build makes the layer's variables for so many inputs and returns how
	// many outputs it has.
	build(inputs int) (outputs int, err error)
	// variables returns what build made, in Keras's order.
	variables() []*variable
	// initialize sets the variables' first values.
	initialize(r *rand.Rand)
	// newPass returns working memory for batches of up to so many rows.
	newPass(rows int) pass
}

// LayerSettings are what all layers have. A layer's constructor sets Keras's
// defaults.
//
// Source: https://keras.io/api/layers/base_layer/
type LayerSettings struct {
	// LayerName is the layer's name in its model, by which [Sequential.Layer] finds
	// it. "" is Keras's: the class's, and a number from the second on: "dense",
	// "dense_1".
	LayerName string
	// Trainable is true in Keras. With false training leaves the layer's weights as
	// they are, and a [BatchNormalization] normalizes as it predicts. A change
	// counts from the next Compile on.
	Trainable bool
	// Inputs is the number of features of each row. 0 takes what the layer before
	// gives; the first layer, or an [Input] before it, must say it.
	Inputs int

	// owner is the model that the layer is in.
	owner *Sequential
	// frozen is Trainable's opposite as it was when the model was compiled.
	frozen bool
	// place is the layer's in its model.
	place int
}

func (s *LayerSettings) common() *LayerSettings { return s }

// asKeras are Keras's settings of every layer.
func asKeras() LayerSettings { return LayerSettings{Trainable: true} }

// A pass is a layer's working memory: what it has to remember between the way
// forward and the way back. Nothing is allocated after it is made.
type pass interface {
	// forward returns the outputs, [rows, outputs], for the inputs x, while
	// training or not.
	forward(x Matrix, training bool) Matrix
	// backward takes dLoss/dOutputs, adds dLoss/dVariable to the gradient of each
	// variable that is trained and, where the layer before needs it, returns
	// dLoss/dInputs.
	backward(dy Matrix, needed bool) (dx Matrix)
}

// A penalizing pass adds to the loss what its layer's outputs cost.
type penalizing interface {
	// penalizes reports whether it does.
	penalizes() bool
	// penalty returns what the outputs of the batch that went forward last add.
	penalty(rows int) float64
}

// A restarting pass draws numbers, and can draw the same again.
type restarting interface {
	// restart goes back to where the draws stood when the pass was made.
	restart()
}

// A variable is one array of weights: a kernel, a bias, a moving mean.
type variable struct {
	// name is Keras's: "kernel" or "bias".
	name  string
	shape []int
	// values are a part of the model's flat slice, and gradient of that of the
	// gradients; nil where the variable is not trained.
	values, gradient []float32
	// fixed is set where no training changes the variable by its gradient.
	fixed bool
	// whole is set where Keras keeps a whole number, of twice the size.
	whole bool
	// regularizer and constraint are nil where there is none.
	regularizer *Regularizer
	constraint  Constraint
	// first draws the first values; nil where the layer itself sets them.
	first Initializer
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

// perFeature makes a variable with a value for each feature.
func perFeature(name string, features int) *variable {
	return &variable{name: name, shape: []int{features}}
}

// with sets what is added to the loss for a variable, and what it is held to.
func (v *variable) with(r *Regularizer, c Constraint) *variable {
	v.regularizer, v.constraint = r, c
	return v
}

// from sets what draws the first values.
func (v *variable) from(i Initializer) *variable {
	v.first = i
	return v
}

// fill draws the first values of a variable, which nil has none of.
func (v *variable) fill(r *rand.Rand) {
	if v != nil {
		v.first.Fill(r, v.values, v.shape)
	}
}

// untrained makes the variable one that no training changes by its gradient.
func (v *variable) untrained() *variable {
	v.fixed = true
	return v
}

// checkInputs reports a layer that was told to expect other inputs than it gets.
func (s *LayerSettings) checkInputs(class string, inputs int) error {
	switch {
	case s.Inputs < 0:
		return fmt.Errorf("nn: %s: the input shape is %d; give at least 1", class, s.Inputs)
	case s.Inputs > 0 && inputs != s.Inputs:
		return fmt.Errorf("nn: %s: the input shape is %d, but the layer before has %d outputs; leave it out", class, s.Inputs, inputs)
	}
	return nil
}

// valuesOf returns a variable's values, nil of none.
func valuesOf(v *variable) []float32 {
	if v == nil {
		return nil
	}
	return v.values
}

// present returns the variables that there are.
func present(vars ...*variable) []*variable {
	var all []*variable
	for _, v := range vars {
		if v != nil {
			all = append(all, v)
		}
	}
	return all
}
