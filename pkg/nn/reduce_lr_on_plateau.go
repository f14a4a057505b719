package nn

import (
	"fmt"
	"io"
	"strings"
)

// ReduceLROnPlateau lowers the learning rate when a logged value has not
// improved for Patience epochs.
//
// Source: https://keras.io/api/callbacks/reduce_lr_on_plateau/
type ReduceLROnPlateau struct {
	base
	// Monitor is the key to look at; "val_loss" in Keras.
	Monitor string
	// Factor multiplies the rate, from 0 to below 1; 0.1 in Keras.
	Factor float64
	// Patience is the number of epochs without improvement after which the rate
	// falls; 10 in Keras.
	Patience int
	// Mode is as in [EarlyStopping].
	Mode string
	// MinDelta is the least improvement that counts; 1e-4 in Keras.
	MinDelta float64
	// Cooldown is the number of epochs that do not count after each fall; 0 in Keras.
	Cooldown int
	// MinLR is the lowest rate; 0 in Keras.
	MinLR float64

	// Verbose is where it writes what Keras prints with verbose=1; nil is nowhere.
	Verbose io.Writer

	training *Training
	monitor  monitor
	wait     int
	cooling  int
}

var reduceLROnPlateauEntry = Entry{Name: "ReduceLROnPlateau", Class: "ReduceLROnPlateau", construct: func() any { return NewReduceLROnPlateau() }}

// NewReduceLROnPlateau returns the callback with Keras's defaults.
func NewReduceLROnPlateau() *ReduceLROnPlateau {
	return &ReduceLROnPlateau{Monitor: "val_loss", Mode: "auto", Factor: 0.1, Patience: 10, MinDelta: 1e-4}
}

// Hyperparameters returns the options. Verbose is not among them.
func (c *ReduceLROnPlateau) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		word("monitor", "Monitor", &c.Monitor),
		number("factor", "Factor", &c.Factor, 0, 1),
		whole("patience", "Patience", &c.Patience),
		word("mode", "Mode", &c.Mode),
		number("min_delta", "MinDelta", &c.MinDelta, -unlimited, unlimited),
		whole("cooldown", "Cooldown", &c.Cooldown),
		number("min_lr", "MinLR", &c.MinLR, 0, unlimited),
	}
}

// TrainBegin forgets the best value. Errors: Factor is not below 1, an option is out of
// its limits, the mode has to be said because the key is no metric's, or the
// optimizer's rate follows a schedule.
func (c *ReduceLROnPlateau) TrainBegin(t *Training) error {
	c.training, c.wait, c.cooling = t, 0, 0
	if !(c.Factor >= 0 && c.Factor < 1) {
		return fmt.Errorf("nn: ReduceLROnPlateau: the factor is %v; give a number from 0 to below 1", c.Factor)
	}
	var err error
	c.monitor, err = t.newMonitor("ReduceLROnPlateau", c.Monitor, c.Mode, c.MinDelta)
	return firstError(checkAll("ReduceLROnPlateau", c.Hyperparameters()), err, t.freeRate("ReduceLROnPlateau"))
}

// freeRate reports that the learning rate is not for a callback to set.
func (t *Training) freeRate(owner string) error {
	if t.optimizerState.optimizer.settings().Schedule != nil {
		return fmt.Errorf("nn: %s: the optimizer's rate follows a schedule; use one of the two", owner)
	}
	return nil
}

// EpochEnd logs the epoch's rate as "learning_rate" and looks at the value. One
// that is not logged changes nothing, and the training warns of it, as in Keras.
func (c *ReduceLROnPlateau) EpochEnd(epoch int, logs Logs) error {
	c.training.logRate()
	current, ok := logs.Lookup(c.Monitor)
	if !ok {
		c.training.warn("Learning rate reduction is conditioned on metric `" + c.Monitor + "` which is not available. Available metrics are: " +
			strings.Join(append(logs.InConsoleOrder().keys, "learning_rate"), ",") + ".")
		return nil
	}
	if c.cooling > 0 {
		c.cooling--
		c.wait = 0
	}
	if c.monitor.look(current) {
		c.wait = 0
		return nil
	}
	if c.cooling > 0 {
		return nil
	}
	c.wait++
	if rate := c.training.rateNow(); c.wait >= c.Patience && rate > float64(float32(c.MinLR)) {
		next := max(rate*c.Factor, c.MinLR)
		c.training.setRate(next)
		c.cooling, c.wait = c.Cooldown, 0
		return say(c.Verbose, "\nEpoch %d: ReduceLROnPlateau reducing learning rate to %s.", epoch+1, pythonFloat(next))
	}
	return nil
}
