package nn

import "fmt"

// SGD is stochastic gradient descent:
//
//	w ← w − LearningRate · g
//
// Source: https://keras.io/api/optimizers/sgd/
type SGD struct {
	// LearningRate is how far a step goes along the gradient; Keras's default
	// is 0.01.
	LearningRate float64
}

var _ Optimizer = (*SGD)(nil)

// NewSGD returns the optimizer with Keras's defaults but for the rate.
func NewSGD(learningRate float64) *SGD { return &SGD{LearningRate: learningRate} }

// Name is "sgd".
func (*SGD) Name() string { return "sgd" }

func (o *SGD) rate() float64 { return o.LearningRate }

func (o *SGD) check() error {
	if !(o.LearningRate >= 0) || !finite(float32(o.LearningRate)) {
		return fmt.Errorf("nn: SGD: the learning rate is %v; give a finite number, not negative", o.LearningRate)
	}
	return nil
}

func (*SGD) build(int) {}

func (o *SGD) update(params, gradients []float32) {
	addScaled(params, gradients, -float32(o.LearningRate))
}
