package nn

import (
	"fmt"
	"math"
	"slices"
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

	training *Training
	best     *float64 // nil before the first value
	wait     int
	weights  []float32
}

var earlyStoppingEntry = Entry{Name: "EarlyStopping", Class: "EarlyStopping", FirstCourse: true, construct: func() any { return NewEarlyStopping() }}

// NewEarlyStopping returns the callback with Keras's defaults.
func NewEarlyStopping() *EarlyStopping { return &EarlyStopping{Monitor: "val_loss", Mode: "auto"} }

// Hyperparameters returns the options. Keras's verbose and baseline are not
// among them.
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
	c.training, c.best, c.wait, c.weights = t, nil, 0, nil
	return firstError(checkMode("EarlyStopping", c.Mode), checkAll("EarlyStopping", c.Hyperparameters()),
		t.checkMonitor("EarlyStopping", c.Monitor, c.Mode))
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
		c.weights = c.training.model.AppendParams(nil)
	}
	c.wait++
	if better(c.Monitor, c.Mode, current, c.best, c.MinDelta) {
		c.best, c.wait = &current, 0
		if c.RestoreBestWeights {
			c.weights = c.training.model.AppendParams(c.weights[:0])
		}
		return nil
	}
	if c.wait >= c.Patience && epoch > 0 {
		c.training.Stop()
	}
	return nil
}

// TrainEnd restores the best weights.
func (c *EarlyStopping) TrainEnd() error {
	if c.weights != nil {
		copy(c.training.model.params, c.weights)
	}
	return nil
}

// checkMonitor reports a key of which it is not known whether high or low is
// good. A loss or a metric that is not logged, "val_loss" without validation, is
// no error in Keras but a warning after the first epoch.
func (t *Training) checkMonitor(owner, key, mode string) error {
	name := strings.TrimPrefix(key, "val_")
	if mode == "min" || mode == "max" || slices.Contains(t.model.keys(""), name) {
		return nil
	}
	return fmt.Errorf("nn: %s: monitor is %q, of which is not known whether it should be high or low; monitor one of %s, or set the mode to max or min",
		owner, key, strings.Join(t.keys, ", "))
}

func checkMode(owner, mode string) error {
	if mode != "" && mode != "auto" && mode != "min" && mode != "max" {
		return fmt.Errorf("nn: %s: the mode is %q; give min, max or auto", owner, mode)
	}
	return nil
}

// better reports whether a value is better than the best by more than delta.
// The first one is, whatever it is; nothing is better than NaN.
func better(key, mode string, current float64, best *float64, delta float64) bool {
	delta = math.Abs(delta)
	if (mode == "" || mode == "auto") && (strings.HasSuffix(key, "accuracy") || strings.HasSuffix(key, "acc") || strings.HasSuffix(key, "r2_score") ||
		strings.HasSuffix(key, "cosine_similarity")) {
		mode = "max"
	}
	sign := 1.0
	if mode == "max" {
		sign = -1
	}
	return best == nil || sign*current+delta < sign**best
}
