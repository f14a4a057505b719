package nn

import (
	"errors"
	"fmt"
)

// The reductions of [WithReduction]: what the losses of a batch's rows become.
const (
	// SumOverBatchSize is Keras's default: their sum, each times its weight, divided
	// by the number of rows.
	SumOverBatchSize = "sum_over_batch_size"
	// Sum is their sum, each times its weight.
	Sum = "sum"
	// MeanWithSampleWeight is their sum, each times its weight, divided by the sum of
	// the weights.
	MeanWithSampleWeight = "mean_with_sample_weight"
	// NoReduction leaves them as they are. Their mean is logged, as ever, and the weights
	// follow the gradient of their sum: what TensorFlow makes of many numbers.
	NoReduction = "none"
)

// WithReduction returns a loss that is reduced in another way, as Keras's losses with
// reduction="sum" are. "mean" is Keras's other name for [SumOverBatchSize]. As in Keras,
// [NoReduction] does not go with a regularizer, whose one number cannot be added to many.
//
// Source: https://keras.io/api/losses/
func WithReduction(l Loss, reduction string) Loss { return reduced{l, reduction} }

// reduced is a loss with its reduction.
type reduced struct {
	Loss
	reduction string
}

// A reducing loss has another reduction. What such losses need is reached through this
// interface alone: a program without any does not carry it.
type reducing interface {
	// parts returns the loss and its reduction, "" where it is the usual one. Error: the
	// loss does not train the model with it.
	parts(m *Sequential) (Loss, string, error)
}

func (r reduced) parts(m *Sequential) (Loss, string, error) {
	for inner, again := r.Loss.(reduced); again; inner, again = r.Loss.(reduced) {
		r.Loss = inner.Loss // the outermost reduction is the one
	}
	if isNil(r.Loss) {
		return nil, "", errors.New("nn: Compile: the loss is nil; give one, such as MeanSquaredError")
	}
	switch r.reduction {
	case SumOverBatchSize, "mean":
		return r.Loss, "", nil
	case NoReduction:
		if m.penalized() {
			return nil, "", errors.New("nn: Compile: the reduction is none and a layer has a regularizer, which cannot be added to a loss of each row; use another reduction")
		}
		fallthrough
	case Sum, MeanWithSampleWeight:
		return r.Loss, r.reduction, nil
	}
	return nil, "", fmt.Errorf("nn: Compile: the reduction is %q; give %s, %s, %s or %s", r.reduction, SumOverBatchSize, Sum, MeanWithSampleWeight, NoReduction)
}

// penalized reports whether a layer adds to the loss when the model is compiled now.
func (m *Sequential) penalized() bool {
	for _, layer := range m.layers {
		for _, v := range layer.variables() {
			if v.regularizer != nil && !v.fixed && layer.common().Trainable {
				return true
			}
		}
		if p, ok := layer.newPass(1).(penalizing); ok && p.penalizes() {
			return true
		}
	}
	return false
}
