package nn

import "math"

// CosineDecay falls along half a cosine from InitialLearningRate to
// Alpha·InitialLearningRate in DecaySteps:
//
//	InitialLearningRate·((1 − Alpha)·½·(1 + cos(π·step/DecaySteps)) + Alpha)
//
// where step counts the updates so far. With a WarmupTarget it first rises in a
// straight line from InitialLearningRate to the target in WarmupSteps, and falls
// from there.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay/;
// Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts",
// 2017.
type CosineDecay struct {
	InitialLearningRate float64 // the rate of step 0; no default
	DecaySteps          float64 // steps, above 0; no default
	Alpha               float64 // the part that is left at the end, from 0 to 1; 0 in Keras
	WarmupTarget        float64 // the rate after warming up; 0, Keras's None, warms not up
	WarmupSteps         float64 // 0 in Keras
}

var _ = schedules.add(Entry{Name: "CosineDecay", Class: "CosineDecay"}, func() any { return &CosineDecay{} })

// Name is "CosineDecay".
func (*CosineDecay) Name() string { return "CosineDecay" }

// Hyperparameters returns the arguments.
func (d *CosineDecay) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "InitialLearningRate", &d.InitialLearningRate, 0, unlimited),
		number("decay_steps", "DecaySteps", &d.DecaySteps, 0, unlimited),
		number("alpha", "Alpha", &d.Alpha, 0, 1),
		number("warmup_target", "WarmupTarget", &d.WarmupTarget, 0, unlimited),
		number("warmup_steps", "WarmupSteps", &d.WarmupSteps, 0, unlimited),
	}
}

func (d *CosineDecay) check() error { return checkSchedule(d, d.DecaySteps) }

// Rate returns the learning rate of the step after so many.
func (d *CosineDecay) Rate(steps int) float64 {
	at, from := float64(steps), d.InitialLearningRate
	if d.WarmupTarget > 0 {
		if at <= d.WarmupSteps && d.WarmupSteps > 0 {
			return d.InitialLearningRate + (d.WarmupTarget-d.InitialLearningRate)*at/d.WarmupSteps
		}
		at, from = at-d.WarmupSteps, d.WarmupTarget
	}
	return from * cosine(min(at, d.DecaySteps)/d.DecaySteps, d.Alpha)
}

// cosine falls from 1 to alpha while part goes from 0 to 1.
func cosine(part, alpha float64) float64 {
	return (1-alpha)*0.5*(1+math.Cos(math.Pi*part)) + alpha
}
