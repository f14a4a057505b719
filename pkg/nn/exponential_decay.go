package nn

import "math"

// ExponentialDecay is Initial·Rate^(step/Steps); Staircase rounds step/Steps
// down.
type ExponentialDecay struct {
	Initial, Steps, DecayRate float64
	Staircase                 bool
}

var _ = schedules.add(Entry{Name: "ExponentialDecay", Class: "ExponentialDecay"}, func() any { return &ExponentialDecay{} })

// Name is "ExponentialDecay".
func (*ExponentialDecay) Name() string { return "ExponentialDecay" }

// Hyperparameters returns the arguments.
func (d *ExponentialDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "Initial", &d.Initial, 0, unlimited),
		number("decay_steps", "Steps", &d.Steps, 0, unlimited),
		number("decay_rate", "DecayRate", &d.DecayRate, 0, unlimited),
		toggle("staircase", "Staircase", &d.Staircase),
	}
}

func (d *ExponentialDecay) check() error { return checkSchedule(d, d.Steps) }

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
