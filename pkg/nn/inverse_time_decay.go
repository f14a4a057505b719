package nn

// InverseTimeDecay is Initial / (1 + Rate·step/Steps); Staircase rounds
// step/Steps down.
type InverseTimeDecay struct {
	Initial, Steps, DecayRate float64
	Staircase                 bool
}

var _ = schedules.add(func() Schedule { return &InverseTimeDecay{} }, "InverseTimeDecay")

// Name is "InverseTimeDecay".
func (*InverseTimeDecay) Name() string { return "InverseTimeDecay" }

// Fields returns the arguments.
func (d *InverseTimeDecay) Fields() []Field {
	return []Field{
		{Name: "initial_learning_rate", Number: &d.Initial},
		{Name: "decay_steps", Number: &d.Steps},
		{Name: "decay_rate", Number: &d.DecayRate},
		{Name: "staircase", Flag: &d.Staircase},
	}
}

func (d *InverseTimeDecay) check() error {
	return firstError(checkRate("InverseTimeDecay", d.Initial, d.Steps), atLeast("InverseTimeDecay", "decay_rate", d.DecayRate, 0))
}

// Rate returns the learning rate of the step after so many.
func (d *InverseTimeDecay) Rate(steps int) float64 {
	return d.Initial / (1 + d.DecayRate*stairs(float64(steps)/d.Steps, d.Staircase))
}
