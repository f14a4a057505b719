package nn

import (
	"errors"
	"io"
)

// LearningRateScheduler sets the learning rate before each epoch.
//
// Source: https://keras.io/api/callbacks/learning_rate_scheduler/
type LearningRateScheduler struct {
	base
	// Schedule returns the rate of an epoch, counted from 0, from the rate
	// before it.
	Schedule func(epoch int, rate float64) float64
	// Verbose is where it writes what Keras prints with verbose=1; nil is nowhere.
	Verbose io.Writer

	training *Training
}

var learningRateSchedulerEntry = Entry{Name: "LearningRateScheduler", Class: "LearningRateScheduler", construct: func() any { return &LearningRateScheduler{} }}

// TrainBegin remembers the training. Errors: there is no Schedule, or the
// optimizer's rate follows one.
func (c *LearningRateScheduler) TrainBegin(t *Training) error {
	c.training = t
	if err := t.freeRate("LearningRateScheduler"); err != nil {
		return err
	}
	if c.Schedule == nil {
		return errors.New("nn: LearningRateScheduler: the schedule is nil; give a function of the epoch and the rate")
	}
	return nil
}

// EpochBegin sets the rate. Error: it is not a finite number of at least 0.
func (c *LearningRateScheduler) EpochBegin(epoch int) error {
	next := c.Schedule(epoch, c.training.rateNow())
	if err := atLeast("LearningRateScheduler", "the rate", next, 0); err != nil {
		return err
	}
	c.training.setRate(next)
	return say(c.Verbose, "\nEpoch %d: LearningRateScheduler setting learning rate to %s.", epoch+1, pythonFloat(next))
}

// EpochEnd logs the rate as "learning_rate".
func (c *LearningRateScheduler) EpochEnd(int, Logs) error {
	c.training.logRate()
	return nil
}
