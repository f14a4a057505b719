package nn

import (
	"slices"

	"firstneuron/pkg/nn/internal/kernel"
)

// lineFit is the fused path of one linear neuron: one Dense(1) without
// activation on one feature, the mean squared error and plain SGD. One pass
// over a batch computes outputs, loss and gradients with everything in
// registers, five times as fast as layer by layer, and gives the same numbers
// within rounding.
type lineFit struct {
	params  []float32 // the kernel and, when the layer has one, the bias
	sgd     *SGD
	penalty *Regularizer // on the weight, nil for none
	metric  lineMetric
	call    lineRun // the latest
	// trail holds the weights before a call's epochs, and after each of them, where
	// something is measured with them.
	trail []float32
	// logged holds what an epoch logs that callbacks look at.
	logged [4][1]float64
}

// newLineFit returns the fused path of a training, nil when it needs more.
func (t *Training) newLineFit() *lineFit {
	m := t.model
	d, isDense := m.layers[0].(*Dense)
	sgd, isSGD := t.optimizerState.optimizer.(*SGD)
	whole := t.x.Rows <= t.config.BatchSize
	switch {
	case t.ownRules(), m.reduction != "", len(m.layers) != 1, !isDense, !isSGD, m.loss != MeanSquaredError, len(m.metrics) > 1, t.weights != nil:
		return nil
	case m.inputs != 1, d.Units != 1, d.activation != Linear, sgd.Momentum != 0, !sgd.plain():
		return nil
	case d.frozen, d.KernelConstraint != nil, d.BiasConstraint != nil:
		return nil
	case d.BiasRegularizer != nil, d.ActivityRegularizer != nil, t.validation != nil && t.validation.data.weights != nil:
		return nil
	}
	f := &lineFit{params: m.params, sgd: sgd, penalty: d.KernelRegularizer}
	if len(m.metrics) > 0 {
		var known bool
		if f.metric, known = lineMetricOf(m.metrics[0]); !known || !whole {
			return nil
		}
	}
	return f
}

// rate is the learning rate times 2/rows, the factor of the gradient's sums Σ e·x
// and Σ e.
func (f *lineFit) rate(rows int) float32 { return float32(f.sgd.LearningRate) * (2 / float32(rows)) }

// run makes whole epochs in one call, where one batch holds every row; one epoch
// where a callback looks at each.
func (f *lineFit) run(t *Training, epochs int) {
	if !t.beginEpoch() {
		return
	}
	if !t.canFuse {
		f.one(t)
		return
	}
	if f.measures(t) {
		epochs = min(epochs, mostMeasured)
	}
	at := len(t.logged[0])
	var columns [4][]float64
	for i := range t.logged {
		columns[i] = slices.Grow(t.logged[i], epochs)[at : at+epochs]
		t.logged[i] = slices.Grow(t.logged[i], epochs)
	}
	made := f.epochs(t, columns, t.config.Recorder)
	for i := range t.logged {
		t.logged[i] = t.logged[i][:at+made]
	}
	t.epoch += made
	t.steps += made
	t.optimizerState.steps += made
	if f.recordLine(t, made); t.diverged != nil {
		t.end()
	} else if made < epochs {
		t.step() // which sees the loss that is not finite
	} else if t.over() {
		t.end()
	}
}

// one makes an epoch as run makes many.
func (f *lineFit) one(t *Training) {
	var columns [4][]float64
	for i := range t.last[:len(t.names)] {
		columns[i] = f.logged[i][:]
	}
	if f.epochs(t, columns, nil) == 0 {
		t.update() // which sees the loss that is not finite
		return
	}
	t.steps++
	t.optimizerState.steps++
	for i := range t.last[:len(t.names)] {
		t.last[i] = f.logged[i][0]
	}
	t.tellEpoch()
}

// mostMeasured is how many epochs a call makes at most after which something is
// measured.
const mostMeasured = 1024

// everyEpoch are the epochs of such a call.
var everyEpoch = func() (all [mostMeasured]int) {
	for i := range all {
		all[i] = i + 1
	}
	return all
}()

// measures reports whether something is measured beside the loss.
func (f *lineFit) measures(t *Training) bool {
	return f.metric.code != kernel.Unmeasured || t.validation != nil
}

// epochs makes epochs, as many as the columns of what they log are long, and
// returns how many it made. The columns are in the order of the training's keys.
func (f *lineFit) epochs(t *Training, columns [4][]float64, r *Recorder) (made int) {
	f.call = lineRun{
		x: t.x.Data, y: t.y.Data, params: f.params, lastFinite: t.lastFinite,
		step: f.rate(t.x.Rows), rate: float32(f.sgd.LearningRate), losses: columns[0],
	}
	if f.penalty != nil {
		f.call.l1, f.call.l2 = f.penalty.L1, f.penalty.L2
	}
	if !f.measures(t) {
		if r != nil {
			f.call.epoch = t.epoch
			f.call.keep, f.call.weights = r.left()
		}
		return active.line(&f.call)
	}
	n, epochs := len(f.params), len(columns[0])
	if len(f.trail) < (epochs+1)*n {
		f.trail = floats((epochs + 1) * n)
	}
	copy(f.trail, f.params)
	after := f.trail[n:]
	f.call.keep, f.call.weights = everyEpoch[:epochs], after
	made = active.line(&f.call)
	biased, next := n > 1, 1
	if f.metric.code != kernel.Unmeasured {
		active.lineMetric(t.x.Data, t.y.Data, f.trail, biased, f.metric, columns[next][:made])
		next++
	}
	if v := t.validation; v != nil {
		losses := columns[next][:made]
		active.lineMetric(v.data.x.Data, v.data.y.Data, after, biased, lineMetric{code: kernel.SquaredError}, losses)
		for i := range losses {
			losses[i] += f.penalty.penalty(after[i*n : i*n+1])
		}
		if f.metric.code != kernel.Unmeasured {
			active.lineMetric(v.data.x.Data, v.data.y.Data, after, biased, f.metric, columns[next+1][:made])
		}
	}
	if r != nil {
		r.copyFrom(after, t.epoch, made)
	}
	return made
}

// recordLine records the epochs that run has made. Where the last one's update has
// left weights that are not finite, lastFinite holds those of the epoch before.
func (f *lineFit) recordLine(t *Training, made int) {
	r := t.config.Recorder
	if r == nil || made == 0 {
		return
	}
	if allFinite(f.params) {
		r.wrote(t.epoch, f.params)
		return
	}
	r.wrote(t.epoch-1, t.lastFinite)
	copy(r.weightsAt(r.atLatest), t.lastFinite) // where this epoch's may have been written
	t.overflow()
}

// step makes one update and returns the sum of the rows' losses:
//
//	dloss/dw = 2/n Σ e·x,  dloss/db = 2/n Σ e,  with e = w·x + b − y.
func (f *lineFit) step(t *Training, x, y []float32) float64 {
	w, b, biased := f.params[0], float32(0), len(f.params) > 1
	if biased {
		b = f.params[1]
	}
	y = y[:len(x)]
	var squares, dw, db float32
	for i, v := range x {
		e := w*v + b - y[i]
		squares += e * e
		dw += e * v
		db += e
	}
	loss := float64(squares)
	if f.penalty != nil {
		loss += f.penalty.of(w) * float64(len(x))
	}
	for _, a := range t.accumulators { // of an epoch that run has left
		for i, v := range x {
			a.add(y[i:i+1], []float32{w*v + b}, 1)
		}
	}
	if !t.checkFinite(loss) {
		return loss
	}
	// Rounded as fitLine does, so that any cut of a training gives the same bits.
	step := f.rate(len(x))
	t.optimizerState.steps++
	f.params[0] = w - step*dw
	if f.penalty != nil {
		f.params[0] -= float32(f.sgd.LearningRate) * f.penalty.slope(w)
	}
	if biased {
		f.params[1] = b - step*db
	}
	return loss
}
