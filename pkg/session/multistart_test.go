package session

import "testing"

// TestStartsDivergeAsTheRunDoes: at 0.19 the loss leaves float32 within 500
// epochs and the weights do not.
func TestStartsDivergeAsTheRunDoes(t *testing.T) {
	for _, fragment := range []string{"lr=0.19", "lr=0.19&patience=400"} {
		p := open(fragment + "&seed=1")
		p.atOnce = true
		p.do(t, TrainPressed{}, MultiStartOpened{Open: true})
		if p.Run.Phase != Diverged {
			t.Fatalf("%s ends in phase %d, want it to diverge", fragment, p.Run.Phase)
		}
		if p.MultiStart.Diverged != MultiStartGoal || len(p.MultiStart.Tried) != 0 {
			t.Errorf("%s: %d of %d diverge, %d do not", fragment, p.MultiStart.Diverged, MultiStartGoal, len(p.MultiStart.Tried))
		}
	}
}

// TestAStartIsTheRunOfItsSeed: its weights and the order of its points.
func TestAStartIsTheRunOfItsSeed(t *testing.T) {
	for _, fragment := range []string{"batch=2&epochs=3", "epochs=3", "layers=3:tanh,1&batch=4&epochs=3"} {
		p := open(fragment + "&seed=7")
		p.do(t, TrainPressed{}, MultiStartOpened{Open: true})
		near(t, fragment+": the seventh start's answer", p.MultiStart.Tried[6].Answer, p.Predict(10)[0], 1e-5)
	}
}
