package session

import "testing"

func TestNewTrainsNothing(t *testing.T) {
	s := New("auto=1&epochs=20")
	if s.Run.Phase != Untrained || s.Experiment.Epochs != 20 {
		t.Errorf("a new session is in phase %d with %d epochs to go, want 20 and nobody to train them", s.Run.Phase, s.Experiment.Epochs)
	}
}
