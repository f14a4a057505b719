package nn

import (
	"math"
	"slices"
)

// step makes one update.
func (t *Training) step() {
	if t.from == 0 && !t.beginEpoch() {
		return
	}
	t.update()
}

// update makes the update of an epoch that has begun.
func (t *Training) update() {
	end := min(t.from+t.config.BatchSize, t.x.Rows)
	if !t.beginBatch() {
		return
	}
	x, y, weights := t.rows(t.from, end)
	var loss float64 // the sum over the batch's rows
	if t.line != nil {
		loss = t.line.step(t, x.Data, y.Data)
	} else {
		p := t.work.forward(x, true)
		loss = t.work.lossOf(y, p, weights) + t.work.penalty(y.Rows)*float64(y.Rows)
		t.work.count(t.accumulators, y, p, weights)
		if t.checkFinite(loss) {
			t.work.backward(y, p, weights)
			t.learn(y.Rows)
		}
	}
	t.stepped(loss, end)
}

// stepped counts a step up to the row end, of which loss is the sum of the rows'.
func (t *Training) stepped(loss float64, end int) {
	t.steps++
	t.sum += loss
	if !t.endBatch(end) {
		return
	}
	if t.diverged != nil && t.raises {
		t.fail(t.diverged.error(loss / float64(end-t.from)))
		return
	}
	if t.diverged == nil {
		t.from = end
	}
	if t.diverged != nil || end == t.x.Rows {
		t.endEpoch()
	}
}

// beginBatch tells the callbacks of a batch.
func (t *Training) beginBatch() bool {
	for _, callback := range t.batchCallbacks {
		if err := callback.BatchBegin(t.from / t.config.BatchSize); err != nil {
			return t.fail(err)
		}
	}
	return true
}

// endBatch tells them of what the epoch's rows up to one have logged.
func (t *Training) endBatch(end int) bool {
	if len(t.batchCallbacks) == 0 {
		return true
	}
	logs := soFar(t.keys, t.sum/float64(end), t.accumulators)
	for _, callback := range t.batchCallbacks {
		if err := callback.BatchEnd(t.from/t.config.BatchSize, logs); err != nil {
			return t.fail(err)
		}
	}
	return true
}

// soFar are logs of a loss and of metrics.
func soFar(keys []string, loss float64, accumulators []accumulator) Logs {
	values := []float64{loss}
	for _, c := range accumulators {
		values = append(values, c.result())
	}
	return LogsOf(keys[:len(values)], values)
}

// checkFinite reports whether the step may go on to its update. Where a
// TerminateOnNaN checks for finite losses and this one is not, the weights go
// back to the last finite ones, and the training has diverged.
func (t *Training) checkFinite(loss float64) bool {
	if !t.checksFinite {
		return true
	}
	if loss-loss != 0 || math.Abs(loss) > math.MaxFloat32 {
		copy(t.model.params, t.lastFinite)
		t.diverged = &divergence{epoch: t.epoch + 1, step: t.steps + 1}
		return false
	}
	if allFinite(t.model.params) {
		copy(t.lastFinite, t.model.params)
	}
	return true
}

// rows returns a batch: in order, or gathered in the epoch's order.
func (t *Training) rows(from, end int) (x, y Matrix, weights []float32) {
	if t.order == nil {
		if t.weights != nil {
			weights = t.weights[from:end]
		}
		return t.x.rows(from, end), t.y.rows(from, end), weights
	}
	x, y = t.batchX.rows(0, end-from), t.batchY.rows(0, end-from)
	for i, row := range t.order[from:end] {
		copy(x.Row(i), t.x.Row(row))
		copy(y.Row(i), t.y.Row(row))
		if t.weights != nil {
			t.batchW[i] = t.weights[row]
		}
	}
	if t.weights != nil {
		weights = t.batchW[:end-from]
	}
	return x, y, weights
}

// beginEpoch tells the callbacks and draws the epoch's order.
func (t *Training) beginEpoch() bool {
	if !t.begun {
		t.begun = true
		if t.config.Recorder != nil {
			t.checkLosses()
		}
		for _, callback := range t.config.Callbacks {
			if err := callback.TrainBegin(t); err != nil {
				return t.fail(err)
			}
		}
	}
	for _, callback := range t.config.Callbacks {
		if err := callback.EpochBegin(t.epoch); err != nil {
			return t.fail(err)
		}
	}
	t.sum = 0
	for _, c := range t.accumulators {
		c.reset()
	}
	if t.order != nil {
		for i := range t.order {
			t.order[i] = i
		}
		r := &t.draws
		r.Seed(t.config.Seed, uint64(t.epoch))
		for i := len(t.order) - 1; i > 0; i-- {
			j := int(r.Uint64() % uint64(i+1))
			t.order[i], t.order[j] = t.order[j], t.order[i]
		}
	}
	return true
}

// endEpoch logs the losses and the metrics of the epoch, and what follows.
func (t *Training) endEpoch() {
	rows := t.x.Rows
	if t.diverged != nil {
		rows = min(t.from+t.config.BatchSize, rows) // those seen
	}
	t.last[0] = t.sum / float64(rows)
	for i, c := range t.accumulators {
		t.last[1+i] = c.result()
	}
	t.logEpoch()
}

// logEpoch measures the validation part, and what follows.
func (t *Training) logEpoch() {
	if t.validates() {
		if err := t.validation.run(t.last[1+len(t.accumulators) : len(t.names)]); err != nil {
			t.fail(err)
			return
		}
	}
	t.tellEpoch()
}

// tellEpoch keeps what the epoch logs and tells the callbacks.
func (t *Training) tellEpoch() {
	own := t.namesLogged()
	t.keys, t.last = append(t.keys[:0], t.names[:own]...), t.last[:own]
	for i, v := range t.last {
		t.logged[i] = append(t.logged[i], v)
	}
	for _, callback := range t.config.Callbacks {
		if err := callback.EpochEnd(t.epoch, Logs{keys: t.keys, values: t.last, own: own}); err != nil {
			t.fail(err)
			return
		}
	}
	t.epoch, t.from = t.epoch+1, 0
	t.record()
	if t.over() || t.diverged != nil {
		t.end()
	}
}

// end tells the callbacks that the training is over.
func (t *Training) end() {
	t.optimizerState.finish()
	for _, callback := range t.config.Callbacks {
		if err := callback.TrainEnd(); err != nil {
			t.fail(err)
			return
		}
	}
	t.ended = true
}

// fail ends the training with a callback's error.
func (t *Training) fail(err error) bool {
	t.failed, t.ended = err, true
	return false
}

// Log adds a value to those of the epoch that ends, under a key of its own or
// in place of the value there: what a callback of Keras does by writing into its
// logs. Call it from EpochEnd; the callbacks that follow see it.
func (t *Training) Log(key string, value float64) {
	at, named := slices.Index(t.keys, key), slices.Index(t.names, key)
	switch {
	case at < 0:
		t.keys, t.last = append(t.keys, key), append(t.last, value)
		if named >= 0 { // of the validation part, which this epoch does not measure
			t.logged[named] = append(t.logged[named], value)
			return
		}
		if t.added == nil {
			t.added = make(map[string][]float64)
		}
		t.added[key] = append(t.added[key], value)
		return
	case named >= 0:
		t.logged[named][len(t.logged[named])-1] = value
	default:
		t.added[key][len(t.added[key])-1] = value
	}
	t.last[at] = value
}

// warn keeps what Keras warns of, once, as Python does.
func (t *Training) warn(text string) {
	if !slices.Contains(t.warnings, text) {
		t.warnings = append(t.warnings, text)
	}
}

// rateNow is the learning rate as Keras reads it back, a float32.
func (t *Training) rateNow() float64 {
	return float64(float32(t.optimizerState.optimizer.settings().LearningRate))
}

// logRate logs the learning rate.
func (t *Training) logRate() { t.Log("learning_rate", t.rateNow()) }
