package nn

import "fmt"

// MinMaxNorm brings each length to within MinValue and MaxValue, all the way at a
// Rate of 1:
//
//	w ← w·(Rate·clip(|w|, MinValue, MaxValue) + (1 − Rate)·|w|) / (|w| + 1e-7)
//
// Source: https://keras.io/api/layers/constraints/#minmaxnorm-class
type MinMaxNorm struct {
	MinValue float64 // 0 in Keras
	MaxValue float64 // 1 in Keras, at least MinValue
	Rate     float64 // from 0 to 1; 1 in Keras
	Axis     Axis    // OverFeatures in Keras
}

var minMaxNormEntry = Entry{Name: "min_max_norm", Class: "MinMaxNorm", construct: func() any { return NewMinMaxNorm() }}

// NewMinMaxNorm returns the constraint with Keras's defaults.
func NewMinMaxNorm() *MinMaxNorm { return &MinMaxNorm{MaxValue: 1, Rate: 1} }

// Name is "min_max_norm".
func (*MinMaxNorm) Name() string { return "min_max_norm" }

func (c *MinMaxNorm) axisOf() *Axis { return &c.Axis }

func (c *MinMaxNorm) check(owner string, dims int) error {
	if c.MinValue > c.MaxValue {
		return fmt.Errorf("nn: %s: min_value is %s, max_value is %s; give a max_value that is not below min_value",
			owner, shortest(c.MinValue), shortest(c.MaxValue))
	}
	return firstError(c.Axis.check(owner, dims), checkAll(owner, c.Hyperparameters()))
}

func (*MinMaxNorm) class() string { return "MinMaxNorm" }

// Hyperparameters returns min_value, max_value and rate.
func (c *MinMaxNorm) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("min_value", "MinValue", &c.MinValue, 0, unlimited),
		number("max_value", "MaxValue", &c.MaxValue, 0, unlimited),
		number("rate", "Rate", &c.Rate, 0, 1),
	}
}

func (c *MinMaxNorm) hold(values []float32, shape []int) {
	low, high, rate := float32(c.MinValue), float32(c.MaxValue), float32(c.Rate)
	c.Axis.scale(values, shape, func(norm float32) float32 {
		return (rate*min(max(norm, low), high) + (1-rate)*norm) / (epsilon + norm)
	})
}
