//go:build simd

package nn

import (
	"math"
	"slices"

	"firstneuron/pkg/nn/internal/kernel"
)

// kernelPlan makes the steps of a training in the kernel, many epochs in one
// call where no callback or metric looks at single epochs.
type kernelPlan struct {
	kernel.Plan
	// What the plan points to.
	layers []kernel.Layer
	start  []float32
	// updates is set when the kernel has the optimizer; otherwise Go updates
	// the weights after each step.
	updates bool
	steps   int // of the optimizerState, for which the powers hold
}

// plan returns a plan when all layers are Dense without penalties, and the
// kernel has their activations and the loss.
func (e simd) plan(t *Training) plan {
	w := t.work
	if w.penalized || len(t.accumulators) > 0 || t.weights != nil {
		return nil
	}
	p := &kernelPlan{}
	if !p.measure(w) || !p.lay(w) {
		return nil
	}
	m := t.model
	p.Parameters, p.Weights, p.Gradients = uint32(len(m.params)), kernel.Of(m.params), kernel.Of(m.gradients)
	p.X, p.Y, p.Rows, p.Batch = kernel.Of(t.x.Data), kernel.Of(t.y.Data), uint32(t.x.Rows), uint32(t.batch())
	p.Features, p.Labels = uint32(t.x.Cols), uint32(t.y.Cols)
	if t.order != nil {
		p.Order, p.GatheredX, p.GatheredY = kernel.Of(t.order), kernel.Of(t.batchX.Data), kernel.Of(t.batchY.Data)
	}
	return p
}

// lay describes the layers and reports whether the kernel has them.
func (p *kernelPlan) lay(w *workspace) bool {
	var passes []*densePass
	for _, pass := range w.passes {
		switch pass := pass.(type) {
		case *densePass:
			passes = append(passes, pass)
		case inputPass:
		default:
			return false
		}
	}
	p.layers = make([]kernel.Layer, len(passes))
	for i, pass := range passes {
		d := pass.layer
		code, ok := kernelActivations[d.Activation]
		if !ok && pass != w.fromZ {
			return false
		}
		l := &p.layers[i]
		l.In, l.Outs, l.Activation = uint32(pass.in), uint32(pass.outs), code
		l.Kernel, l.KernelGradient = kernel.Of(d.kernel.values), kernel.Of(d.kernel.gradient)
		if d.bias != nil {
			l.Bias, l.BiasGradient = kernel.Of(d.bias.values), kernel.Of(d.bias.gradient)
		}
		l.Z, l.Y, l.Room = kernel.Of(pass.z), kernel.Of(pass.y), kernel.Of(pass.scratch)
		if !kernel.UsesZ(code) && pass != w.fromZ {
			l.Z = l.Y
		}
		if i+1 < len(passes) {
			l.Delta = kernel.Of(passes[i+1].dx)
		} else {
			l.Delta = kernel.Of(w.dy)
		}
	}
	p.Layers, p.Depth = kernel.Of(p.layers), uint32(len(p.layers))
	return len(p.layers) > 0
}

// measure describes the loss and reports whether the kernel has it.
func (p *kernelPlan) measure(w *workspace) bool {
	if w.fromZ != nil {
		p.FromZ = 1
	}
	switch l := w.loss.(type) {
	case meanSquaredError:
		p.Loss = kernel.MeanSquared
	case *Huber:
		p.Loss, p.LossOption = kernel.Huber, float32(l.Delta)
	case *BinaryCrossentropy:
		p.Loss, p.LossOption = kernel.BinaryLogits, float32(l.LabelSmoothing)
		return l.FromLogits
	case *CategoricalCrossentropy:
		p.Loss, p.LossOption = kernel.CategoricalLogits, float32(l.LabelSmoothing)
		return l.FromLogits
	case *SparseCategoricalCrossentropy:
		p.Loss = kernel.SparseLogits
		return l.FromLogits
	default:
		p.Loss = kernel.MeanAbsolute
		return w.loss == MeanAbsoluteError
	}
	return true
}

// optimize describes the optimizer, as its options are now. An option that wants
// an array of state which it did not have when the model was compiled is none.
func (p *kernelPlan) optimize(s *optimizerState) {
	p.Optimizer, p.Flag, p.Options, p.State = kernel.None, 0, [3]float32{}, [3]kernel.Address{}
	for i, slot := range s.step.state {
		if i < len(p.State) {
			p.State[i] = kernel.Of(slot)
		}
	}
	switch o := s.optimizer.(type) {
	case *SGD:
		p.Optimizer = kernel.SGD
		if len(s.step.state) > 0 {
			p.Optimizer, p.Options[0], p.Flag = kernel.Momentum, float32(o.Momentum), flag(o.Nesterov)
		}
	case *Adam:
		p.adam(o, s)
	case *AdamW:
		p.adam(&o.Adam, s)
	case *RMSprop:
		p.Optimizer, p.Flag = kernel.RMSprop, flag(o.Centered)
		p.Options = [3]float32{float32(o.Rho), float32(o.Momentum), float32(o.Epsilon)}
	case *Adagrad:
		p.Optimizer, p.Options[2] = kernel.Adagrad, float32(o.Epsilon)
	}
	settings := *s.optimizer.settings()
	p.Decay = float32(settings.WeightDecay)
	settings.WeightDecay = 0
	if p.updates = p.Optimizer != kernel.None && settings.plain(); !p.updates {
		p.Optimizer, p.Decay = kernel.None, 0
	}
}

func (p *kernelPlan) adam(o *Adam, s *optimizerState) {
	p.Optimizer, p.Flag = kernel.Adam, flag(o.AMSGrad && len(s.step.state) > 2)
	p.Options = [3]float32{float32(1 - o.Beta1), float32(1 - o.Beta2), float32(o.Epsilon)}
	if beta := [2]float64{float64(float32(o.Beta1)), float64(float32(o.Beta2))}; p.Beta != beta {
		p.Beta, p.steps = beta, -1 // whose powers are not known yet
	}
}

func flag(set bool) uint32 {
	if set {
		return 1
	}
	return 0
}

func (p *kernelPlan) advance(t *Training, end, steps int) {
	if t.from == 0 && !t.beginEpoch() {
		return
	}
	s := t.optimizerState
	p.begin(t, s)
	batch := t.batch()
	epochSteps := (t.x.Rows + batch - 1) / batch
	done := t.from / batch
	if epochs := end - t.epoch; epochs <= steps { // else their steps could be more than an int holds
		steps = min(steps, epochs*epochSteps-done)
	}
	if !p.updates {
		steps = 1
	}
	var logged []float64
	fused := t.canFuse && p.updates
	if fused {
		logged = slices.Grow(t.logged[0], (done+steps)/epochSteps)
		p.Losses = kernel.Of(logged) + kernel.Address(8*len(logged))
	} else {
		p.Losses = 0
	}
	made := int(kernel.Train(&p.Plan, uint32(steps)))
	if !p.updates && made > 0 {
		s.update()
	} else {
		s.steps += made
	}
	p.steps = s.steps
	t.steps += made
	t.from, t.sum = int(p.From), p.Sum
	if fused {
		epochs := (done + made) / epochSteps
		t.logged[0] = logged[:len(logged)+epochs]
		t.epoch += epochs
		if r := t.config.Recorder; r != nil && epochs > 0 {
			r.wrote(t.epoch-int(p.Overflow), nil)
		}
	}
	switch {
	case p.Overflow != 0:
		t.overflow()
		t.end()
	case p.Diverged != 0:
		t.diverged = &divergence{epoch: t.epoch + 1, step: t.steps + 1}
		t.steps++
		t.endEpoch()
	case t.from == t.x.Rows:
		t.endEpoch()
	case t.over():
		t.end()
	}
}

// begin tells the plan what may have changed since the last steps.
func (p *kernelPlan) begin(t *Training, s *optimizerState) {
	p.From, p.Sum, p.Diverged, p.Overflow, p.Guard, p.Start = uint32(t.from), t.sum, 0, 0, 0, 0
	if t.checksFinite {
		if p.start == nil {
			p.start = floats((1 + len(p.State)) * (len(t.lastFinite) + 3))
		}
		p.Guard, p.Start = kernel.Of(t.lastFinite), kernel.Of(p.start)
	}
	p.optimize(s)
	p.Record = 0
	if r := t.config.Recorder; r != nil && t.canFuse && p.updates {
		epochs, weights := r.left()
		p.Epoch, p.Keep, p.Keeps, p.Record = uint64(t.epoch), kernel.Of(epochs), uint32(len(epochs)), kernel.Of(weights)
	}
	p.Rate = float32(s.optimizer.settings().LearningRate)
	if p.Optimizer == kernel.Adam && p.steps != s.steps {
		for i, beta := range p.Beta {
			p.Power[i] = math.Pow(beta, float64(s.steps))
		}
	}
}
