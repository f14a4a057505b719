package nn

// InverseTimeDecay is InitialLearningRate / (1 + DecayRate·step/DecaySteps), where
// step counts the updates so far.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/
type InverseTimeDecay struct {
	InitialLearningRate float64 // the rate of step 0; no default
	DecaySteps          float64 // steps, above 0; no default
	DecayRate           float64 // how fast the rate falls; no default
	Staircase           bool    // rounds step/DecaySteps down; false in Keras
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
