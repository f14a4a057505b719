package nn

import (
	"errors"
	"fmt"
	"math"
)

// Optimizer turns the gradients of a batch into the next guess. A constructor
// such as [NewAdam] sets Keras's defaults; the fields are then taken as they
// stand. [OptimizerByName] finds one by Keras's name.
//
// Before a step, gradients are clipped and weights decay: see [Settings].
//
// Source: https://keras.io/api/optimizers/
type Optimizer interface {
	Configurable
	// Name is Keras's name of the optimizer: "sgd".
	Name() string

	// settings returns what all optimizers have.
	settings() *Settings
	// slots returns the first value of each array of state that goes with the
	// weights.
	slotInitials() []float32
	// update is one step.
	update(s *step)
}

// A step is what an optimizer's update is given.
type step struct {
	// w are the weights, g their gradients, state the optimizer's arrays.
	w, g  []float32
	state [][]float32
	// rate is the learning rate of this step.
	rate float32
	// t counts the steps from 1.
	t float64
	// uProduct is one number kept between steps, 0 at first: Nadam keeps the
	// product of its u there.
	uProduct *float64
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

// Settings are what all optimizers have. The zero values of all but the rate
// switch the option off, as None does in Keras.
//
// Source: https://keras.io/api/optimizers/#core-optimizer-api
type Settings struct {
	// LearningRate is how far a step goes. A Schedule, where there is one,
	// takes its place.
	LearningRate float64
	Schedule     Schedule
	// WeightDecay takes LearningRate·WeightDecay·w off each weight before the
	// step.
	WeightDecay float64
	// ClipNorm shortens the gradient of each variable that is longer,
	// ClipValue bounds each gradient's value, GlobalClipNorm shortens all
	// gradients together. At most one may be set.
	ClipNorm, ClipValue, GlobalClipNorm float64
}

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
	if s.Schedule != nil { // which the learning rate gives way to
		return firstError(checkAll(class, all[1:]), s.Schedule.check())
	}
	return checkAll(class, all)
}

// plain reports whether a step needs nothing but the optimizer's own update.
func (s *Settings) plain() bool {
	return s.Schedule == nil && s.WeightDecay == 0 && s.ClipNorm == 0 && s.ClipValue == 0 && s.GlobalClipNorm == 0
}

// rate returns the learning rate of the step after so many.
func (s *Settings) rate(steps int) float64 {
	if s.Schedule != nil {
		return s.Schedule.Rate(steps)
	}
	return s.LearningRate
}

// A optimizerState is an optimizer at work on a model: its state.
type optimizerState struct {
	optimizer Optimizer
	vars      []*variable
	step      step
	steps     int
	uProduct  float64
}

func newOptimizerState(o Optimizer, vars []*variable, w, g []float32) (*optimizerState, error) {
	if o == nil {
		return nil, errors.New("nn: Compile: the optimizer is nil; give one, such as NewSGD(0.01)")
	}
	if err := checkOptimizer(o); err != nil {
		return nil, err
	}
	s := &optimizerState{optimizer: o, vars: vars, step: step{w: w, g: g}}
	s.step.uProduct = &s.uProduct
	for _, initial := range o.slotInitials() {
		slot := floats(len(w))
		for i := range slot {
			slot[i] = initial
		}
		s.step.state = append(s.step.state, slot)
	}
	return s, nil
}

// update clips the gradients, lets the weights decay and makes the step.
func (s *optimizerState) update() {
	settings := s.optimizer.settings()
	rate := settings.rate(s.steps)
	s.steps++
	s.step.rate, s.step.t = float32(rate), float64(s.steps)
	if !settings.plain() {
		s.clip(settings)
		if settings.WeightDecay != 0 {
			decay := float32(settings.WeightDecay) * s.step.rate
			for i, w := range s.step.w {
				s.step.w[i] = w - w*decay
			}
		}
	}
	s.optimizer.update(&s.step)
}

func (s *optimizerState) clip(settings *Settings) {
	switch {
	case settings.ClipNorm > 0:
		for _, v := range s.vars {
			shorten(v.gradient, settings.ClipNorm)
		}
	case settings.GlobalClipNorm > 0:
		shorten(s.step.g, settings.GlobalClipNorm)
	case settings.ClipValue > 0:
		limit := float32(settings.ClipValue)
		for i, g := range s.step.g {
			s.step.g[i] = min(max(g, -limit), limit)
		}
	}
}

// shorten scales a gradient that is longer than limit to that length.
func shorten(g []float32, limit float64) {
	var squares float64
	for _, v := range g {
		squares += float64(v) * float64(v)
	}
	length := math.Sqrt(squares)
	if length <= limit {
		return
	}
	scale := float32(limit / length)
	for i := range g {
		g[i] *= scale
	}
}
