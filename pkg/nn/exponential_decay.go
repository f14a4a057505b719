package nn

import "math"

// ExponentialDecay is Initial·Rate^(step/Steps); Staircase rounds step/Steps
// down.
type ExponentialDecay struct {
	Initial, Steps, DecayRate float64
	Staircase                 bool
}

var _ = schedules.add(func() Schedule { return &ExponentialDecay{} }, "ExponentialDecay")

// Name is "ExponentialDecay".
func (*ExponentialDecay) Name() string { return "ExponentialDecay" }

// Fields returns the arguments.
func (d *ExponentialDecay) Fields() []Field {
	return []Field{
		{Name: "initial_learning_rate", Number: &d.Initial},
		{Name: "decay_steps", Number: &d.Steps},
		{Name: "decay_rate", Number: &d.DecayRate},
		{Name: "staircase", Flag: &d.Staircase},
	}
}

func (d *ExponentialDecay) check() error {
	return firstError(checkRate("ExponentialDecay", d.Initial, d.Steps), atLeast("ExponentialDecay", "decay_rate", d.DecayRate, 0))
}

// Rate returns the learning rate of the step after so many.
func (d *ExponentialDecay) Rate(steps int) float64 {
	return d.Initial * math.Pow(d.DecayRate, stairs(float64(steps)/d.Steps, d.Staircase))
}

func stairs(p float64, staircase bool) float64 {
	if staircase {
		return math.Floor(p)
	}
	return p
}
