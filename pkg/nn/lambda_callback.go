package nn

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

var lambdaCallbackEntry = Entry{Name: "LambdaCallback", Class: "LambdaCallback", construct: func() any { return LambdaCallback{} }}

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
