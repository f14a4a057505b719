package nn

import (
	"context"
	"math"
	"math/rand/v2"
	"time"
)

// Training is a Fit that can be advanced in pieces: so many epochs, or until a
// deadline. However it is cut, it gives the same bits as one Fit. Make one with
// [Sequential.NewTraining].
//
// A training goes on with the optimizer and the loss that the model was compiled
// with when it began, whatever is compiled later.
type Training struct {
	model   *Sequential
	stepper *stepper // the model's when the training began
	x, y    Matrix
	weights []float32 // of the rows; nil when all are 1
	config  FitConfig

	work       *workspace
	line       *lineFit // the fused path, where there is one
	plan       plan     // the engine's way to make many steps, where there is one
	validation *evaluation
	counters   []counter
	// batchX, batchY and batchW hold the rows of a shuffled batch.
	batchX, batchY Matrix
	batchW         []float32
	order          []int

	epochs int // config's, which Stop lowers
	epoch  int // of the next step, counted from 0
	from   int // its first row
	steps  int // made by this training
	sum    float64
	// quiet is set when nobody listens to epochs, so that many can be made at
	// once.
	quiet  bool
	begun  bool
	ended  bool
	failed error

	keys   []string
	logged [][]float64 // by key, one value an epoch
	last   []float64

	// rate is the learning rate before a callback set it, when scheduled.
	rate      float64
	scheduled bool

	// guard holds the latest weights that gave a finite loss, when guarded.
	guard    []float32
	guarded  bool
	diverged *divergence
}

type divergence struct{ epoch, step int }

// NewTraining begins a training as [Sequential.Fit] does, without a step yet.
// The data are not copied: leave them as they are while it goes on.
func (m *Sequential) NewTraining(x, y Matrix, config FitConfig) (*Training, error) {
	if err := m.compiled("Fit"); err != nil {
		return nil, err
	}
	config, err := config.withDefaults()
	if err != nil {
		return nil, err
	}
	if err := m.checkData("Fit", x, y); err != nil {
		return nil, err
	}
	if v := config.ValidationX; v.Rows > 0 {
		if err := m.checkData("Fit: validation", v, config.ValidationY); err != nil {
			return nil, err
		}
	}
	weights, err := config.rowWeights(y)
	if err != nil {
		return nil, err
	}
	train, validation, err := config.split(dataset{x, y, weights})
	if err != nil {
		return nil, err
	}
	x, y = train.x, train.y
	t := &Training{
		model: m, stepper: m.stepper, x: x, y: y, weights: train.weights, config: config, epochs: config.Epochs, epoch: config.InitialEpoch,
		keys: m.keys(""), counters: m.counters(),
	}
	if validation.x.Rows > 0 {
		t.validation = m.newEvaluation(validation, config.BatchSize)
		t.keys = append(t.keys, m.keys("val_")...)
	}
	t.last = make([]float64, len(t.keys))
	t.logged = make([][]float64, len(t.keys))
	expected := min(max(config.Epochs-config.InitialEpoch, 0), 1<<16)
	for i := range t.logged {
		t.logged[i] = make([]float64, 0, expected)
	}
	if t.line = t.newLineFit(); t.line == nil {
		t.work = m.newWorkspace(t.batch())
	}
	if t.shuffles() {
		t.order = make([]int, x.Rows)
		t.batchX, t.batchY = NewMatrix(config.BatchSize, x.Cols), NewMatrix(config.BatchSize, y.Cols)
		t.batchW = make([]float32, config.BatchSize)
	}
	t.quiet = t.validation == nil && t.order == nil && len(m.metrics) == 0
	for _, callback := range config.Callbacks {
		if _, ok := callback.(TerminateOnNaN); !ok {
			t.quiet = false
		}
	}
	if t.line == nil {
		t.plan = active.plan(t)
	}
	return t, nil
}

// Model returns the model that is trained.
func (t *Training) Model() *Sequential { return t.model }

// shuffles reports whether epochs draw orders. Where one batch holds every
// row, their order could change nothing but the rounding of its sums.
func (t *Training) shuffles() bool { return !t.config.NoShuffle && t.config.BatchSize < t.x.Rows }

// Advance trains up to so many epochs more; done says that the training is
// over. After a callback's error it stays over; after the context's it can go on.
func (t *Training) Advance(ctx context.Context, epochs int) (done bool, err error) {
	end := t.config.Epochs
	if epochs < end-t.epoch {
		end = t.epoch + epochs
	}
	for t.epoch < end && !t.over() {
		t.leap(ctx, end, t.stepsPerLook())
		if err := ctx.Err(); err != nil && !t.over() {
			return false, err
		}
	}
	return t.over(), t.failed
}

// AdvanceUntil trains until the deadline, or to the end if that comes first;
// done says that the training is over. It looks at the clock every so many
// steps, a fraction of a millisecond of them. With the zero deadline it makes
// one step.
func (t *Training) AdvanceUntil(ctx context.Context, deadline time.Time) (done bool, err error) {
	return t.AdvanceTo(ctx, t.config.Epochs, deadline)
}

// AdvanceTo is [Training.AdvanceUntil], but no further than to the end of an
// epoch, counted from 1; done still says that the training is over.
func (t *Training) AdvanceTo(ctx context.Context, epoch int, deadline time.Time) (done bool, err error) {
	steps := t.stepsPerLook()
	if deadline.IsZero() {
		steps = 1
	}
	for t.epoch < epoch && !t.over() {
		t.leap(ctx, min(epoch, t.config.Epochs), steps)
		if err := ctx.Err(); err != nil && !t.over() {
			return false, err
		}
		if t.over() || !time.Now().Before(deadline) {
			break
		}
	}
	return t.over(), t.failed
}

// leap makes up to so many steps before the epoch end, between two looks at the
// clock and the context, which cost more than a small step. Where callbacks are
// called, which may cancel the context, it looks at that after each epoch.
func (t *Training) leap(ctx context.Context, end, steps int) {
	for steps > 0 && t.epoch < end && !t.over() {
		switch before := t.steps; {
		case t.line != nil && t.quiet && t.from == 0 && t.x.Rows <= t.config.BatchSize:
			t.line.run(t, min(end-t.epoch, steps))
			steps -= t.steps - before
		case t.plan != nil:
			t.plan.advance(t, end, steps)
			steps -= t.steps - before
		default:
			t.step()
			steps--
		}
		if !t.quiet && t.from == 0 && ctx.Err() != nil {
			return
		}
	}
}

// stepsPerLook is how many steps are made between two looks at the clock. Each
// has its share of the epoch's validation.
func (t *Training) stepsPerLook() int {
	params := len(t.model.params)
	work := 16 + 3*t.batch()*params
	if t.validation != nil {
		work += t.validation.data.x.Rows * t.batch() / t.x.Rows * params
	}
	return max(1, active.work()/work)
}

func (t *Training) batch() int { return min(t.config.BatchSize, t.x.Rows) }

// over reports whether no step is left.
func (t *Training) over() bool { return t.ended || t.epoch >= t.config.Epochs }

// Stop ends the training after the epoch under way, as a callback that sets
// Keras's model.stop_training does.
func (t *Training) Stop() { t.config.Epochs = min(t.config.Epochs, t.epoch+1) }

// Epoch returns how many epochs are done, those before InitialEpoch included.
func (t *Training) Epoch() int { return t.epoch }

// Steps returns how many updates this training has made.
func (t *Training) Steps() int { return t.steps }

// Diverged returns where a [TerminateOnNaN] stopped the training: the epoch
// and, over this training, the step, both counted from 1.
func (t *Training) Diverged() (epoch, step int, ok bool) {
	if t.diverged == nil {
		return 0, 0, false
	}
	return t.diverged.epoch, t.diverged.step, true
}

// History returns what has been logged so far.
func (t *Training) History() *History {
	h := &History{Epoch: make([]int, len(t.logged[0])), Metrics: make(map[string][]float64)}
	for i := range h.Epoch {
		h.Epoch[i] = t.config.InitialEpoch + i
	}
	for i, key := range t.keys {
		h.Metrics[key] = append([]float64(nil), t.logged[i]...)
	}
	return h
}

// step makes one update.
func (t *Training) step() {
	if t.from == 0 && !t.beginEpoch() {
		return
	}
	end := min(t.from+t.config.BatchSize, t.x.Rows)
	x, y, weights := t.rows(t.from, end)
	var loss float64 // the sum over the batch's rows
	if t.line != nil {
		loss = t.line.step(t, x.Data, y.Data)
	} else {
		p := t.work.forward(x, true)
		loss = t.work.lossOf(y, p, weights) + t.work.penalty(y.Rows)*float64(y.Rows)
		count(t.counters, y, p)
		if t.watch(loss) {
			t.work.backward(y, p, weights)
			t.stepper.update()
		}
	}
	t.stepped(loss, end)
}

// stepped counts a step up to the row end, of which loss is the sum of the rows'.
func (t *Training) stepped(loss float64, end int) {
	t.steps++
	t.sum += loss
	if t.diverged == nil {
		t.from = end
	}
	if t.diverged != nil || end == t.x.Rows {
		t.endEpoch()
	}
}

// watch reports whether the step may go on to its update. When the training is
// guarded and the loss is not finite, it goes back to the guard instead.
func (t *Training) watch(loss float64) bool {
	if !t.guarded {
		return true
	}
	if loss-loss != 0 || math.Abs(loss) > math.MaxFloat32 {
		copy(t.model.params, t.guard)
		t.diverged = &divergence{epoch: t.epoch + 1, step: t.steps + 1}
		return false
	}
	if allFinite(t.model.params) {
		copy(t.guard, t.model.params)
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
	for _, c := range t.counters {
		c.reset()
	}
	if t.order != nil {
		for i := range t.order {
			t.order[i] = i
		}
		r := rand.NewPCG(t.config.Seed, uint64(t.epoch))
		for i := len(t.order) - 1; i > 0; i-- {
			j := int(r.Uint64() % uint64(i+1))
			t.order[i], t.order[j] = t.order[j], t.order[i]
		}
	}
	return true
}

// endEpoch logs the epoch and tells the callbacks.
func (t *Training) endEpoch() {
	rows := t.x.Rows
	if t.diverged != nil {
		rows = min(t.from+t.config.BatchSize, rows) // those seen
	}
	t.last[0] = t.sum / float64(rows)
	for i, c := range t.counters {
		t.last[1+i] = c.result()
	}
	if t.validation != nil {
		t.validation.run(t.last[1+len(t.counters):])
	}
	for i, v := range t.last {
		t.logged[i] = append(t.logged[i], v)
	}
	for _, callback := range t.config.Callbacks {
		if err := callback.EpochEnd(t.epoch, Logs{keys: t.keys, values: t.last}); err != nil {
			t.fail(err)
			return
		}
	}
	t.epoch, t.from = t.epoch+1, 0
	if t.over() || t.diverged != nil {
		t.end()
	}
}

// end tells the callbacks that the training is over.
func (t *Training) end() {
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
