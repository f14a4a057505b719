package nn

import "slices"

// AdamW is [Adam] with a weight decay of 0.004 unless said otherwise. The decay
// is decoupled: it is no part of the gradient.
//
// Source: https://keras.io/api/optimizers/adamw/; Loshchilov and Hutter,
// "Decoupled weight decay regularization", 2019.
type AdamW struct{ Adam }

var _ = optimizers.add(Entry{Name: "adamw", Class: "AdamW", FirstCourse: true}, func() any { return NewAdamW(0.001) })

// NewAdamW returns the optimizer with Keras's defaults but for the rate, which
// is 0.001 in Keras.
func NewAdamW(learningRate float64) *AdamW {
	o := &AdamW{Adam: *NewAdam(learningRate)}
	o.WeightDecay = 0.004
	return o
}

// Name is "adamw".
func (*AdamW) Name() string { return "adamw" }

// Hyperparameters returns Adam's options. Keras's second argument is the weight
// decay here.
func (o *AdamW) Hyperparameters() []Hyperparameter {
	all := o.Adam.Hyperparameters()
	at := slices.IndexFunc(all, func(h Hyperparameter) bool { return h.Name == "weight_decay" })
	decay := all[at]
	return slices.Insert(slices.Delete(all, at, at+1), 1, decay)
}
