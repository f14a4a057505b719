package nn

import "fmt"

// Constraint holds the weights of a variable to a rule: after every step of the
// optimizer they are changed so that they keep it. For a kernel
// [features, units] the norms are those of its columns, the weights of a unit; a
// bias has one norm. The set is closed: unexported methods keep it to this
// package.
//
// Source: https://keras.io/api/layers/constraints/
type Constraint interface {
	Configurable
	// Name is Keras's name of the constraint: "max_norm".
	Name() string

	class() string
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

// checkConstraint reports a constraint that cannot be used; nil can.
func checkConstraint(owner string, c Constraint) error {
	if c == nil {
		return nil
	}
	if m, ok := c.(*MinMaxNorm); ok && m.MinValue > m.MaxValue {
		return fmt.Errorf("nn: %s: min_value is %s, max_value is %s; give a max_value that is not below min_value",
			owner, shortest(m.MinValue), shortest(m.MaxValue))
	}
	return checkAll(owner, c.Hyperparameters())
}

// scaleColumns multiplies each column of values by what factor returns for its
// length.
func scaleColumns(values []float32, shape []int, factor func(norm float32) float32) {
	cols := 1
	if len(shape) == 2 {
		cols = shape[1]
	}
	for j := range cols {
		var squares float32
		for i := j; i < len(values); i += cols {
			squares += values[i] * values[i]
		}
		f := factor(sqrt(squares))
		for i := j; i < len(values); i += cols {
			values[i] *= f
		}
	}
}
