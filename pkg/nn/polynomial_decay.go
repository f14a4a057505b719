package nn

import "math"

// PolynomialDecay is (Initial − End)·(1 − step/Steps)^Power + End, and End after
// Steps. With Cycle, Steps is instead stretched to its next multiple.
type PolynomialDecay struct {
	Initial, Steps float64
	End            float64 // 0.0001 in Keras
	Power          float64 // 1 in Keras
	Cycle          bool
}

var _ = schedules.add(Entry{Name: "PolynomialDecay", Class: "PolynomialDecay"}, func() any { return &PolynomialDecay{End: 0.0001, Power: 1} })

// Name is "PolynomialDecay".
func (*PolynomialDecay) Name() string { return "PolynomialDecay" }

// Hyperparameters returns the arguments.
func (d *PolynomialDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "Initial", &d.Initial, 0, unlimited),
		number("decay_steps", "Steps", &d.Steps, 0, unlimited),
		number("end_learning_rate", "End", &d.End, 0, unlimited),
		number("power", "Power", &d.Power, 0, unlimited),
		toggle("cycle", "Cycle", &d.Cycle),
	}
}

func (d *PolynomialDecay) check() error { return checkSchedule(d, d.Steps) }

// Rate returns the learning rate of the step after so many.
func (d *PolynomialDecay) Rate(steps int) float64 {
	at, length := float64(steps), d.Steps
	if d.Cycle {
		length *= max(1, math.Ceil(at/d.Steps))
	} else {
		at = min(at, length)
	}
	return (d.Initial-d.End)*math.Pow(1-at/length, d.Power) + d.End
}
