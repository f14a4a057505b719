package nn

import "errors"

// SwapEMAWeights measures a model with the moving average of its weights: while the
// validation part or an Evaluate is measured, that average stands in their place. The
// optimizer keeps it with UseEMA.
//
// Keras's leaves the average in the model after a predict that it is given to; this one
// is no [PredictCallback].
//
// Source: https://keras.io/api/callbacks/swap_ema_weights/
type SwapEMAWeights struct {
	base
	// SwapOnEpoch lets the average stand there from each epoch's end to the next one's
	// beginning, for callbacks that follow, such as a [ModelCheckpoint]; false in Keras.
	SwapOnEpoch bool

	state   *optimizerState
	epochs  int
	swapped bool
}

var (
	_ Callback     = (*SwapEMAWeights)(nil)
	_ TestCallback = (*SwapEMAWeights)(nil)
)

var swapEMAWeightsEntry = Entry{Name: "SwapEMAWeights", Class: "SwapEMAWeights", construct: func() any { return NewSwapEMAWeights() }}

// NewSwapEMAWeights returns the callback with Keras's default.
func NewSwapEMAWeights() *SwapEMAWeights { return &SwapEMAWeights{} }

// Hyperparameters returns swap_on_epoch.
func (c *SwapEMAWeights) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{toggle("swap_on_epoch", "SwapOnEpoch", &c.SwapOnEpoch)}
}

// TrainBegin finds the average. Error: the optimizer keeps none.
func (c *SwapEMAWeights) TrainBegin(t *Training) error {
	c.epochs = t.epochs
	return c.takeOptimizer(t.optimizerState)
}

func (c *SwapEMAWeights) takeOptimizer(s *optimizerState) error {
	if s.averages == nil {
		return errors.New("nn: SwapEMAWeights: the optimizer keeps no average of the weights; set its UseEMA and compile the model")
	}
	c.state, c.swapped = s, false
	return nil
}

// swap exchanges the weights and their average, unless they stand so already.
func (c *SwapEMAWeights) swap(to bool) {
	if c.swapped == to {
		return
	}
	for i, w := range c.state.step.w {
		c.state.step.w[i], c.state.averages[i] = c.state.averages[i], w
	}
	c.swapped = to
}

// EpochBegin brings the weights back.
func (c *SwapEMAWeights) EpochBegin(int) error {
	if c.SwapOnEpoch {
		c.swap(false)
	}
	return nil
}

// EpochEnd puts the average in their place, to stay after the last epoch.
func (c *SwapEMAWeights) EpochEnd(epoch int, _ Logs) error {
	if !c.SwapOnEpoch || c.swapped {
		return nil
	}
	c.swap(true)
	if epoch == c.epochs-1 {
		copy(c.state.averages, c.state.step.w)
	}
	return nil
}

// TestBegin puts the average in the weights' place.
func (c *SwapEMAWeights) TestBegin() error {
	c.swap(true)
	return nil
}

// TestEnd brings them back.
func (c *SwapEMAWeights) TestEnd(Logs) error {
	c.swap(false)
	return nil
}

// TestBatchBegin does nothing.
func (*SwapEMAWeights) TestBatchBegin(int) error { return nil }

// TestBatchEnd does nothing.
func (*SwapEMAWeights) TestBatchEnd(int, Logs) error { return nil }
