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
