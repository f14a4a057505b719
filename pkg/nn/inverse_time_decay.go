package nn

// InverseTimeDecay is InitialLearningRate / (1 + DecayRate·step/DecaySteps); Staircase rounds
// step/DecaySteps down.
type InverseTimeDecay struct {
	InitialLearningRate, DecaySteps, DecayRate float64
	Staircase                                  bool
}

var _ = schedules.add(Entry{Name: "InverseTimeDecay", Class: "InverseTimeDecay"}, func() any { return &InverseTimeDecay{} })

// Name is "InverseTimeDecay".
func (*InverseTimeDecay) Name() string { return "InverseTimeDecay" }

// Hyperparameters returns the arguments.
func (d *InverseTimeDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "InitialLearningRate", &d.InitialLearningRate, 0, unlimited),
		number("decay_steps", "DecaySteps", &d.DecaySteps, 0, unlimited),
		number("decay_rate", "DecayRate", &d.DecayRate, 0, unlimited),
		toggle("staircase", "Staircase", &d.Staircase),
	}
}

func (d *InverseTimeDecay) check() error { return checkSchedule(d, d.DecaySteps) }

// Rate returns the learning rate of the step after so many.
func (d *InverseTimeDecay) Rate(steps int) float64 {
	return d.InitialLearningRate / (1 + d.DecayRate*stairs(float64(steps)/d.DecaySteps, d.Staircase))
}
