package nn

import "fmt"

// TerminateOnNaN stops a training at the first batch whose loss is infinite or
// not a number. Where Keras still makes that batch's update, the model here
// goes back to the last weights that gave a finite loss and are finite.
//
// Source: https://keras.io/api/callbacks/terminate_on_nan/
type TerminateOnNaN struct {
	base
	// RaiseError ends the training with an error there, without a last EpochEnd and
	// TrainEnd of the callbacks; false in Keras.
	RaiseError bool
}

var _ Callback = TerminateOnNaN{}

var terminateOnNaNEntry = Entry{Name: "TerminateOnNaN", Class: "TerminateOnNaN", construct: func() any { return TerminateOnNaN{} }}

// TrainBegin tells the training to look at every batch's loss.
func (c TerminateOnNaN) TrainBegin(t *Training) error {
	t.checkLosses()
	t.raises = t.raises || c.RaiseError
	return nil
}

// error is what RaiseError ends a training with. It stays out of the steps that call it,
// which nearly never do.
//
//go:noinline
func (d *divergence) error(loss float64) error {
	return fmt.Errorf("nn: TerminateOnNaN: the loss of step %d, in epoch %d, is %v; lower the learning rate", d.step, d.epoch, loss)
}

// checkLosses makes the training end at a loss that is not finite.
func (t *Training) checkLosses() {
	if t.lastFinite == nil {
		t.lastFinite = floats(len(t.model.params))
	}
	copy(t.lastFinite, t.model.params)
	t.checksFinite = true
}
