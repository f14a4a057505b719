package nn

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"time"
)

// Training is a Fit in pieces: a caller advances it by epochs or until a
// deadline. However it is cut, it gives the same bits as one Fit. Make one with
// [Sequential.NewTraining].
//
// A training keeps the optimizer and the loss that the model was compiled with
// when it began, whatever is compiled later.
//
// Source: https://keras.io/api/models/model_training_apis/#fit-method
type Training struct {
	model          *Sequential
	layout         int             // which of the model's layouts it began with
	optimizerState *optimizerState // the model's when it began
	x, y           Matrix
	weights        []float32 // of the rows; nil when all are 1
	config         FitConfig

	work         *workspace
	line         *lineFit // the fused path, where there is one
	plan         plan     // the engine's way to make many steps, where there is one
	validation   *evaluation
	accumulators []accumulator
	// batchX, batchY and batchW hold the rows of a shuffled batch.
	batchX, batchY Matrix
	batchW         []float32
	order          []int
	draws          rand.PCG

	epochs int     // those asked for: Stop lowers config.Epochs, Restart restores it
	epoch  int     // the epoch of the next step, counted from 0
	from   int     // the first row of the next step
	steps  int     // how many steps this training has made
	sum    float64 // the sum of the epoch's losses so far, over its rows
	// batchCallbacks and testCallbacks are those of the callbacks that are told of
	// batches and of the measuring of the validation part.
	batchCallbacks []BatchCallback
	testCallbacks  []TestCallback
	// canFuse says that no callback looks at single epochs, so that the engine may
	// make many in one call.
	canFuse bool
	begun   bool
	ended   bool
	failed  error

	// names are the model's keys. keys and last are what the epoch logs: first the
	// model's, all of them or those without validation, then those that callbacks
	// added.
	names    []string
	keys     []string
	last     []float64
	logged   [][]float64          // of the model's keys, one value an epoch
	added    map[string][]float64 // of the others
	warnings []string

	// rate is the learning rate before a callback set it, when scheduled.
	rate      float64
	scheduled bool

	// lastFinite holds the latest weights that gave a finite loss. It is kept
	// where checksFinite is set, by TerminateOnNaN.
	lastFinite   []float32
	checksFinite bool
	raises       bool // an error where a loss is not finite
	diverged     *divergence
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
	weights, err := rowWeights("Fit", config.SampleWeight, config.ClassWeight, y)
	if err != nil {
		return nil, err
	}
	train, validation, err := config.split(dataset{x, y, weights})
	if err != nil {
		return nil, err
	}
	x, y = train.x, train.y
	t := &Training{
		model: m, layout: m.layouts, optimizerState: m.optimizerState, x: x, y: y, weights: train.weights, config: config, epochs: config.Epochs, epoch: config.InitialEpoch,
		names: m.keys(""), accumulators: m.accumulators(),
	}
	t.batchCallbacks, t.testCallbacks = watching(config.Callbacks)
	if validation.x.Rows > 0 {
		t.validation = m.newEvaluation(validation, config.measured())
		t.validation.callbacks = t.testCallbacks
		t.names = append(t.names, m.keys("val_")...)
	}
	t.keys = slices.Clone(t.names)
	t.last = make([]float64, len(t.names))
	t.logged = make([][]float64, len(t.names))
	expected := min(max(config.Epochs-config.InitialEpoch, 0), 1<<16)
	for i := range t.logged {
		t.logged[i] = make([]float64, 0, expected)
	}
	alone := !t.watched() && config.Validation == nil
	if alone {
		t.line = t.newLineFit()
	}
	if t.line == nil {
		t.work = m.newWorkspace(max(t.batch(), t.validationBatch()))
	}
	if t.shuffles() {
		t.order = make([]int, x.Rows)
		t.batchX, t.batchY = NewMatrix(config.BatchSize, x.Cols), NewMatrix(config.BatchSize, y.Cols)
		t.batchW = make([]float32, config.BatchSize)
	}
	t.canFuse = true
	for _, callback := range config.Callbacks {
		if _, ok := callback.(TerminateOnNaN); !ok {
			t.canFuse = false
		}
	}
	if config.Recorder != nil {
		config.Recorder.begin(t)
	}
	if t.line == nil && alone {
		t.plan = active.plan(t)
	}
	return t, nil
}

// watched reports whether callbacks are told of more than epochs.
func (t *Training) watched() bool { return len(t.batchCallbacks)+len(t.testCallbacks) > 0 }

// Model returns the model that is trained.
func (t *Training) Model() *Sequential { return t.model }

// shuffles reports whether epochs draw orders. Where one batch holds every
// row, their order could change nothing but the rounding of its sums.
func (t *Training) shuffles() bool { return !t.config.NoShuffle && t.config.BatchSize < t.x.Rows }

// Advance trains up to so many epochs more; done says that the training is
// over. After a callback's error it stays over; after the context's it can go on.
func (t *Training) Advance(ctx context.Context, epochs int) (done bool, err error) {
	if err := t.stale(ctx); err != nil {
		return t.over(), err
	}
	defer t.gather()
	end := t.config.Epochs
	if epochs < end-t.epoch {
		end = t.epoch + epochs
	}
	for t.epoch < end && !t.over() {
		t.advance(ctx, end, t.stepsPerLook())
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
	if err := t.stale(ctx); err != nil {
		return t.over(), err
	}
	defer t.gather()
	steps := t.stepsPerLook()
	if deadline.IsZero() {
		steps = 1
	}
	for t.epoch < epoch && !t.over() {
		t.advance(ctx, min(epoch, t.config.Epochs), steps)
		if err := ctx.Err(); err != nil && !t.over() {
			return false, err
		}
		if t.over() || !time.Now().Before(deadline) {
			break
		}
	}
	return t.over(), t.failed
}

// stale reports that the model's layers are others than when the training began, or
// that there is no context.
func (t *Training) stale(ctx context.Context) error {
	if ctx == nil {
		return errors.New("nn: Training: the context is nil; give context.Background()")
	}
	if t.layout == t.model.layouts {
		return nil
	}
	return errors.New("nn: Training: the model's layers were added, taken away or frozen since the training began; begin another with NewTraining")
}

// gather lets the recorder keep what was logged.
func (t *Training) gather() {
	if t.config.Recorder != nil {
		t.config.Recorder.gather(t.logged)
	}
}

// advance makes up to so many steps before the epoch end, between two looks at the
// clock and the context, which cost more than a small step. Where callbacks are
// called, which may cancel the context, it looks at that after each epoch.
func (t *Training) advance(ctx context.Context, end, steps int) {
	for steps > 0 && t.epoch < end && !t.over() {
		switch before := t.steps; {
		case t.line != nil && t.from == 0 && t.x.Rows <= t.config.BatchSize:
			t.line.run(t, min(end-t.epoch, steps))
			steps -= t.steps - before
		case t.plan != nil:
			t.plan.advance(t, end, steps)
			steps -= t.steps - before
		default:
			t.step()
			steps--
		}
		if !t.canFuse && t.from == 0 && ctx.Err() != nil {
			return
		}
	}
}

// stepsPerLook is the number of steps between two looks at the clock. Each
// has its share of the epoch's validation.
func (t *Training) stepsPerLook() int {
	params := len(t.model.params)
	work := active.step() + 3*t.batch()*params
	if t.validation != nil {
		work += t.validation.data.x.Rows * t.batch() / t.x.Rows * params
	}
	return max(1, active.work()/work)
}

func (t *Training) batch() int { return min(t.config.BatchSize, t.x.Rows) }

// validationBatch is how many rows of the validation part are measured at once.
func (t *Training) validationBatch() int {
	if t.validation == nil {
		return 0
	}
	return t.validation.batch
}

// over reports whether no step is left.
func (t *Training) over() bool { return t.ended || t.epoch >= t.config.Epochs }

// Stop ends the training after the current epoch, as a callback that sets
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
