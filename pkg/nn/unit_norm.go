package nn

// UnitNorm makes every length 1: w ← w / (|w| + 1e-7).
//
// Source: https://keras.io/api/layers/constraints/#unitnorm-class
type UnitNorm struct {
	Axis Axis // OverFeatures in Keras
}

var unitNormEntry = Entry{Name: "unit_norm", Class: "UnitNorm", construct: func() any { return NewUnitNorm() }}

// NewUnitNorm returns the constraint with Keras's default.
func NewUnitNorm() *UnitNorm { return &UnitNorm{} }

// Name is "unit_norm".
func (*UnitNorm) Name() string { return "unit_norm" }

func (c *UnitNorm) axisOf() *Axis { return &c.Axis }

func (c *UnitNorm) check(owner string, dims int) error {
	return c.Axis.check(owner, dims)
}

func (*UnitNorm) class() string { return "UnitNorm" }

// Hyperparameters returns none.
func (*UnitNorm) Hyperparameters() []Hyperparameter { return nil }

func (c *UnitNorm) hold(values []float32, shape []int) {
	c.Axis.scale(values, shape, func(norm float32) float32 { return 1 / (epsilon + norm) })
}
