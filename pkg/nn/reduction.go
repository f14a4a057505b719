package nn

import "fmt"

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
)

// WithReduction returns a loss that is reduced in another way, as Keras's losses with
// reduction="sum" are. "mean" is Keras's other name for [SumOverBatchSize]; "none",
// which leaves a number a row, is not for training, and Compile refuses it.
//
// Source: https://keras.io/api/losses/
func WithReduction(l Loss, reduction string) Loss { return reduced{l, reduction} }

// reduced is a loss with its reduction.
type reduced struct {
	Loss
	reduction string
}

// reductionOf parts a loss from its reduction, which is "" where it is the usual one.
func reductionOf(l Loss) (Loss, string, error) {
	r, ok := l.(reduced)
	if !ok {
		return l, "", nil
	}
	if r.Loss == nil {
		return nil, "", fmt.Errorf("nn: Compile: the loss is nil; give one, such as MeanSquaredError")
	}
	switch r.reduction {
	case SumOverBatchSize, "mean":
		return r.Loss, "", nil
	case Sum, MeanWithSampleWeight:
		return r.Loss, r.reduction, nil
	}
	return nil, "", fmt.Errorf("nn: Compile: the reduction is %q; give %s, %s or %s", r.reduction, SumOverBatchSize, Sum, MeanWithSampleWeight)
}
