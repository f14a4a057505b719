package nn

// Callback is told how a training goes. An error stops the training, and Fit
// returns it.
//
// Source: https://keras.io/api/callbacks/base_callback/
type Callback interface {
	// TrainBegin is called once before the first step.
	TrainBegin(t *Training) error
	// EpochBegin is called before each epoch, counted from 0.
	EpochBegin(epoch int) error
	// EpochEnd is called after each epoch with what it logged. The logs are
	// valid until it returns.
	EpochEnd(epoch int, logs Logs) error
	// TrainEnd is called once after the last epoch, whatever ended it but an
	// error.
	TrainEnd() error
}

// LambdaCallback is a [Callback] made of functions, of which any may be nil.
//
// Source: https://keras.io/api/callbacks/lambda_callback/
type LambdaCallback struct {
	OnTrainBegin func(t *Training) error
	OnEpochBegin func(epoch int) error
	OnEpochEnd   func(epoch int, logs Logs) error
	OnTrainEnd   func() error
}

var _ Callback = LambdaCallback{}

// TrainBegin calls OnTrainBegin.
func (c LambdaCallback) TrainBegin(t *Training) error {
	if c.OnTrainBegin == nil {
		return nil
	}
	return c.OnTrainBegin(t)
}

// EpochBegin calls OnEpochBegin.
func (c LambdaCallback) EpochBegin(epoch int) error {
	if c.OnEpochBegin == nil {
		return nil
	}
	return c.OnEpochBegin(epoch)
}

// EpochEnd calls OnEpochEnd.
func (c LambdaCallback) EpochEnd(epoch int, logs Logs) error {
	if c.OnEpochEnd == nil {
		return nil
	}
	return c.OnEpochEnd(epoch, logs)
}

// TrainEnd calls OnTrainEnd.
func (c LambdaCallback) TrainEnd() error {
	if c.OnTrainEnd == nil {
		return nil
	}
	return c.OnTrainEnd()
}

// base does nothing at any time; callbacks embed it for what they leave out.
type base struct{}

// TrainBegin does nothing.
func (base) TrainBegin(*Training) error { return nil }

// EpochBegin does nothing.
func (base) EpochBegin(int) error { return nil }

// EpochEnd does nothing.
func (base) EpochEnd(int, Logs) error { return nil }

// TrainEnd does nothing.
func (base) TrainEnd() error { return nil }

// TerminateOnNaN stops a training at the first batch whose loss is infinite or
// not a number. Where Keras still makes that batch's update, the model here
// goes back to the last weights that gave a finite loss and are finite.
//
// Source: https://keras.io/api/callbacks/terminate_on_nan/
type TerminateOnNaN struct{ base }

var _ Callback = TerminateOnNaN{}

// TrainBegin tells the training to look at every batch's loss.
func (TerminateOnNaN) TrainBegin(t *Training) error {
	t.guard = append(t.guard[:0], t.model.params...)
	t.guarded = true
	return nil
}
