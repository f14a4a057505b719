package nn

import "math"

// PolynomialDecay is
//
//	(InitialLearningRate − EndLearningRate)·(1 − step/DecaySteps)^Power + EndLearningRate
//
// where step counts the updates so far, and EndLearningRate after DecaySteps. With
// Cycle, DecaySteps is instead stretched to its next multiple.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/polynomial_decay/
type PolynomialDecay struct {
	InitialLearningRate float64 // the rate of step 0; no default
	DecaySteps          float64 // steps, above 0; no default
	EndLearningRate     float64 // 0.0001 in Keras
	Power               float64 // 1 in Keras
	Cycle               bool    // false in Keras
}

var _ = schedules.add(Entry{Name: "PolynomialDecay", Class: "PolynomialDecay"}, func() any { return &PolynomialDecay{EndLearningRate: 0.0001, Power: 1} })

// Name is "PolynomialDecay".
func (*PolynomialDecay) Name() string { return "PolynomialDecay" }

// Hyperparameters returns the arguments.
func (d *PolynomialDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "InitialLearningRate", &d.InitialLearningRate, 0, unlimited),
		number("decay_steps", "DecaySteps", &d.DecaySteps, 0, unlimited),
		number("end_learning_rate", "EndLearningRate", &d.EndLearningRate, 0, unlimited),
		number("power", "Power", &d.Power, 0, unlimited),
		toggle("cycle", "Cycle", &d.Cycle),
	}
}

func (d *PolynomialDecay) check() error { return checkSchedule(d, d.DecaySteps) }

// Rate returns the learning rate of the step after so many.
func (d *PolynomialDecay) Rate(steps int) float64 {
	at, length := float64(steps), d.DecaySteps
	if d.Cycle {
		length *= max(1, math.Ceil(at/d.DecaySteps))
	} else {
		at = min(at, length)
	}
	return (d.InitialLearningRate-d.EndLearningRate)*math.Pow(1-at/length, d.Power) + d.EndLearningRate
}
