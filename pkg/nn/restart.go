package nn

import (
	"errors"
	"fmt"
)

// Restart begins the training again, from the weights that the model has now and
// with the optimizer as Compile left it: its state is forgotten, and a rate that
// a [LearningRateScheduler] or a [ReduceLROnPlateau] has set. The memory is used
// again: to train from another start costs no more than its steps.
func (t *Training) Restart() {
	t.config.Epochs = t.epochs
	if t.scheduled {
		t.optimizerState.optimizer.settings().LearningRate, t.scheduled = t.rate, false
	}
	t.epoch, t.from, t.steps, t.sum = t.config.InitialEpoch, 0, 0, 0
	t.begun, t.ended, t.failed, t.checksFinite, t.raises, t.diverged = false, false, nil, false, false, nil
	for i := range t.logged {
		t.logged[i] = t.logged[i][:0]
	}
	t.added = nil
	if t.config.Recorder != nil {
		t.config.Recorder.begin(t)
	}
	t.optimizerState.restart()
	if t.work == nil {
		return
	}
	for _, p := range t.work.passes {
		if p, ok := p.(restarting); ok {
			p.restart()
		}
	}
}

// RestartWith begins the training again, as Restart does, on other data. Errors: the
// data do not fit the model, there are more or fewer rows than before, or the
// training weighs its rows.
func (t *Training) RestartWith(x, y Matrix) error {
	if err := t.model.checkData("RestartWith", x, y); err != nil {
		return err
	}
	split := t.validation != nil && t.config.ValidationX.Rows == 0
	rows := t.x.Rows
	if split {
		rows += t.validation.data.x.Rows
	}
	switch {
	case x.Rows != rows:
		return fmt.Errorf("nn: RestartWith: x has %d rows, the training began with %d; begin another with NewTraining", x.Rows, rows)
	case t.weights != nil:
		return errors.New("nn: RestartWith: the training weighs its rows; begin another with NewTraining")
	}
	t.x, t.y = x.rows(0, t.x.Rows), y.rows(0, t.x.Rows)
	if split {
		t.validation.data.x, t.validation.data.y = x.rows(t.x.Rows, rows), y.rows(t.x.Rows, rows)
	}
	if t.plan != nil {
		t.plan.look(t)
	}
	t.Restart()
	return nil
}

// restart forgets what the steps so far have left behind.
func (s *optimizerState) restart() {
	s.steps, s.uProduct = 0, 0
	clear(s.gathered)
	clear(s.averages)
	s.carried.rows = 0
	s.dying.restart()
	for i, initial := range s.optimizer.slotInitials() {
		slot := s.step.state[i]
		for j := range slot {
			slot[j] = initial
		}
	}
}

// setRate sets the learning rate until the training is restarted.
func (t *Training) setRate(rate float64) {
	settings := t.optimizerState.optimizer.settings()
	if !t.scheduled {
		t.rate, t.scheduled = settings.LearningRate, true
	}
	settings.LearningRate = rate
}
