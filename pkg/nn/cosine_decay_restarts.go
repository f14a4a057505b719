package nn

import "math"

// CosineDecayRestarts is a [CosineDecay] that starts again and again: each time
// TMul times as long, and from MMul times as high.
type CosineDecayRestarts struct {
	Initial, FirstSteps float64
	TMul                float64 // 2 in Keras
	MMul                float64 // 1 in Keras
	Alpha               float64
}

var _ = schedules.add(func() Schedule { return &CosineDecayRestarts{TMul: 2, MMul: 1} }, "CosineDecayRestarts")

// Name is "CosineDecayRestarts".
func (*CosineDecayRestarts) Name() string { return "CosineDecayRestarts" }

// Fields returns the arguments.
func (d *CosineDecayRestarts) Fields() []Field {
	return []Field{
		{Name: "initial_learning_rate", Number: &d.Initial},
		{Name: "first_decay_steps", Number: &d.FirstSteps},
		{Name: "t_mul", Number: &d.TMul},
		{Name: "m_mul", Number: &d.MMul},
		{Name: "alpha", Number: &d.Alpha},
	}
}

func (d *CosineDecayRestarts) check() error {
	return firstError(checkRate("CosineDecayRestarts", d.Initial, d.FirstSteps), between("CosineDecayRestarts", "alpha", d.Alpha, 0, 1),
		atLeast("CosineDecayRestarts", "t_mul", d.TMul, 1), atLeast("CosineDecayRestarts", "m_mul", d.MMul, 0))
}

// Rate returns the learning rate of the step after so many.
func (d *CosineDecayRestarts) Rate(steps int) float64 {
	part := float64(steps) / d.FirstSteps
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
	return d.Initial * ((1-d.Alpha)*height*0.5*(1+math.Cos(math.Pi*part)) + d.Alpha)
}
