package nn

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
}

var minMaxNormEntry = Entry{Name: "min_max_norm", Class: "MinMaxNorm", construct: func() any { return NewMinMaxNorm() }}

// NewMinMaxNorm returns the constraint with Keras's defaults.
func NewMinMaxNorm() *MinMaxNorm { return &MinMaxNorm{MaxValue: 1, Rate: 1} }

// Name is "min_max_norm".
func (*MinMaxNorm) Name() string { return "min_max_norm" }

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
	scaleColumns(values, shape, func(norm float32) float32 {
		return (rate*min(max(norm, low), high) + (1-rate)*norm) / (epsilon + norm)
	})
}
