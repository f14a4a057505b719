package nn

// UnitNorm makes every length 1: w ← w / (|w| + 1e-7).
//
// Source: https://keras.io/api/layers/constraints/#unitnorm-class
type UnitNorm struct{}

var unitNormEntry = Entry{Name: "unit_norm", Class: "UnitNorm", construct: func() any { return UnitNorm{} }}

// Name is "unit_norm".
func (UnitNorm) Name() string { return "unit_norm" }

func (UnitNorm) class() string { return "UnitNorm" }

// Hyperparameters returns none.
func (UnitNorm) Hyperparameters() []Hyperparameter { return nil }

func (UnitNorm) hold(values []float32, shape []int) {
	scaleColumns(values, shape, func(norm float32) float32 { return 1 / (epsilon + norm) })
}
