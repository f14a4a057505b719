package nn

import "math"

// CosineDecayRestarts is a [CosineDecay] that starts again and again: each time TMul
// times as long, and from MMul times as high.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay_restarts/;
// Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts",
// 2017.
type CosineDecayRestarts struct {
	InitialLearningRate float64 // the rate of step 0; no default
	FirstDecaySteps     float64 // steps, above 0, until the first restart; no default
	TMul                float64 // 2 in Keras, at least 1
	MMul                float64 // 1 in Keras
	Alpha               float64 // the part that is left at the end, from 0 to 1; 0 in Keras
}

var _ = schedules.add(Entry{Name: "CosineDecayRestarts", Class: "CosineDecayRestarts"}, func() any { return &CosineDecayRestarts{TMul: 2, MMul: 1} })

// Name is "CosineDecayRestarts".
func (*CosineDecayRestarts) Name() string { return "CosineDecayRestarts" }

// Hyperparameters returns the arguments.
func (d *CosineDecayRestarts) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("initial_learning_rate", "InitialLearningRate", &d.InitialLearningRate, 0, unlimited),
		number("first_decay_steps", "FirstDecaySteps", &d.FirstDecaySteps, 0, unlimited),
		number("t_mul", "TMul", &d.TMul, 1, unlimited),
		number("m_mul", "MMul", &d.MMul, 0, unlimited),
		number("alpha", "Alpha", &d.Alpha, 0, 1),
	}
}

func (d *CosineDecayRestarts) check() error { return checkSchedule(d, d.FirstDecaySteps) }

// Rate returns the learning rate of the step after so many.
func (d *CosineDecayRestarts) Rate(steps int) float64 {
	part := float64(steps) / d.FirstDecaySteps
	var restarts float64
	if d.TMul == 1 {
		restarts = math.Floor(part)
		part -= restarts
	} else {
		restarts = math.Floor(math.Log(1-part*(1-d.TMul)) / math.Log(d.TMul))
		before := (1 - math.Pow(d.TMul, restarts)) / (1 - d.TMul)
		part = (part - before) / math.Pow(d.TMul, restarts)
	}
	height := math.Pow(d.MMul, restarts)
	return d.InitialLearningRate * ((1-d.Alpha)*height*0.5*(1+math.Cos(math.Pi*part)) + d.Alpha)
}
