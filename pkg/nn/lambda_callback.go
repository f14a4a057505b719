package nn

// LambdaCallback is a [Callback] made of functions, of which any may be nil. Keras's
// on_predict_begin and its like are those of [LambdaPredictCallback].
//
// Source: https://keras.io/api/callbacks/lambda_callback/
type LambdaCallback struct {
	OnTrainBegin func(t *Training) error
	OnEpochBegin func(epoch int) error
	OnEpochEnd   func(epoch int, logs Logs) error
	OnTrainEnd   func() error

	OnTrainBatchBegin func(batch int) error
	OnTrainBatchEnd   func(batch int, logs Logs) error
	OnTestBegin       func() error
	OnTestEnd         func(logs Logs) error
	OnTestBatchBegin  func(batch int) error
	OnTestBatchEnd    func(batch int, logs Logs) error
}

var (
	_ BatchCallback = LambdaCallback{}
	_ TestCallback  = LambdaCallback{}
)

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

// BatchBegin calls OnTrainBatchBegin.
func (c LambdaCallback) BatchBegin(batch int) error {
	if c.OnTrainBatchBegin == nil {
		return nil
	}
	return c.OnTrainBatchBegin(batch)
}

// BatchEnd calls OnTrainBatchEnd.
func (c LambdaCallback) BatchEnd(batch int, logs Logs) error {
	if c.OnTrainBatchEnd == nil {
		return nil
	}
	return c.OnTrainBatchEnd(batch, logs)
}

// TestBegin calls OnTestBegin.
func (c LambdaCallback) TestBegin() error {
	if c.OnTestBegin == nil {
		return nil
	}
	return c.OnTestBegin()
}

// TestEnd calls OnTestEnd.
func (c LambdaCallback) TestEnd(logs Logs) error {
	if c.OnTestEnd == nil {
		return nil
	}
	return c.OnTestEnd(logs)
}

// TestBatchBegin calls OnTestBatchBegin.
func (c LambdaCallback) TestBatchBegin(batch int) error {
	if c.OnTestBatchBegin == nil {
		return nil
	}
	return c.OnTestBatchBegin(batch)
}

// TestBatchEnd calls OnTestBatchEnd.
func (c LambdaCallback) TestBatchEnd(batch int, logs Logs) error {
	if c.OnTestBatchEnd == nil {
		return nil
	}
	return c.OnTestBatchEnd(batch, logs)
}

func (c LambdaCallback) watchesBatches() bool {
	return c.OnTrainBatchBegin != nil || c.OnTrainBatchEnd != nil
}

func (c LambdaCallback) watchesTests() bool {
	return c.OnTestBegin != nil || c.OnTestEnd != nil || c.OnTestBatchBegin != nil || c.OnTestBatchEnd != nil
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
