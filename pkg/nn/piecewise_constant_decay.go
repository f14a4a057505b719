package nn

import (
	"errors"
	"fmt"
)

// PiecewiseConstantDecay is Values[0] up to and with step Boundaries[0], then
// Values[1], and so on, where step counts the updates so far: one value more than
// boundaries, which ascend. Neither has a default.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/
type PiecewiseConstantDecay struct{ Boundaries, Values []float64 }

var _ = schedules.add(Entry{Name: "PiecewiseConstantDecay", Class: "PiecewiseConstantDecay"}, func() any { return &PiecewiseConstantDecay{} })

// Name is "PiecewiseConstantDecay".
func (*PiecewiseConstantDecay) Name() string { return "PiecewiseConstantDecay" }

// Hyperparameters returns the arguments.
func (d *PiecewiseConstantDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{list("boundaries", "Boundaries", &d.Boundaries), list("values", "Values", &d.Values)}
}

func (d *PiecewiseConstantDecay) check() error {
	if len(d.Values) != len(d.Boundaries)+1 {
		return fmt.Errorf("nn: PiecewiseConstantDecay: %d values for %d boundaries; give one more value than boundaries", len(d.Values), len(d.Boundaries))
	}
	for _, v := range d.Boundaries {
		if err := atLeast("PiecewiseConstantDecay", "a boundary", v, 0); err != nil {
			return err
		}
	}
	for i, v := range d.Values {
		if err := atLeast("PiecewiseConstantDecay", "a value", v, 0); err != nil {
			return err
		}
		if i > 1 && !(d.Boundaries[i-1] > d.Boundaries[i-2]) {
			return errors.New("nn: PiecewiseConstantDecay: the boundaries do not ascend; order them")
		}
	}
	return nil
}

// Rate returns the learning rate of the step after so many.
func (d *PiecewiseConstantDecay) Rate(steps int) float64 {
	for i, boundary := range d.Boundaries {
		if float64(steps) <= boundary {
			return d.Values[i]
		}
	}
	return d.Values[len(d.Boundaries)]
}
