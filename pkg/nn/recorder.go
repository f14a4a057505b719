package nn

import (
	"sort"
	"unsafe"
)

// Recorder keeps what a training logs, and its weights, at chosen epochs. The
// engine writes them while it trains, the SIMD kernel too: unlike a [Callback] a
// Recorder interrupts nothing, and it allocates nothing once the training has
// begun. Read it between two calls of Advance.
//
// All that it keeps is finite. It ends a training as [TerminateOnNaN] does, and
// also after an epoch whose updates left weights that are not finite: that epoch
// is not recorded, and [Training.Diverged] tells where it was.
type Recorder struct {
	// Epochs are those whose logs are to be kept, and WeightEpochs those whose
	// weights are; both are counted from 1 and ascend. The slices are not copied:
	// leave them as they are.
	Epochs, WeightEpochs []int

	epochs  []int       // those of Epochs that the training may come to
	logs    [][]float64 // of the kept ones, by key
	latest  int         // the latest epoch that was recorded, kept or not
	logged  []float64   // what it logged
	initial int         // the epoch before the first

	weightEpochs []int
	params       int       // how many weights a model has
	weights      []float32 // of the kept epochs, and one place more for the latest
	kept         int       // how many of weightEpochs are there
	atLatest     int       // the place of the latest epoch's weights

	logRoom    room[float64]
	weightRoom room[float32]
}

// begin makes room for a training from its initial epoch on. What was kept
// before stays as it is for those who have read it.
func (r *Recorder) begin(t *Training) {
	r.initial, r.latest = t.config.InitialEpoch, t.config.InitialEpoch
	r.epochs = reachable(r.Epochs, t.config.InitialEpoch, t.epochs)
	r.weightEpochs = r.epochs
	if !oneAndTheSame(r.Epochs, r.WeightEpochs) {
		r.weightEpochs = reachable(r.WeightEpochs, t.config.InitialEpoch, t.epochs)
	}
	n := len(r.epochs)
	if names := len(t.names); len(r.logged) != names {
		r.logged, r.logs = make([]float64, names), make([][]float64, names)
	}
	for i := range r.logs {
		r.logs[i] = r.logRoom.take(n)[:0]
	}
	r.params, r.kept, r.atLatest = len(t.model.params), 0, 0
	r.weights = r.weightRoom.take((len(r.weightEpochs)+1)*r.params + 3) // whole vectors are written
}

// reachable returns those of ascending epochs that come after one, up to another.
func reachable(epochs []int, after, last int) []int {
	if len(epochs) > 0 && epochs[0] <= after {
		epochs = epochs[upTo(epochs, after):]
	}
	return epochs[:upTo(epochs, last)]
}

// upTo returns how many of ascending epochs come before another or are it.
func upTo(epochs []int, last int) int {
	if n := len(epochs); n == 0 || epochs[n-1] <= last {
		return n
	}
	return sort.SearchInts(epochs, last+1)
}

// oneAndTheSame reports whether two slices are one.
func oneAndTheSame(a, b []int) bool {
	return len(a) == len(b) && unsafe.SliceData(a) == unsafe.SliceData(b)
}

// room is memory of which much is made at once. A training of the lesson takes
// microseconds, and as many to ask for its few kilobytes alone.
type room[T any] struct{ left []T }

// chunk is how much a room makes.
const chunk = 1 << 14

// take returns so many zeros.
func (r *room[T]) take(n int) []T {
	if n > chunk/4 {
		return make([]T, n)
	}
	if n > len(r.left) {
		r.left = make([]T, chunk)
	}
	taken := r.left[:n:n]
	r.left = r.left[n:]
	return taken
}

// Latest returns the latest epoch that was recorded, whether it is kept or not;
// the initial epoch before the first.
func (r *Recorder) Latest() int { return r.latest }

// LatestLogs returns what that epoch logged, by the keys of [Training.Keys]. They
// are valid until the training goes on.
func (r *Recorder) LatestLogs() []float64 { return r.logged }

// LatestWeights returns the weights after that epoch, in the order of
// AppendParams; nil before the first. They are valid until the training goes on.
func (r *Recorder) LatestWeights() []float32 {
	if r.latest == r.initial {
		return nil
	}
	return r.weightsAt(r.atLatest)
}

// Kept returns the epochs whose logs are kept by now, and of each of
// [Training.Keys] their values. Neither is changed later: the next
// epochs are put behind them.
func (r *Recorder) Kept() (epochs []int, logs [][]float64) {
	if len(r.logs) == 0 {
		return nil, nil
	}
	return r.epochs[:len(r.logs[0])], r.logs
}

// KeptWeights returns the epochs whose weights are kept by now, and those weights
// one after the other, in the order of AppendParams. Neither is changed later.
func (r *Recorder) KeptWeights() (epochs []int, weights []float32) {
	end := r.kept * r.params
	return r.weightEpochs[:r.kept], r.weights[:end:end]
}

func (r *Recorder) weightsAt(i int) []float32 {
	return r.weights[i*r.params : (i+1)*r.params : (i+1)*r.params]
}

// keep records the weights after an epoch.
func (r *Recorder) keep(epoch int, params []float32) {
	copy(r.weightsAt(r.kept), params)
	r.latest, r.atLatest = epoch, r.kept
	if r.kept < len(r.weightEpochs) && r.weightEpochs[r.kept] == epoch {
		r.kept++
	}
}

// left returns the epochs whose weights are still to be kept, and where to write
// those of the next.
func (r *Recorder) left() (epochs []int, weights []float32) {
	return r.weightEpochs[r.kept:], r.weights[r.kept*r.params:]
}

// wrote takes note of the weights that the engine has written to where left said,
// up to an epoch; latest are those after it where that epoch is not to be kept and
// the engine has not written them.
func (r *Recorder) wrote(epoch int, latest []float32) {
	if epoch <= r.latest {
		return
	}
	r.latest = epoch
	r.kept += upTo(r.weightEpochs[r.kept:], epoch)
	r.atLatest = r.kept
	if r.kept > 0 && r.weightEpochs[r.kept-1] == epoch {
		r.atLatest--
	} else if latest != nil {
		copy(r.weightsAt(r.kept), latest)
	}
}

// copyFrom writes the weights to keep of so many epochs after one, which stand in
// trail one after the other, to where left says.
func (r *Recorder) copyFrom(trail []float32, after, epochs int) {
	keep, to := r.left()
	keep = keep[:upTo(keep, after+epochs)]
	n := r.params
	for i := 0; i < len(keep); {
		run := 1
		if last := len(keep) - 1; keep[last]-keep[i] == last-i { // all that is left
			run = last - i + 1
		}
		at := (keep[i] - after - 1) * n
		copy(to[i*n:(i+run)*n], trail[at:])
		i += run
	}
}

// gather copies what was logged at the epochs to keep that have come since the
// last time.
func (r *Recorder) gather(logged [][]float64) {
	if r.latest == r.initial {
		return
	}
	for i, values := range logged {
		r.logged[i] = values[r.latest-r.initial-1]
	}
	from := len(r.logs[0])
	next := r.epochs[from:]
	n := upTo(next, r.latest)
	if n == 0 {
		return
	}
	next = next[:n]
	for i, values := range logged {
		if next[n-1]-next[0] == n-1 { // one after the other
			at := next[0] - r.initial - 1
			r.logs[i] = append(r.logs[i], values[at:at+n]...)
			continue
		}
		for _, epoch := range next {
			r.logs[i] = append(r.logs[i], values[epoch-r.initial-1])
		}
	}
}

// record records the epoch that has just ended, unless its updates have left
// weights that are not finite: then the training has diverged.
func (t *Training) record() {
	r := t.config.Recorder
	if r == nil || t.diverged != nil {
		return
	}
	if !allFinite(t.model.params) {
		t.overflow()
		return
	}
	r.keep(t.epoch, t.model.params)
}

// overflow says that the updates of the epoch that has just ended have left
// weights that are not finite, and goes back to the last that were.
func (t *Training) overflow() {
	t.diverged = &divergence{epoch: t.epoch, step: t.steps}
	copy(t.model.params, t.lastFinite)
}
