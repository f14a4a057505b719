package nn

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// MultiStart trains one model from many initial weights. One linear neuron (see
// lineFits) is trained from all of them side by side, so that two hundred runs
// cost little more than one; other models are trained one after the other in
// the same memory. Make one with [Sequential.NewMultiStart].
type MultiStart struct {
	// OnCheckpoint, where it is set, is called with the weights of a run at its start,
	// at its end and at some epochs between, further apart the longer it takes.
	// The weights are valid until it returns.
	OnCheckpoint func(run, epoch int, params []float32)
	// Seeds, where they are set, are FitConfig.Seed of each run, so that each
	// shuffles as it would on its own.
	Seeds []uint64

	training *Training
	starts   [][]float32
	lines    *lineFits // the runs side by side, nil when they come one by one
	epoch    int       // of the runs side by side
	next     int       // the epoch of their next checkpoint
	run      int       // the one that is trained, of those that come one by one
	begun    bool      // that run is
	diverged []bool    // of the runs that are over; nil where no callback checks for it
}

// NewMultiStart begins a training, as [Sequential.NewTraining] does, from each of
// the starts, which are weights in the order of AppendParams. The model's own
// weights are changed on the way. With [TerminateOnNaN] among the callbacks,
// Diverged says which runs it stops. Errors: those of NewTraining, or a start
// does not fit the model.
func (m *Sequential) NewMultiStart(x, y Matrix, config FitConfig, starts [][]float32) (*MultiStart, error) {
	t, err := m.NewTraining(x, y, config)
	if err != nil {
		return nil, err
	}
	for i, start := range starts {
		if len(start) != len(m.params) {
			return nil, fmt.Errorf("nn: NewMultiStart: start %d has %d values, the model has %d parameters; give as many", i, len(start), len(m.params))
		}
	}
	c := &MultiStart{training: t, starts: starts, epoch: t.config.InitialEpoch}
	for _, callback := range t.config.Callbacks {
		if _, ok := callback.(TerminateOnNaN); ok {
			c.diverged = make([]bool, len(starts))
		}
	}
	if t.line != nil && t.canFuse && t.line.penalty == nil && !t.line.measures(t) && t.x.Rows <= t.config.BatchSize {
		c.lines = newLineFits(starts, t.line.rate(t.x.Rows))
	}
	return c, nil
}

// AdvanceUntil trains until the deadline, or to the end of all runs if that
// comes first, and at least a little; done says that all are over.
func (c *MultiStart) AdvanceUntil(ctx context.Context, deadline time.Time) (done bool, err error) {
	if err := c.training.stale(ctx); err != nil {
		return false, err
	}
	if c.Seeds != nil && len(c.Seeds) != len(c.starts) {
		return false, fmt.Errorf("nn: MultiStart: %d seeds for %d starts; give one a start", len(c.Seeds), len(c.starts))
	}
	for {
		if c.lines != nil {
			done = c.together()
		} else {
			done, err = c.inTurn(ctx, deadline)
		}
		if err == nil {
			err = ctx.Err()
		}
		if done || err != nil || !time.Now().Before(deadline) {
			return done, err
		}
	}
}

// Done returns how many runs are over: the first so many of the starts.
func (c *MultiStart) Done() int {
	if c.lines == nil {
		return c.run
	}
	if c.epoch < c.training.config.Epochs {
		return 0
	}
	return len(c.starts)
}

// Diverged reports whether a run that is over came to a loss that is not a
// finite number, where the callbacks watch for it. Runs side by side are not
// stopped then: where they end is of no use.
func (c *MultiStart) Diverged(run int) bool { return c.diverged != nil && c.diverged[run] }

// together makes the next epochs of all runs, about a millisecond's worth and
// not beyond the next checkpoint.
func (c *MultiStart) together() (done bool) {
	if !c.begun {
		c.begun = true
		c.checkpointAll()
	}
	end := c.training.config.Epochs
	to := min(c.next, end)
	if c.diverged != nil && c.epoch < end {
		if c.epoch < end-1 {
			to = min(to, end-1)
		} else {
			c.checkAllFinite()
		}
	}
	if left := to - c.epoch; left > 0 {
		epochs := min(left, 1+(1<<20)/(len(c.starts)*c.training.x.Rows+1))
		active.lines(c.training.x.Data, c.training.y.Data, c.lines, epochs)
		if c.epoch += epochs; c.epoch == c.next || c.epoch == end {
			c.checkpointAll()
		}
	}
	return c.epoch >= end
}

func (c *MultiStart) checkpointAll() {
	c.next = c.epoch + c.stride(c.epoch)
	if c.OnCheckpoint == nil {
		return
	}
	params := make([]float32, len(c.training.model.params))
	for run := range c.starts {
		c.lines.params(run, params)
		c.OnCheckpoint(run, c.epoch, params)
	}
}

// checkAllFinite looks at the loss of each run's last epoch, where Fit looks at
// every one. The last is enough: in a bowl an error that has grown too large stays so.
func (c *MultiStart) checkAllFinite() {
	x, y := c.training.x.Data, c.training.y.Data
	for run := range c.diverged {
		var squares float32
		for r, v := range x {
			e := c.lines.w[run]*v + c.lines.b[run] - y[r]
			squares += e * e
		}
		c.diverged[run] = !finite(squares)
	}
}

// stride is how many epochs after one the next checkpoint is.
func (c *MultiStart) stride(epoch int) int { return 1 + (epoch-c.training.config.InitialEpoch)/2 }

// inTurn goes on with the current run.
func (c *MultiStart) inTurn(ctx context.Context, deadline time.Time) (done bool, err error) {
	if c.run == len(c.starts) {
		return true, nil
	}
	t := c.training
	if !c.begun {
		c.begun = true
		copy(t.model.params, c.starts[c.run])
		if c.Seeds != nil {
			t.config.Seed = c.Seeds[c.run]
		}
		t.Restart()
		c.checkpoint()
	}
	if c.OnCheckpoint != nil {
		// Not beyond the deadline either: a checkpoint may be far.
		done, err = t.AdvanceTo(ctx, min(t.epoch+c.stride(t.epoch), t.config.Epochs), deadline)
		if t.from == 0 || done {
			c.checkpoint()
		}
	} else {
		done, err = t.AdvanceUntil(ctx, deadline)
	}
	if done && err == nil {
		if c.diverged != nil {
			_, _, c.diverged[c.run] = t.Diverged()
		}
		c.run++
		c.begun = false
	}
	return c.run == len(c.starts), err
}

func (c *MultiStart) checkpoint() {
	if c.OnCheckpoint != nil {
		c.OnCheckpoint(c.run, c.training.epoch, c.training.model.params)
	}
}

// lineFits are runs of the lesson's own model side by side, one value a run:
// see lineFit. Runs are padded to a multiple of eight.
type lineFits struct {
	w, b, rates []float32
	biased      bool
}

func newLineFits(starts [][]float32, rate float32) *lineFits {
	n := (len(starts) + 7) &^ 7
	f := &lineFits{w: floats(n), b: floats(n), rates: slices.Repeat([]float32{rate}, n)}
	for i, start := range starts {
		f.w[i] = start[0]
		if f.biased = len(start) > 1; f.biased {
			f.b[i] = start[1]
		}
	}
	return f
}

// params sets the weights of a run.
func (f *lineFits) params(run int, params []float32) { copy(params, []float32{f.w[run], f.b[run]}) }

// fit makes epochs of all runs, in pairs: one alone is a chain of additions
// that wait for each other.
func (f *lineFits) fit(x, y []float32, epochs int) {
	y = y[:len(x)]
	for i := 0; i+2 <= len(f.w); i += 2 {
		w, b, rates := f.w[i:i+2:i+2], f.b[i:i+2:i+2], f.rates[i:i+2:i+2]
		w0, w1, b0, b1 := w[0], w[1], b[0], b[1]
		for range epochs {
			var dw0, dw1, db0, db1 float32
			for r, v := range x {
				e0, e1 := w0*v+b0-y[r], w1*v+b1-y[r]
				dw0 += e0 * v
				dw1 += e1 * v
				db0 += e0
				db1 += e1
			}
			w0, w1 = w0-rates[0]*dw0, w1-rates[1]*dw1
			if f.biased {
				b0, b1 = b0-rates[0]*db0, b1-rates[1]*db1
			}
		}
		w[0], w[1], b[0], b[1] = w0, w1, b0, b1
	}
}
