package nn

import (
	"errors"
	"fmt"
	"slices"
)

// Validation says how the validation part of a Fit is measured: [ValidationConfig] does.
// A program that does not say it does not carry it.
type Validation interface {
	// check reports what does not fit the rest of the config.
	check(c FitConfig) error
	// weights are those of the rows of ValidationX, batch how many rows are measured
	// together where the training's batches have so many.
	weights() []float32
	batch(training int) int
	// measures reports whether an epoch, counted from 0, is measured.
	measures(epoch int) bool
}

// ValidationConfig says how the validation part of a Fit is measured. The zero value is
// Keras's default. Fit returns an error where a number is negative, Freq and Epochs are
// both given, the weights do not fit the rows, or some epochs are left out and there is a
// [Recorder].
//
// Source: https://keras.io/api/models/model_training_apis/#fit-method
type ValidationConfig struct {
	// SampleWeight multiplies the loss of each row of ValidationX; nil is 1 for all.
	SampleWeight []float32
	// BatchSize is the number of rows that are measured together; 0 is that of the
	// training.
	BatchSize int
	// Freq measures after every so many epochs; 0 is 1. Epochs, where it is not nil, does
	// after those epochs alone, counted from 1: Keras's validation_freq of a list. The
	// history has no values for the others.
	Freq   int
	Epochs []int
}

var _ Validation = ValidationConfig{}

func (v ValidationConfig) check(c FitConfig) error {
	switch {
	case c.ValidationX.Rows == 0 && v.SampleWeight != nil:
		return fmt.Errorf("nn: Fit: there are %d validation sample weights and no rows of validation x; give one x per weight", len(v.SampleWeight))
	case v.BatchSize < 0:
		return fmt.Errorf("nn: Fit: the validation batch size is %d; give at least 1", v.BatchSize)
	case v.Freq < 0:
		return fmt.Errorf("nn: Fit: the validation frequency is %d; give at least 1", v.Freq)
	case v.Freq > 0 && v.Epochs != nil:
		return fmt.Errorf("nn: Fit: a validation frequency of %d and %d validation epochs are given; give one of them", v.Freq, len(v.Epochs))
	case v.skips() && c.Recorder != nil:
		return errors.New("nn: Fit: a Recorder keeps the validation of every epoch, and some are to be left out; leave out the Recorder, or Freq and Epochs")
	}
	for _, epoch := range v.Epochs {
		if epoch < 1 {
			return fmt.Errorf("nn: Fit: epoch %d is among the validation epochs; give epochs counted from 1", epoch)
		}
	}
	return checkSampleWeights("Fit: validation", v.SampleWeight, c.ValidationX.Rows)
}

func (v ValidationConfig) weights() []float32 { return v.SampleWeight }

func (v ValidationConfig) batch(training int) int {
	if v.BatchSize > 0 {
		return v.BatchSize
	}
	return training
}

func (v ValidationConfig) skips() bool { return v.Freq > 1 || v.Epochs != nil }

// measures is Keras's keras/src/trainers/trainer.py, _should_eval.
func (v ValidationConfig) measures(epoch int) bool {
	if v.Epochs != nil {
		return slices.Contains(v.Epochs, epoch+1)
	}
	return v.Freq <= 1 || (epoch+1)%v.Freq == 0
}

// validationWeights are those of the rows of ValidationX, nil where all are 1.
func (c FitConfig) validationWeights() []float32 {
	if c.Validation == nil {
		return nil
	}
	return c.Validation.weights()
}

// measured is how many rows of the validation part are measured together.
func (c FitConfig) measured() int {
	if c.Validation == nil {
		return c.BatchSize
	}
	return c.Validation.batch(c.BatchSize)
}

// validates reports whether this epoch is measured.
func (t *Training) validates() bool {
	return t.validation != nil && (t.config.Validation == nil || t.config.Validation.measures(t.epoch))
}

// namesLogged is how many of the names this epoch logs: where the validation part is not
// measured, those before its names.
func (t *Training) namesLogged() int {
	own := len(t.names)
	if t.validation != nil && !t.validates() {
		own = 1 + len(t.accumulators)
	}
	return own
}
