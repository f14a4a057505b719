package nn

import (
	"context"
	"fmt"
	"math"
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
	// BatchSize is the number of rows of one update; 0 is 32. The last batch
	// of an epoch may be smaller.
	BatchSize int
	// NoShuffle keeps the rows in order. Otherwise each epoch draws a new
	// order, which depends on Seed and on the epoch alone.
	NoShuffle bool
	// CarryRows makes no update for the rows at the end of an epoch that fill no batch:
	// they count in the first update of the next epoch, as those of its first batch do.
	// Keras makes a smaller batch of them; TensorFlow Playground carries them.
	//
	// Source: https://github.com/tensorflow/playground/blob/02469bd/src/playground.ts
	CarryRows bool
	// Seed decides the orders.
	Seed uint64
	// ValidationSplit is the part of the rows, from 0 to below 1, that is not
	// trained on but measured after each epoch: the last rows, before any
	// shuffling. ValidationX and ValidationY, where they have rows, take its
	// place. Either adds "val_loss" and so on to the history.
	ValidationSplit          float64
	ValidationX, ValidationY Matrix
	// Validation says how those rows are measured, as a [ValidationConfig] does; nil is
	// Keras's default.
	Validation Validation
	// SampleWeight multiplies each row's loss; nil is 1 for all.
	SampleWeight []float32
	// ClassWeight multiplies the loss of the rows of each class: by the label
	// of one column, rounded, or by the place of the highest of several. Classes
	// that are left out have 1.
	ClassWeight map[int]float64
	// Callbacks are called in order.
	Callbacks []Callback
	// Recorder keeps logs and weights of chosen epochs; nil keeps none.
	Recorder *Recorder
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
	case !(c.ValidationSplit >= 0 && c.ValidationSplit < 1):
		return c, fmt.Errorf("nn: Fit: the validation split is %v; give a number from 0 to below 1", c.ValidationSplit)
	}
	if c.ValidationX.Rows == 0 && c.ValidationY.Rows > 0 {
		return c, fmt.Errorf("nn: Fit: there are %d rows of validation y and none of x; give one x per y", c.ValidationY.Rows)
	}
	if c.Validation != nil {
		if err := c.Validation.check(c); err != nil {
			return c, err
		}
	}
	for i, callback := range c.Callbacks {
		if isNil(callback) {
			return c, fmt.Errorf("nn: Fit: callback %d is nil; leave it out", i)
		}
	}
	return c, nil
}

// Fit trains the model on inputs x [rows, features] and labels y [rows,
// units]: each epoch makes, batch by batch, a guess, measures its loss and lets
// the optimizer change the weights. Errors: the model is not compiled, or the
// data or the config do not fit it. The history also says what was logged when
// it returns the error of a callback, or the context's when that ends the
// training early.
//
// Source: https://keras.io/api/models/model_training_apis/#fit-method
func (m *Sequential) Fit(ctx context.Context, x, y Matrix, config FitConfig) (*History, error) {
	t, err := m.NewTraining(x, y, config)
	if err != nil {
		return nil, err
	}
	_, err = t.Advance(ctx, math.MaxInt)
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
	if err := y.check(call, "y", labelColumns(m.loss, m.outputs)); err != nil {
		return err
	}
	return checkLabels(call, m.loss, y, m.outputs)
}

// A dataset is inputs, labels and the rows' weights, nil when all are 1.
type dataset struct {
	x, y    Matrix
	weights []float32
}

// rows returns a part of the data.
func (d dataset) rows(from, end int) dataset {
	part := dataset{x: d.x.rows(from, end), y: d.y.rows(from, end)}
	if d.weights != nil {
		part.weights = d.weights[from:end]
	}
	return part
}

// split parts data into what is trained on and what is measured.
func (c FitConfig) split(d dataset) (train, validation dataset, err error) {
	if c.ValidationX.Rows > 0 {
		return d, dataset{x: c.ValidationX, y: c.ValidationY, weights: c.validationWeights()}, nil
	}
	if c.ValidationSplit == 0 {
		return d, dataset{}, nil
	}
	at := int(math.Floor(float64(d.x.Rows) * (1 - c.ValidationSplit)))
	if at == 0 || at == d.x.Rows {
		return d, dataset{}, fmt.Errorf("nn: Fit: a validation split of %v leaves %d of %d rows to train on; give more rows or another split", c.ValidationSplit, at, d.x.Rows)
	}
	train, validation = d.rows(0, at), d.rows(at, d.x.Rows)
	if c.ClassWeight != nil {
		validation.weights = nil // as in Keras, validation does not know of classes' weights
	}
	return train, validation, nil
}
