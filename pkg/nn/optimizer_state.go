package nn

import "math"

// A step is the input of an optimizer's update.
type step struct {
	// w are the weights, g their gradients, state the optimizer's arrays, each
	// as long as w.
	w, g  []float32
	state [][]float32
	// vars are the variables whose values w holds one after the other, parts
	// the step of each alone.
	vars  []*variable
	parts []step
	// rate is the learning rate of this step.
	rate float32
	// t counts the steps from 1.
	t float64
	// uProduct is one number kept between steps, 0 at first: Nadam keeps the
	// product of its u there.
	uProduct *float64
}

// split makes the steps of the variables alone.
func (s *step) split() {
	from := 0
	for _, v := range s.vars {
		to := from + v.size()
		part := step{w: s.w[from:to], g: s.g[from:to], vars: []*variable{v}, uProduct: s.uProduct}
		for _, array := range s.state {
			part.state = append(part.state, array[from:to])
		}
		s.parts = append(s.parts, part)
		from = to
	}
}

// part returns the step of a variable alone.
func (s *step) part(i int) *step {
	part := &s.parts[i]
	part.rate, part.t = s.rate, s.t
	return part
}

// A stateCounter is an optimizer whose state in Keras is not as many arrays of
// all weights as slotInitials names.
type stateCounter interface {
	// stateCount is how many numbers Keras keeps for the variables.
	stateCount(vars []*variable) int
}

// A decayer is an optimizer that lets each variable decay at a rate of its own.
type decayer interface {
	// weightDecay takes the place of Settings.WeightDecay.
	weightDecay(v *variable) float64
}

// An optimizerState is an optimizer at work on a model.
type optimizerState struct {
	optimizer Optimizer
	step      step
	steps     int // batches, in fact
	uProduct  float64
	// gathered are sums of gradients, averages those of weights; nil where neither
	// is asked for.
	gathered, averages []float32
	carried            carried
	dying              *dying
}

func newOptimizerState(o Optimizer, vars []*variable, w, g []float32) *optimizerState {
	s := &optimizerState{optimizer: o, step: step{w: w, g: g, vars: vars}}
	s.step.uProduct = &s.uProduct
	for _, initial := range o.slotInitials() {
		slot := floats(len(w))
		for i := range slot {
			slot[i] = initial
		}
		s.step.state = append(s.step.state, slot)
	}
	s.step.split()
	s.dying = newDying(vars, len(w))
	if o.settings().GradientAccumulationSteps > 0 {
		s.gathered = floats(len(g))
	}
	if o.settings().UseEMA {
		s.averages = floats(len(w))
	}
	return s
}

// update makes the step of a batch.
func (s *optimizerState) update() {
	settings := s.optimizer.settings()
	batches := s.steps
	s.steps++
	if !settings.plain() {
		if !s.gather(settings, batches) {
			s.average(settings, batches)
			s.hold()
			return
		}
		s.clip(settings)
	}
	s.step.rate, s.step.t = float32(settings.rate(batches)), float64(batches/settings.every()+1)
	if own, ok := s.optimizer.(decayer); ok {
		for _, v := range s.step.vars {
			shrink(v.values, own.weightDecay(v), s.step.rate)
		}
	} else {
		shrink(s.step.w, settings.WeightDecay, s.step.rate)
	}
	s.dying.watch(&s.step)
	s.optimizer.update(&s.step)
	s.dying.bury(&s.step)
	s.average(settings, batches)
	s.hold()
}

// gather adds a batch's gradients to those before it, and reports whether there are
// enough for a step, which then has their mean.
func (s *optimizerState) gather(settings *Settings, batches int) bool {
	every := settings.every()
	if every == 1 || s.gathered == nil {
		return true
	}
	last := (batches+1)%every == 0
	for i, g := range s.step.g {
		if last {
			s.step.g[i], s.gathered[i] = (g+s.gathered[i])/float32(every), 0
		} else {
			s.gathered[i] += g
		}
	}
	return last
}

// average moves the average of the weights, where there is one, and may put it in
// their place.
func (s *optimizerState) average(settings *Settings, batches int) {
	if s.averages == nil {
		return
	}
	step := batches / settings.every()
	momentum := float32(settings.emaMomentum())
	if step == 0 {
		momentum = 0
	}
	for i, w := range s.step.w {
		s.averages[i] = momentum*s.averages[i] + (1-momentum)*w
	}
	if n := settings.EMAOverwriteFrequency; n > 0 && (step+1)%n == 0 {
		copy(s.step.w, s.averages)
	}
}

// finish puts the average of the weights, where there is one, in their place.
func (s *optimizerState) finish() {
	if s.averages != nil && s.steps > 0 {
		copy(s.step.w, s.averages)
	}
}

// hold lets the weights keep their constraints.
func (s *optimizerState) hold() {
	for _, v := range s.step.vars {
		if v.constraint != nil {
			v.constraint.hold(v.values, v.shape)
		}
	}
}

// shrink lets weights decay.
func shrink(w []float32, decay float64, rate float32) {
	if decay == 0 {
		return
	}
	part := float32(decay) * rate
	for i, v := range w {
		w[i] = v - v*part
	}
}

func (s *optimizerState) clip(settings *Settings) {
	switch {
	case settings.ClipNorm > 0:
		for _, v := range s.step.vars {
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
