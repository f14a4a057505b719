//go:build simd

package nn

import (
	"math"
	"slices"

	"firstneuron/pkg/nn/internal/kernel"
)

// kernelPlan makes the steps of a training in the kernel, many epochs in one
// call where no callback looks at single epochs.
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

// plan returns a plan when all layers are Dense without penalties on their outputs,
// rows have no weights, and the kernel has the rules, the activations, the loss and the
// metric.
func (e simd) plan(t *Training) plan {
	w := t.work
	p := &kernelPlan{}
	if t.ownRules() || t.weights != nil || !p.measure(w) || !p.lay(w) || !p.observe(t) {
		return nil
	}
	m := t.model
	p.Parameters, p.Weights, p.Gradients = uint32(len(m.params)), kernel.Of(m.params), kernel.Of(m.gradients)
	p.look(t)
	p.Features, p.Labels = uint32(t.x.Cols), uint32(t.y.Cols)
	if t.order != nil {
		p.Order, p.GatheredX, p.GatheredY = kernel.Of(t.order), kernel.Of(t.batchX.Data), kernel.Of(t.batchY.Data)
	}
	return p
}

func (p *kernelPlan) look(t *Training) {
	p.X, p.Y, p.Rows, p.Batch = kernel.Of(t.x.Data), kernel.Of(t.y.Data), uint32(t.x.Rows), uint32(t.batch())
	if v := t.validation; v != nil {
		p.ValidationX, p.ValidationY = kernel.Of(v.data.x.Data), kernel.Of(v.data.y.Data)
		p.ValidationRows, p.ValidationBatch = uint32(v.data.x.Rows), uint32(v.batch)
	}
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
		code, ok := kernelActivations[d.activation]
		if !ok && pass != w.fromZ || d.frozen || d.KernelConstraint != nil || d.BiasConstraint != nil {
			return false
		}
		l := &p.layers[i]
		l.In, l.Outs, l.Activation = uint32(pass.in), uint32(pass.outs), code
		l.Kernel, l.KernelGradient = kernel.Of(d.kernel.values), kernel.Of(d.kernel.gradient)
		if d.bias != nil {
			l.Bias, l.BiasGradient = kernel.Of(d.bias.values), kernel.Of(d.bias.gradient)
			l.BiasL1, l.BiasL2 = p.penalties(d.bias.regularizer)
		}
		l.KernelL1, l.KernelL2 = p.penalties(d.kernel.regularizer)
		if d.ActivityRegularizer != nil {
			return false
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

// penalties returns a regularizer's factors.
func (p *kernelPlan) penalties(r *Regularizer) (l1, l2 float64) {
	if r == nil {
		return 0, 0
	}
	p.Penalized = 1
	return r.L1, r.L2
}

// measure describes the loss and reports whether the kernel has it.
func (p *kernelPlan) measure(w *workspace) bool {
	if w.reduction != "" {
		return false
	}
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
	fused := t.canFuse && p.updates
	p.columns(t, fused, (done+steps)/epochSteps)
	made := int(kernel.Train(&p.Plan, uint32(steps)))
	if !p.updates && made > 0 {
		s.update()
	} else {
		s.steps += made
	}
	p.steps = s.steps
	t.steps += made
	t.from, t.sum = int(p.From), p.Sum
	p.take(t.accumulators, true)
	ended := int(p.Ended)
	if fused && ended > 0 {
		for i, column := range t.logged {
			t.logged[i] = column[:len(column)+ended]
		}
		t.epoch += ended
		if r := t.config.Recorder; r != nil {
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
		if t.raises {
			t.fail(t.diverged.error(t.sum / float64(min(batch, t.x.Rows-t.from))))
			return
		}
		t.endEpoch()
	case !fused && ended > 0:
		p.log(t)
		t.tellEpoch()
	case t.from == t.x.Rows:
		t.endEpoch()
	case t.over():
		t.end()
	}
}

// columns says where what the epochs log goes: behind what is logged already.
func (p *kernelPlan) columns(t *Training, fused bool, epochs int) {
	p.Losses, p.Metrics, p.ValidationLosses, p.ValidationMetrics = 0, 0, 0, 0
	if !fused {
		return
	}
	at := 0
	for i, to := range []*kernel.Address{&p.Losses, &p.Metrics, &p.ValidationLosses, &p.ValidationMetrics} {
		if (i%2 == 1 && p.Metric == kernel.Unmeasured) || (i >= 2 && p.ValidationRows == 0) {
			continue
		}
		column := slices.Grow(t.logged[at], epochs)
		t.logged[at] = column
		*to = kernel.Of(column) + kernel.Address(8*len(column))
		at++
	}
}

// log takes what the latest epoch has logged.
func (p *kernelPlan) log(t *Training) {
	at := 0
	for i, value := range p.Logged {
		if (i%2 == 1 && p.Metric == kernel.Unmeasured) || (i >= 2 && p.ValidationRows == 0) {
			continue
		}
		t.last[at] = value
		at++
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
	p.Record, p.Ended, p.Epoch, p.Seed = 0, 0, uint64(t.epoch), t.config.Seed
	p.take(t.accumulators, false)
	if r := t.config.Recorder; r != nil && t.canFuse && p.updates {
		epochs, weights := r.left()
		p.Keep, p.Keeps, p.Record = kernel.Of(epochs), uint32(len(epochs)), kernel.Of(weights)
	}
	p.Rate = float32(s.optimizer.settings().LearningRate)
	if p.Optimizer == kernel.Adam && p.steps != s.steps {
		for i, beta := range p.Beta {
			p.Power[i] = math.Pow(beta, float64(s.steps))
		}
	}
}
