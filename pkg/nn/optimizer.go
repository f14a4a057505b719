package nn

import (
	"errors"
	"fmt"
)

// Optimizer turns the gradients of a batch into the next guess. A constructor
// such as [NewAdam] sets Keras's defaults; the fields are then taken as they
// stand. [OptimizerByName] finds one by Keras's name.
//
// Before a step, gradients are clipped and weights decay: see [Settings]. Below,
// w are the weights and g the gradients. The set is closed: unexported methods
// keep it to this package.
//
// Source: https://keras.io/api/optimizers/
type Optimizer interface {
	Configurable
	// Name is Keras's name of the optimizer: "sgd".
	Name() string

	// SetSchedule makes the learning rate follow a schedule; nil leaves it constant.
	// A model that is compiled with the optimizer has to be compiled again.
	SetSchedule(Schedule)

	// settings returns what all optimizers have.
	settings() *Settings
	// slots returns the first value of each array of state that goes with the
	// weights.
	slotInitials() []float32
	// update is one step.
	update(s *step)
}

// OptimizerByName returns an optimizer with Keras's defaults by its Keras name,
// such as "adam". Errors: none has the name.
func OptimizerByName(name string) (Optimizer, error) {
	thing, err := optimizers.find(name)
	if err != nil {
		return nil, err
	}
	return thing.(Optimizer), nil
}

// Settings are the hyperparameters of all optimizers. The zero values of all but the rate
// switch the option off, as None does in Keras.
//
// Source: https://keras.io/api/optimizers/#core-optimizer-api
type Settings struct {
	// LearningRate is how far a step goes, at least 0.
	LearningRate float64
	// Schedule gives the rate of each step in place of LearningRate; nil, the
	// default, leaves it constant.
	Schedule Schedule
	// WeightDecay takes LearningRate·WeightDecay·w off each weight before the
	// step.
	WeightDecay float64
	// ClipNorm shortens the gradient of each variable that is longer,
	// ClipValue bounds each gradient's value, GlobalClipNorm shortens all
	// gradients together. At most one may be set.
	ClipNorm, ClipValue, GlobalClipNorm float64
	// UseEMA keeps, beside the weights, their moving average
	// average ← EMAMomentum·average + (1 − EMAMomentum)·w, which takes their place at
	// the end of a training, and after every so many steps as EMAOverwriteFrequency
	// says; 0, Keras's None, is never. An EMAMomentum of 0 is Keras's default, 0.99.
	UseEMA                bool
	EMAMomentum           float64
	EMAOverwriteFrequency int
	// GradientAccumulationSteps makes one step of so many batches, at least 2, with
	// the mean of their gradients; 0, Keras's None, makes one of each.
	GradientAccumulationSteps int
}

// SetSchedule makes the learning rate follow a schedule; nil leaves it constant.
func (s *Settings) SetSchedule(schedule Schedule) { s.Schedule = schedule }

// emaMomentum is EMAMomentum, or Keras's default.
func (s *Settings) emaMomentum() float64 {
	if s.EMAMomentum == 0 {
		return 0.99
	}
	return s.EMAMomentum
}

// every is how many batches make a step.
func (s *Settings) every() int { return max(1, s.GradientAccumulationSteps) }

func (s *Settings) settings() *Settings { return s }

// hyperparameters returns the common ones around an optimizer's own.
func (s *Settings) hyperparameters(own ...Hyperparameter) []Hyperparameter {
	all := append([]Hyperparameter{number("learning_rate", "LearningRate", &s.LearningRate, 0, unlimited)}, own...)
	return append(all,
		number("weight_decay", "WeightDecay", &s.WeightDecay, 0, unlimited),
		number("clipnorm", "ClipNorm", &s.ClipNorm, 0, unlimited),
		number("clipvalue", "ClipValue", &s.ClipValue, 0, unlimited),
		number("global_clipnorm", "GlobalClipNorm", &s.GlobalClipNorm, 0, unlimited),
	)
}

// checkOptimizer reports a hyperparameter that cannot be used.
func checkOptimizer(o Optimizer) error {
	if isNil(o) {
		return errors.New("nn: Compile: the optimizer is nil; give one, such as NewSGD(0.01)")
	}
	s, class, all := o.settings(), optimizers.class(o.Name()), o.Hyperparameters()
	clips := 0
	for _, v := range []float64{s.ClipNorm, s.ClipValue, s.GlobalClipNorm} {
		if v != 0 {
			clips++
		}
	}
	if clips > 1 {
		return fmt.Errorf("nn: %s: %d of clipnorm, clipvalue and global_clipnorm are set; set at most one", class, clips)
	}
	switch {
	case !(s.EMAMomentum >= 0 && s.EMAMomentum <= 1):
		return fmt.Errorf("nn: %s: ema_momentum is %s; give a number from 0 to 1", class, shortest(s.EMAMomentum))
	case s.EMAOverwriteFrequency < 0:
		return fmt.Errorf("nn: %s: ema_overwrite_frequency is %d; give at least 1, or 0 for never", class, s.EMAOverwriteFrequency)
	case s.EMAOverwriteFrequency > 0 && !s.UseEMA:
		return fmt.Errorf("nn: %s: ema_overwrite_frequency is %d without use_ema; set UseEMA, or leave it out", class, s.EMAOverwriteFrequency)
	case s.GradientAccumulationSteps < 0 || s.GradientAccumulationSteps == 1:
		return fmt.Errorf("nn: %s: gradient_accumulation_steps is %d; give at least 2, or 0 for none", class, s.GradientAccumulationSteps)
	}
	if s.Schedule != nil && isNil(s.Schedule) {
		return fmt.Errorf("nn: %s: the schedule is nil; give one, or leave it out", class)
	}
	if s.Schedule != nil { // which the learning rate gives way to
		return firstError(checkAll(class, all[1:]), s.Schedule.check())
	}
	return checkAll(class, all)
}

// plain reports whether a step needs nothing but the optimizer's own update.
func (s *Settings) plain() bool {
	return s.Schedule == nil && !s.UseEMA && s.GradientAccumulationSteps == 0 && s.WeightDecay == 0 && s.ClipNorm == 0 && s.ClipValue == 0 && s.GlobalClipNorm == 0
}

// rate returns the learning rate of the step after so many.
func (s *Settings) rate(steps int) float64 {
	if s.Schedule != nil {
		return s.Schedule.Rate(steps)
	}
	return s.LearningRate
}
