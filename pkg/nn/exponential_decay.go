package nn

import "math"

// ExponentialDecay is InitialLearningRate·DecayRate^(step/DecaySteps), where step
// counts the updates so far.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/exponential_decay/
type ExponentialDecay struct {
	InitialLearningRate float64 // the rate of step 0; no default
	DecaySteps          float64 // steps, above 0, in which the rate falls by DecayRate; no default
	DecayRate           float64 // a factor; no default
	Staircase           bool    // rounds step/DecaySteps down; false in Keras
}

var _ = schedules.add(Entry{Name: "ExponentialDecay", Class: "ExponentialDecay"}, func() any { return &ExponentialDecay{} })

// Name is "ExponentialDecay".
func (*ExponentialDecay) Name() string { return "ExponentialDecay" }

// Hyperparameters returns the arguments.
func (d *ExponentialDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "InitialLearningRate", &d.InitialLearningRate, 0, unlimited),
		number("decay_steps", "DecaySteps", &d.DecaySteps, 0, unlimited),
		number("decay_rate", "DecayRate", &d.DecayRate, 0, unlimited),
		toggle("staircase", "Staircase", &d.Staircase),
	}
}

func (d *ExponentialDecay) check() error { return checkSchedule(d, d.DecaySteps) }

// Rate returns the learning rate of the step after so many.
func (d *ExponentialDecay) Rate(steps int) float64 {
	return d.InitialLearningRate * math.Pow(d.DecayRate, stairs(float64(steps)/d.DecaySteps, d.Staircase))
}

func stairs(p float64, staircase bool) float64 {
	if staircase {
		return math.Floor(p)
	}
	return p
}
