package nn

import (
	"context"
	"fmt"
)

// FitConfig says how Fit goes over the data. The zero value is Keras's default.
//
// Source: https://keras.io/api/models/model_training_apis/#fit-method
type FitConfig struct {
	// Epochs is the epoch to train to; 0 is 1. With an InitialEpoch of 100,
	// 500 Epochs are 400 more.
	Epochs int
	// InitialEpoch is where a training that goes on begins.
	InitialEpoch int
	// BatchSize is how many rows one update looks at; 0 is 32. The last batch
	// of an epoch may be smaller.
	BatchSize int
	// NoShuffle keeps the rows in order. Otherwise each epoch draws a new
	// order, which depends on Seed and on the epoch alone.
	NoShuffle bool
	// Seed decides the orders.
	Seed uint64
	// Callbacks are called in order.
	Callbacks []Callback
}

// withDefaults returns the config with its zero values filled in.
func (c FitConfig) withDefaults() (FitConfig, error) {
	if c.Epochs == 0 {
		c.Epochs = 1
	}
	if c.BatchSize == 0 {
		c.BatchSize = batchSize
	}
	switch {
	case c.Epochs < 0:
		return c, fmt.Errorf("nn: Fit: epochs is %d; give at least 1", c.Epochs)
	case c.InitialEpoch < 0:
		return c, fmt.Errorf("nn: Fit: the initial epoch is %d; give at least 0", c.InitialEpoch)
	case c.BatchSize < 0:
		return c, fmt.Errorf("nn: Fit: the batch size is %d; give at least 1", c.BatchSize)
	}
	for i, callback := range c.Callbacks {
		if callback == nil {
			return c, fmt.Errorf("nn: Fit: callback %d is nil; leave it out", i)
		}
	}
	return c, nil
}

// Fit trains the model on inputs x [rows, features] and labels y [rows,
// units]: each epoch makes, batch by batch, a guess, measures its loss and lets
// the optimizer change the weights. The history also says what was logged when
// it returns an error: that of a callback, or the context's when it ends the
// training early.
//
// Source: https://keras.io/api/models/model_training_apis/#fit-method
func (m *Sequential) Fit(ctx context.Context, x, y Matrix, config FitConfig) (*History, error) {
	t, err := m.NewTraining(x, y, config)
	if err != nil {
		return nil, err
	}
	_, err = t.Advance(ctx, t.config.Epochs)
	return t.History(), err
}

// checkData reports what is wrong with inputs and labels.
func (m *Sequential) checkData(call string, x, y Matrix) error {
	if err := x.check(call, "x", m.inputs); err != nil {
		return err
	}
	if y.Rows != x.Rows {
		return fmt.Errorf("nn: %s: y has %d rows, x has %d; give one y per x", call, y.Rows, x.Rows)
	}
	return y.check(call, "y", m.outputs)
}
