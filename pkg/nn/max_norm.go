package nn

// MaxNorm shortens what is longer than MaxValue: w ← w·min(|w|, MaxValue) / (|w| + 1e-7).
//
// Source: https://keras.io/api/layers/constraints/#maxnorm-class
type MaxNorm struct {
	MaxValue float64 // 2 in Keras
	Axis     Axis    // OverFeatures in Keras
}

var maxNormEntry = Entry{Name: "max_norm", Class: "MaxNorm", construct: func() any { return NewMaxNorm(2) }}

// NewMaxNorm returns the constraint.
func NewMaxNorm(maxValue float64) *MaxNorm { return &MaxNorm{MaxValue: maxValue} }

// Name is "max_norm".
func (*MaxNorm) Name() string { return "max_norm" }

func (c *MaxNorm) axisOf() *Axis { return &c.Axis }

func (c *MaxNorm) check(owner string, dims int) error {
	return firstError(c.Axis.check(owner, dims), checkAll(owner, c.Hyperparameters()))
}

func (*MaxNorm) class() string { return "MaxNorm" }

// Hyperparameters returns max_value.
func (c *MaxNorm) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("max_value", "MaxValue", &c.MaxValue, 0, unlimited)}
}

func (c *MaxNorm) hold(values []float32, shape []int) {
	c.Axis.scale(values, shape, func(norm float32) float32 {
		return min(norm, float32(c.MaxValue)) / (epsilon + norm)
	})
}
