package nn

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

// EarlyStopping ends a training when a logged value has not improved for
// Patience epochs.
//
// Source: https://keras.io/api/callbacks/early_stopping/
type EarlyStopping struct {
	base
	// Monitor is the key to look at; "val_loss" in Keras.
	Monitor string
	// MinDelta is the least improvement that counts, whatever its sign; 0 in
	// Keras.
	MinDelta float64
	// Patience is the number of epochs without improvement after which the
	// training ends; 0 in Keras.
	Patience int
	// Mode is "min", "max" or, as in Keras by default, "auto": max where the
	// key is an accuracy or a score, else min. "" is "auto" too.
	Mode string
	// RestoreBestWeights goes back to the weights of the best epoch.
	RestoreBestWeights bool
	// StartFromEpoch is the first epoch that counts; 0 in Keras.
	StartFromEpoch int

	// Baseline, where it is not nil, is a value that has to be beaten, too, for the
	// waiting to begin anew; nil, None in Keras.
	Baseline *float64
	// Verbose is where it writes what Keras prints with verbose=1; nil is nowhere.
	Verbose io.Writer

	training  *Training
	monitor   monitor
	wait      int
	weights   []float32
	bestEpoch int
	stopped   bool
}

var earlyStoppingEntry = Entry{Name: "EarlyStopping", Class: "EarlyStopping", FirstCourse: true, construct: func() any { return NewEarlyStopping() }}

// NewEarlyStopping returns the callback with Keras's defaults.
func NewEarlyStopping() *EarlyStopping { return &EarlyStopping{Monitor: "val_loss", Mode: "auto"} }

// Hyperparameters returns the options but Baseline and Verbose.
func (c *EarlyStopping) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		word("monitor", "Monitor", &c.Monitor),
		number("min_delta", "MinDelta", &c.MinDelta, -unlimited, unlimited),
		whole("patience", "Patience", &c.Patience),
		word("mode", "Mode", &c.Mode),
		toggle("restore_best_weights", "RestoreBestWeights", &c.RestoreBestWeights),
		whole("start_from_epoch", "StartFromEpoch", &c.StartFromEpoch),
	}
}

// TrainBegin forgets the best value. Errors: an option is out of its limits, or
// the mode has to be said because the key is no metric's.
func (c *EarlyStopping) TrainBegin(t *Training) error {
	c.training, c.wait, c.weights, c.stopped = t, 0, nil, false
	if c.Baseline != nil && math.IsNaN(*c.Baseline) {
		return errors.New("nn: EarlyStopping: the baseline is NaN; give a number, or leave it out")
	}
	var err error
	c.monitor, err = t.newMonitor("EarlyStopping", c.Monitor, c.Mode, c.MinDelta)
	return firstError(checkAll("EarlyStopping", c.Hyperparameters()), err)
}

// EpochEnd looks at the value. One that is not logged changes nothing, and the
// training warns of it, as in Keras.
func (c *EarlyStopping) EpochEnd(epoch int, logs Logs) error {
	current, ok := logs.Lookup(c.Monitor)
	if !ok {
		c.training.warn("Early stopping conditioned on metric `" + c.Monitor + "` which is not available. Available metrics are: " +
			strings.Join(logs.InConsoleOrder().keys, ","))
	}
	if !ok || epoch < c.StartFromEpoch {
		return nil
	}
	if c.RestoreBestWeights && c.weights == nil {
		c.weights, c.bestEpoch = c.training.model.AppendParams(nil), epoch
	}
	c.wait++
	if c.monitor.look(current) {
		c.bestEpoch = epoch
		if c.RestoreBestWeights {
			c.weights = c.training.model.AppendParams(c.weights[:0])
		}
		if c.Baseline == nil || c.monitor.improves(current, c.Baseline) {
			c.wait = 0
		}
		return nil
	}
	if c.wait >= c.Patience && epoch > 0 {
		c.stopped = true
		c.training.Stop()
	}
	return nil
}

// TrainEnd restores the best weights. Error: Verbose cannot be written to.
func (c *EarlyStopping) TrainEnd() error {
	var err error
	if c.stopped {
		err = say(c.Verbose, "Epoch %d: early stopping", c.training.epoch)
	}
	if c.weights != nil {
		err = firstError(err, say(c.Verbose, "Restoring model weights from the end of the best epoch: %d.", c.bestEpoch+1))
		copy(c.training.model.params, c.weights)
	}
	return err
}

// say writes a line to where a callback talks; nil is nowhere.
func say(w io.Writer, format string, values ...any) error {
	if w == nil {
		return nil
	}
	_, err := fmt.Fprintf(w, format+"\n", values...)
	return err
}
