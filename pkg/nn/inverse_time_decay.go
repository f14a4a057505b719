package nn

// InverseTimeDecay is Initial / (1 + Rate·step/Steps); Staircase rounds
// step/Steps down.
type InverseTimeDecay struct {
	Initial, Steps, DecayRate float64
	Staircase                 bool
}

var _ = schedules.add(Entry{Name: "InverseTimeDecay", Class: "InverseTimeDecay"}, func() any { return &InverseTimeDecay{} })

// Name is "InverseTimeDecay".
func (*InverseTimeDecay) Name() string { return "InverseTimeDecay" }

// Hyperparameters returns the arguments.
func (d *InverseTimeDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "Initial", &d.Initial, 0, unlimited),
		number("decay_steps", "Steps", &d.Steps, 0, unlimited),
		number("decay_rate", "DecayRate", &d.DecayRate, 0, unlimited),
		toggle("staircase", "Staircase", &d.Staircase),
	}
}

func (d *InverseTimeDecay) check() error { return checkSchedule(d, d.Steps) }

// Rate returns the learning rate of the step after so many.
func (d *InverseTimeDecay) Rate(steps int) float64 {
	return d.Initial / (1 + d.DecayRate*stairs(float64(steps)/d.Steps, d.Staircase))
}
