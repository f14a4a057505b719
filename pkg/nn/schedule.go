package nn

import (
	"errors"
	"fmt"
	"math"
)

// Schedule changes the learning rate from step to step.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/
type Schedule interface {
	Configurable
	// Name is Keras's name of the schedule's class: "ExponentialDecay".
	Name() string
	// Rate returns the learning rate of the step after so many.
	Rate(steps int) float64

	check() error
}

var schedules registry[func() Schedule]

// ScheduleByName returns a schedule with Keras's defaults by the name of its
// class, such as "CosineDecay"; its arguments without a default are 0. Errors:
// none has the name.
func ScheduleByName(name string) (Schedule, error) {
	construct, err := schedules.find("schedule", name)
	if err != nil {
		return nil, err
	}
	return construct(), nil
}

// ScheduleNames returns every name that ScheduleByName knows.
func ScheduleNames() []string { return schedules.names() }

func checkRate(owner string, initial, steps float64) error {
	if !(steps > 0) {
		return fmt.Errorf("nn: %s: decay_steps is %s; give a number above 0", owner, plain(steps))
	}
	return atLeast(owner, "initial_learning_rate", initial, 0)
}

// ExponentialDecay is Initial·Rate^(step/Steps); Staircase rounds step/Steps
// down.
type ExponentialDecay struct {
	Initial, Steps, DecayRate float64
	Staircase                 bool
}

var _ = schedules.add(func() Schedule { return &ExponentialDecay{} }, "ExponentialDecay")

// Name is "ExponentialDecay".
func (*ExponentialDecay) Name() string { return "ExponentialDecay" }

// Fields returns the arguments.
func (d *ExponentialDecay) Fields() []Field {
	return []Field{
		{Name: "initial_learning_rate", Number: &d.Initial},
		{Name: "decay_steps", Number: &d.Steps},
		{Name: "decay_rate", Number: &d.DecayRate},
		{Name: "staircase", Flag: &d.Staircase},
	}
}

func (d *ExponentialDecay) check() error {
	return firstError(checkRate("ExponentialDecay", d.Initial, d.Steps), atLeast("ExponentialDecay", "decay_rate", d.DecayRate, 0))
}

// Rate returns the learning rate of the step after so many.
func (d *ExponentialDecay) Rate(steps int) float64 {
	return d.Initial * math.Pow(d.DecayRate, stairs(float64(steps)/d.Steps, d.Staircase))
}

func stairs(p float64, staircase bool) float64 {
	if staircase {
		return math.Floor(p)
	}
	return p
}

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

// PiecewiseConstantDecay is Values[0] up to and with step Boundaries[0], then
// Values[1], and so on: one value more than boundaries.
type PiecewiseConstantDecay struct{ Boundaries, Values []float64 }

var _ = schedules.add(func() Schedule { return &PiecewiseConstantDecay{} }, "PiecewiseConstantDecay")

// Name is "PiecewiseConstantDecay".
func (*PiecewiseConstantDecay) Name() string { return "PiecewiseConstantDecay" }

// Fields returns the arguments.
func (d *PiecewiseConstantDecay) Fields() []Field {
	return []Field{{Name: "boundaries", Numbers: &d.Boundaries}, {Name: "values", Numbers: &d.Values}}
}

func (d *PiecewiseConstantDecay) check() error {
	if len(d.Values) != len(d.Boundaries)+1 {
		return fmt.Errorf("nn: PiecewiseConstantDecay: %d values for %d boundaries; give one more value than boundaries", len(d.Values), len(d.Boundaries))
	}
	for i, v := range d.Values {
		if err := atLeast("PiecewiseConstantDecay", "a value", v, 0); err != nil {
			return err
		}
		if i > 1 && !(d.Boundaries[i-1] > d.Boundaries[i-2]) {
			return errors.New("nn: PiecewiseConstantDecay: the boundaries do not ascend; order them")
		}
	}
	return nil
}

// Rate returns the learning rate of the step after so many.
func (d *PiecewiseConstantDecay) Rate(steps int) float64 {
	for i, boundary := range d.Boundaries {
		if float64(steps) <= boundary {
			return d.Values[i]
		}
	}
	return d.Values[len(d.Boundaries)]
}

// PolynomialDecay is (Initial − End)·(1 − step/Steps)^Power + End, and End after
// Steps. With Cycle, Steps is instead stretched to its next multiple.
type PolynomialDecay struct {
	Initial, Steps float64
	End            float64 // 0.0001 in Keras
	Power          float64 // 1 in Keras
	Cycle          bool
}

var _ = schedules.add(func() Schedule { return &PolynomialDecay{End: 0.0001, Power: 1} }, "PolynomialDecay")

// Name is "PolynomialDecay".
func (*PolynomialDecay) Name() string { return "PolynomialDecay" }

// Fields returns the arguments.
func (d *PolynomialDecay) Fields() []Field {
	return []Field{
		{Name: "initial_learning_rate", Number: &d.Initial},
		{Name: "decay_steps", Number: &d.Steps},
		{Name: "end_learning_rate", Number: &d.End},
		{Name: "power", Number: &d.Power},
		{Name: "cycle", Flag: &d.Cycle},
	}
}

func (d *PolynomialDecay) check() error {
	return firstError(checkRate("PolynomialDecay", d.Initial, d.Steps),
		atLeast("PolynomialDecay", "end_learning_rate", d.End, 0), atLeast("PolynomialDecay", "power", d.Power, 0))
}

// Rate returns the learning rate of the step after so many.
func (d *PolynomialDecay) Rate(steps int) float64 {
	at, length := float64(steps), d.Steps
	if d.Cycle {
		length *= max(1, math.Ceil(at/d.Steps))
	} else {
		at = min(at, length)
	}
	return (d.Initial-d.End)*math.Pow(1-at/length, d.Power) + d.End
}

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
