package nn

import (
	"fmt"
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

	training *Training
	best     float64
	wait     int
	weights  []float32
}

var _ = callbacks.add(Entry{Name: "EarlyStopping", Class: "EarlyStopping", FirstCourse: true},
	func() any { return NewEarlyStopping() })

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

// TrainBegin forgets the best value. Error: an option is out of its limits.
func (c *EarlyStopping) TrainBegin(t *Training) error {
	c.training, c.best, c.wait, c.weights = t, math.NaN(), 0, nil
	return firstError(checkMode("EarlyStopping", c.Mode), checkAll("EarlyStopping", c.Hyperparameters()))
}

// EpochEnd looks at the value. Error: it is not logged.
func (c *EarlyStopping) EpochEnd(epoch int, logs Logs) error {
	current, err := monitored("EarlyStopping", c.Monitor, logs)
	if err != nil || epoch < c.StartFromEpoch {
		return err
	}
	if c.RestoreBestWeights && c.weights == nil {
		c.weights = c.training.model.AppendParams(nil)
	}
	c.wait++
	if better(c.Monitor, c.Mode, current, c.best, c.MinDelta) {
		c.best, c.wait = current, 0
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

// monitored returns a logged value.
func monitored(owner, key string, logs Logs) (float64, error) {
	v, ok := logs.Lookup(key)
	if !ok {
		return 0, fmt.Errorf("nn: %s: %q is not logged; monitor one of %s", owner, key, strings.Join(logs.Keys(), ", "))
	}
	return v, nil
}

func checkMode(owner, mode string) error {
	if mode != "" && mode != "auto" && mode != "min" && mode != "max" {
		return fmt.Errorf("nn: %s: the mode is %q; give min, max or auto", owner, mode)
	}
	return nil
}

// better reports whether a value is better than the best by more than delta. A
// best of NaN stands for none, and then for the worst of all: NaN and the worst
// infinity are not better even than that.
func better(key, mode string, current, best, delta float64) bool {
	delta = math.Abs(delta)
	if (mode == "" || mode == "auto") && (strings.HasSuffix(key, "accuracy") || strings.HasSuffix(key, "acc") || strings.HasSuffix(key, "r2_score") ||
		strings.HasSuffix(key, "cosine_similarity")) {
		mode = "max"
	}
	sign := 1.0
	if mode == "max" {
		sign = -1
	}
	if math.IsNaN(best) {
		best = sign * math.Inf(1)
	}
	return sign*current+delta < sign*best
}
