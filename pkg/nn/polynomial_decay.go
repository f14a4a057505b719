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

var _ = schedules.add(func() Schedule { return &PolynomialDecay{End: 0.0001, Power: 1} }, "PolynomialDecay")

// Name is "PolynomialDecay".
func (*PolynomialDecay) Name() string { return "PolynomialDecay" }

// Fields returns the arguments.
func (d *PolynomialDecay) Fields() []Field {
	return []Field{
		{Name: "initial_learning_rate", Number: &d.Initial},
		{Name: "decay_steps", Number: &d.Steps},
		{Name: "end_learning_rate", Number: &d.End},
		{Name: "power", Number: &d.Power},
		{Name: "cycle", Flag: &d.Cycle},
	}
}

func (d *PolynomialDecay) check() error {
	return firstError(checkRate("PolynomialDecay", d.Initial, d.Steps),
		atLeast("PolynomialDecay", "end_learning_rate", d.End, 0), atLeast("PolynomialDecay", "power", d.Power, 0))
}

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
