package nn

// AdamW is [Adam] with a weight decay of 0.004 unless said otherwise. The decay
// is decoupled: it is no part of the gradient.
//
// Source: https://keras.io/api/optimizers/adamw/; Loshchilov and Hutter,
// "Decoupled weight decay regularization", 2019.
type AdamW struct{ Adam }

var _ = optimizers.add(func() Optimizer { return NewAdamW(0.001) }, "adamw")

// NewAdamW returns the optimizer with Keras's defaults but for the rate, which
// is 0.001 in Keras.
func NewAdamW(learningRate float64) *AdamW {
	o := &AdamW{Adam: *NewAdam(learningRate)}
	o.WeightDecay = 0.004
	return o
}

// Name is "adamw".
func (*AdamW) Name() string { return "adamw" }
