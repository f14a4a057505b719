package nn

// TerminateOnNaN stops a training at the first batch whose loss is infinite or
// not a number. Where Keras still makes that batch's update, the model here
// goes back to the last weights that gave a finite loss and are finite.
//
// Source: https://keras.io/api/callbacks/terminate_on_nan/
type TerminateOnNaN struct{ base }

var _ Callback = TerminateOnNaN{}

var terminateOnNaNEntry = Entry{Name: "TerminateOnNaN", Class: "TerminateOnNaN", construct: func() any { return TerminateOnNaN{} }}

// TrainBegin tells the training to look at every batch's loss.
func (TerminateOnNaN) TrainBegin(t *Training) error {
	t.checkLosses()
	return nil
}

// checkLosses makes the training end at a loss that is not finite.
func (t *Training) checkLosses() {
	if t.lastFinite == nil {
		t.lastFinite = floats(len(t.model.params))
	}
	copy(t.lastFinite, t.model.params)
	t.checksFinite = true
}
