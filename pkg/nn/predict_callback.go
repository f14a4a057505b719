package nn

import "fmt"

// PredictCallback is told how a Predict goes over the data. An error ends the Predict,
// which returns it.
//
// Source: https://keras.io/api/callbacks/base_callback/
type PredictCallback interface {
	// PredictBegin is called before the first batch, PredictEnd after the last.
	PredictBegin() error
	PredictEnd() error
	// PredictBatchBegin and PredictBatchEnd are called before and after each batch,
	// counted from 0, with what the model gives for it. The outputs are the caller's
	// of Predict: do not change them.
	PredictBatchBegin(batch int) error
	PredictBatchEnd(batch int, outputs Matrix) error
}

// PredictCallbacks are several, called in order.
type PredictCallbacks []PredictCallback

// LambdaPredictCallback is a [PredictCallback] made of functions, of which any may be nil.
//
// Source: https://keras.io/api/callbacks/lambda_callback/
type LambdaPredictCallback struct {
	OnPredictBegin      func() error
	OnPredictEnd        func() error
	OnPredictBatchBegin func(batch int) error
	OnPredictBatchEnd   func(batch int, outputs Matrix) error
}

var (
	_ PredictCallback = PredictCallbacks(nil)
	_ PredictCallback = LambdaPredictCallback{}
)

// each calls all, up to one that fails.
func (all PredictCallbacks) each(call func(PredictCallback) error) error {
	for i, callback := range all {
		if isNil(callback) {
			return fmt.Errorf("nn: Predict: callback %d is nil; leave it out", i)
		}
		if err := call(callback); err != nil {
			return err
		}
	}
	return nil
}

// PredictBegin calls that of each.
func (all PredictCallbacks) PredictBegin() error { return all.each(PredictCallback.PredictBegin) }

// PredictEnd calls that of each.
func (all PredictCallbacks) PredictEnd() error { return all.each(PredictCallback.PredictEnd) }

// PredictBatchBegin calls that of each.
func (all PredictCallbacks) PredictBatchBegin(batch int) error {
	return all.each(func(c PredictCallback) error { return c.PredictBatchBegin(batch) })
}

// PredictBatchEnd calls that of each.
func (all PredictCallbacks) PredictBatchEnd(batch int, outputs Matrix) error {
	return all.each(func(c PredictCallback) error { return c.PredictBatchEnd(batch, outputs) })
}

// PredictBegin calls OnPredictBegin.
func (c LambdaPredictCallback) PredictBegin() error {
	if c.OnPredictBegin == nil {
		return nil
	}
	return c.OnPredictBegin()
}

// PredictEnd calls OnPredictEnd.
func (c LambdaPredictCallback) PredictEnd() error {
	if c.OnPredictEnd == nil {
		return nil
	}
	return c.OnPredictEnd()
}

// PredictBatchBegin calls OnPredictBatchBegin.
func (c LambdaPredictCallback) PredictBatchBegin(batch int) error {
	if c.OnPredictBatchBegin == nil {
		return nil
	}
	return c.OnPredictBatchBegin(batch)
}

// PredictBatchEnd calls OnPredictBatchEnd.
func (c LambdaPredictCallback) PredictBatchEnd(batch int, outputs Matrix) error {
	if c.OnPredictBatchEnd == nil {
		return nil
	}
	return c.OnPredictBatchEnd(batch, outputs)
}
