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

// BatchCallback is a [Callback] that is told of every batch too. A training with one
// makes each step by itself, without the SIMD kernel.
type BatchCallback interface {
	Callback
	// BatchBegin is called before each batch of an epoch, counted from 0: Keras's
	// on_train_batch_begin.
	BatchBegin(batch int) error
	// BatchEnd is called after each batch with the loss and the metrics over the
	// epoch's rows so far. The logs are valid until it returns.
	BatchEnd(batch int, logs Logs) error
}

// TestCallback is told when a model is measured: after each epoch where it is also a
// [Callback] of a Fit with validation, or in an Evaluate.
type TestCallback interface {
	// TestBegin is called before the first batch, TestEnd after the last with the
	// loss and the metrics, which are valid until it returns.
	TestBegin() error
	TestEnd(logs Logs) error
	// TestBatchBegin and TestBatchEnd are called before and after each batch, counted
	// from 0, with the loss and the metrics over the rows so far.
	TestBatchBegin(batch int) error
	TestBatchEnd(batch int, logs Logs) error
}

// An optimizerTaker is a TestCallback that has to know the optimizer of the model that
// is measured: Keras's callbacks find it in the model that set_model gives them.
type optimizerTaker interface {
	takeOptimizer(s *optimizerState) error
}

// A watcher is a BatchCallback and a TestCallback that may have nothing to call.
type watcher interface {
	watchesBatches() bool
	watchesTests() bool
}

// watching parts those callbacks that are told of batches and of tests.
func watching(callbacks []Callback) (batches []BatchCallback, tests []TestCallback) {
	for _, callback := range callbacks {
		w, choosy := callback.(watcher)
		if b, ok := callback.(BatchCallback); ok && (!choosy || w.watchesBatches()) {
			batches = append(batches, b)
		}
		if b, ok := callback.(TestCallback); ok && (!choosy || w.watchesTests()) {
			tests = append(tests, b)
		}
	}
	return batches, tests
}
