package nn

import "fmt"

// Constraint holds the weights of a variable to a rule: after every step of the
// optimizer they are changed so that they keep it. For a kernel
// [features, units] the norms are those of its columns, the weights of a unit, unless
// another [Axis] is given; a bias has one norm. The set is closed: unexported methods
// keep it to this package.
//
// Source: https://keras.io/api/layers/constraints/
type Constraint interface {
	Configurable
	// Name is Keras's name of the constraint: "max_norm".
	Name() string

	class() string
	// check reports a constraint that cannot be used for a variable of so many
	// dimensions.
	check(owner string, dims int) error
	// hold makes the values keep the rule; shape is that of their variable.
	hold(values []float32, shape []int)
}

// constraintEntries are the rows of [Constraints], each beside its constraint.
var constraintEntries = []*Entry{&maxNormEntry, &minMaxNormEntry, &nonNegEntry, &unitNormEntry}

// ConstraintByName returns a constraint with Keras's defaults by its Keras name,
// such as "max_norm". Errors: none has the name.
func ConstraintByName(name string) (Constraint, error) {
	thing, err := Constraints().find(name)
	if err != nil {
		return nil, err
	}
	return thing.(Constraint), nil
}

// checkConstraint reports a constraint that cannot be used for a variable of so many
// dimensions; nil can.
func checkConstraint(owner string, c Constraint, dims int) error {
	switch {
	case c == nil:
		return nil
	case isNil(c):
		return fmt.Errorf("nn: %s is nil; give a constraint, such as NonNeg, or leave it out", owner)
	}
	return c.check(owner, dims)
}

// Axis says what of a kernel [features, units] has a norm: Keras's argument axis.
//
// Source: https://keras.io/api/layers/constraints/
type Axis int

// The axes of a norm. A bias has [OverFeatures] alone, the norm of all of it.
const (
	OverFeatures Axis = iota // each column, the weights of a unit: 0, as in Keras
	OverUnits                // each row, the weights of a feature: 1
	OverBoth                 // all of it: [0, 1]
)

// axes are those of Keras's configuration.
var axes = []any{OverFeatures: 0, OverUnits: 1, OverBoth: []any{0, 1}}

// An axial constraint takes norms along an axis.
type axial interface{ axisOf() *Axis }

// check reports an axis that a variable of so many dimensions does not have.
func (a Axis) check(owner string, dims int) error {
	switch {
	case a < 0 || int(a) >= len(axes):
		return fmt.Errorf("nn: %s: the axis is %d; give OverFeatures, OverUnits or OverBoth", owner, a)
	case a != OverFeatures && dims < 2:
		return fmt.Errorf("nn: %s: the axis is %v, but there is one dimension; give OverFeatures", owner, axes[a])
	}
	return nil
}

// scale multiplies what has a norm by what factor returns for that.
func (a Axis) scale(values []float32, shape []int, factor func(norm float32) float32) {
	rows, cols := len(values), 1
	if len(shape) == 2 {
		rows, cols = shape[0], shape[1]
	}
	switch a {
	case OverUnits:
		for i := range rows {
			scaleEvery(values[i*cols:(i+1)*cols], 1, factor)
		}
	case OverBoth:
		scaleEvery(values, 1, factor)
	default:
		for j := range cols {
			scaleEvery(values[j:], cols, factor)
		}
	}
}

// scaleEvery multiplies the values that are so many steps apart by what factor returns
// for their norm.
func scaleEvery(values []float32, step int, factor func(norm float32) float32) {
	var squares float32
	for i := 0; i < len(values); i += step {
		squares += values[i] * values[i]
	}
	f := factor(sqrt(squares))
	for i := 0; i < len(values); i += step {
		values[i] *= f
	}
}
