package nn

import "math"

// CosineDecay falls along half a cosine from Initial to Alpha·Initial in Steps.
// With a WarmupTarget it first rises from Initial to the target in WarmupSteps,
// and falls from there.
//
// Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm
// restarts", 2017.
type CosineDecay struct {
	Initial, Steps, Alpha     float64
	WarmupTarget, WarmupSteps float64
}

var _ = schedules.add(func() Schedule { return &CosineDecay{} }, "CosineDecay")

// Name is "CosineDecay".
func (*CosineDecay) Name() string { return "CosineDecay" }

// Fields returns the arguments.
func (d *CosineDecay) Fields() []Field {
	return []Field{
		{Name: "initial_learning_rate", Number: &d.Initial},
		{Name: "decay_steps", Number: &d.Steps},
		{Name: "alpha", Number: &d.Alpha},
		{Name: "warmup_target", Number: &d.WarmupTarget},
		{Name: "warmup_steps", Number: &d.WarmupSteps},
	}
}

func (d *CosineDecay) check() error {
	return firstError(checkRate("CosineDecay", d.Initial, d.Steps), between("CosineDecay", "alpha", d.Alpha, 0, 1),
		atLeast("CosineDecay", "warmup_target", d.WarmupTarget, 0), atLeast("CosineDecay", "warmup_steps", d.WarmupSteps, 0))
}

// Rate returns the learning rate of the step after so many.
func (d *CosineDecay) Rate(steps int) float64 {
	at, from := float64(steps), d.Initial
	if d.WarmupTarget > 0 {
		if at <= d.WarmupSteps && d.WarmupSteps > 0 {
			return d.Initial + (d.WarmupTarget-d.Initial)*at/d.WarmupSteps
		}
		at, from = at-d.WarmupSteps, d.WarmupTarget
	}
	return from * cosine(min(at, d.Steps)/d.Steps, d.Alpha)
}

// cosine falls from 1 to alpha while part goes from 0 to 1.
func cosine(part, alpha float64) float64 {
	return (1-alpha)*0.5*(1+math.Cos(math.Pi*part)) + alpha
}
