package session

import (
	"testing"
	"time"

	"firstneuron/pkg/experiment/playground"
)

// TestALinkOfThePlaygroundTrainsAsThere: rows left over wait for the next epoch, also
// where the learner stops and goes on, so that the answers of the points are those of
// the Playground's engine.
func TestALinkOfThePlaygroundTrainsAsThere(t *testing.T) {
	const link = "activation=tanh&batchSize=12&dataset=circle&seed=0.97800"
	m := NewMachine(New(link))
	var perform func(Effect)
	perform = func(effect Effect) {
		if found, _ := m.Work(effect, time.Now().Add(time.Minute)); found != nil {
			m.Send(found, perform)
		}
	}
	for range 7 {
		m.Send(StepPressed{}, perform)
	}
	state, _, err := playground.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	there := playground.NewTraining(state)
	there.Advance(7)
	want := there.AppendParams(nil)
	shown := m.Shown()
	if shown.Epoch != 7 || len(shown.Params) != len(want) {
		t.Fatalf("epoch %d with %d weights, want 7 with %d", shown.Epoch, len(shown.Params), len(want))
	}
	for i, w := range shown.Params {
		if d := float64(w) - want[i]; d > 1e-5 || d < -1e-5 {
			t.Errorf("weight %d is %v, in the Playground %v", i, w, want[i])
		}
	}
}
