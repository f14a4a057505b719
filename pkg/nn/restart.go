package nn

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
	t.begun, t.ended, t.failed, t.checksFinite, t.diverged = false, false, nil, false, nil
	for i := range t.logged {
		t.logged[i] = t.logged[i][:0]
	}
	if t.config.Recorder != nil {
		t.config.Recorder.begin(t)
	}
	t.optimizerState.restart()
	if t.work == nil {
		return
	}
	for _, p := range t.work.passes {
		if dropout, ok := p.(*dropoutPass); ok {
			dropout.restart()
		}
	}
}

// restart forgets what the steps so far have left behind.
func (s *optimizerState) restart() {
	s.steps, s.uProduct = 0, 0
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
