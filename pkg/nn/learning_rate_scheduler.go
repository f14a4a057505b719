package nn

// LearningRateScheduler sets the learning rate before each epoch.
//
// Source: https://keras.io/api/callbacks/learning_rate_scheduler/
type LearningRateScheduler struct {
	base
	// Schedule returns the rate of an epoch, counted from 0, from the rate
	// before it.
	Schedule func(epoch int, rate float64) float64

	training *Training
}

var _ = callbacks.add(Entry{Name: "LearningRateScheduler", Class: "LearningRateScheduler"},
	func() any { return &LearningRateScheduler{} })

// TrainBegin remembers the training. Error: the optimizer's rate follows a
// schedule.
func (c *LearningRateScheduler) TrainBegin(t *Training) error {
	c.training = t
	return t.freeRate("LearningRateScheduler")
}

// EpochBegin sets the rate. Error: it is not a finite number of at least 0.
func (c *LearningRateScheduler) EpochBegin(epoch int) error {
	next := c.Schedule(epoch, c.training.optimizerState.optimizer.settings().LearningRate)
	if err := atLeast("LearningRateScheduler", "the rate", next, 0); err != nil {
		return err
	}
	c.training.setRate(next)
	return nil
}
