package nn

import "slices"

// lineFit is the fused path of one linear neuron: one Dense(1) without
// activation on one feature, the mean squared error and plain SGD. One pass
// over a batch computes outputs, loss and gradients with everything in
// registers, five times as fast as layer by layer, and gives the same numbers
// within rounding.
type lineFit struct {
	params []float32 // the kernel and, when the layer has one, the bias
	sgd    *SGD
	loss   [1]float64 // of an epoch that callbacks look at
}

// newLineFit returns the fused path of a training, nil when it needs more.
func (t *Training) newLineFit() *lineFit {
	m := t.model
	d, isDense := m.layers[0].(*Dense)
	sgd, isSGD := t.optimizerState.optimizer.(*SGD)
	switch {
	case len(m.layers) != 1, !isDense, !isSGD, m.loss != MeanSquaredError, len(m.metrics) > 0, t.weights != nil:
		return nil
	case m.inputs != 1, d.Units != 1, d.Activation != Linear, sgd.Momentum != 0, !sgd.plain():
		return nil
	case d.KernelRegularizer != nil, d.BiasRegularizer != nil, d.ActivityRegularizer != nil:
		return nil
	}
	return &lineFit{params: m.params, sgd: sgd}
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
	if !t.canFuse || t.validation != nil {
		f.one(t)
		return
	}
	logged := t.logged[0]
	at := len(logged)
	logged = slices.Grow(logged, epochs)[:at+epochs]
	var record lineRecord
	if r := t.config.Recorder; r != nil {
		record.epoch = t.epoch
		record.epochs, record.weights = r.left()
	}
	made := active.line(t.x.Data, t.y.Data, f.params, t.lastFinite, f.rate(t.x.Rows), logged[at:], record)
	t.logged[0] = logged[:at+made]
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
	if active.line(t.x.Data, t.y.Data, f.params, t.lastFinite, f.rate(t.x.Rows), f.loss[:], lineRecord{}) == 0 {
		t.update() // which sees the loss that is not finite
		return
	}
	t.steps++
	t.optimizerState.steps++
	t.last[0] = f.loss[0]
	t.logEpoch()
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

// lineRecord says where fitLine writes weights: those after each of epochs, counted
// from 1, of which epoch are done.
type lineRecord struct {
	epoch   int
	epochs  []int
	weights []float32
}

// fitLine makes an epoch for each of losses and returns how many it made. With
// lastFinite it stops before one whose loss is not finite, and leaves the weights
// of the last epoch that it made there.
func fitLine(x, y, params, lastFinite []float32, rate float32, losses []float64, record lineRecord) int {
	w, b, biased := params[0], float32(0), len(params) > 1
	if biased {
		b = params[1]
	}
	y = y[:len(x)]
	n := float64(len(x))
	made := 0
	lastW, lastB := w, b
	next, kept, to := 0, 0, 0 // the next epoch to keep, its place, and that of its weights
	if len(record.epochs) > 0 {
		next = record.epochs[0]
	}
	for at := range losses {
		var squares, dw, db float32
		i := 0
		for ; i+3 <= len(x); i += 3 {
			u, v := (*[3]float32)(x[i:]), (*[3]float32)(y[i:])
			e := w*u[0] + b - v[0]
			squares += e * e
			dw += e * u[0]
			db += e
			e = w*u[1] + b - v[1]
			squares += e * e
			dw += e * u[1]
			db += e
			e = w*u[2] + b - v[2]
			squares += e * e
			dw += e * u[2]
			db += e
		}
		for ; i < len(x); i++ {
			e := w*x[i] + b - y[i]
			squares += e * e
			dw += e * x[i]
			db += e
		}
		if lastFinite != nil && !finite(squares) {
			break
		}
		losses[at] = float64(squares) / n
		lastW, lastB = w, b
		w -= rate * dw
		if biased {
			b -= rate * db
		}
		made++
		if record.epoch+made == next {
			record.weights[to] = w
			if to++; biased {
				record.weights[to] = b
				to++
			}
			next, kept = 0, kept+1
			if kept < len(record.epochs) {
				next = record.epochs[kept]
			}
		}
	}
	copy(params, []float32{w, b})
	if made > 0 {
		copy(lastFinite, []float32{lastW, lastB})
	}
	return made
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
	if !t.checkFinite(loss) {
		return loss
	}
	// Rounded as fitLine does, so that any cut of a training gives the same bits.
	step := f.rate(len(x))
	t.optimizerState.steps++
	f.params[0] = w - step*dw
	if biased {
		f.params[1] = b - step*db
	}
	return loss
}
