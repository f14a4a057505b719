package session

import (
	"math"
	"testing"
)

// TestTheStepOpensWhereItIsSeen: at the end of a training nothing moves any more,
// in its middle something does.
func TestTheStepOpensWhereItIsSeen(t *testing.T) {
	for _, test := range []struct{ at, want int }{{500, 0}, {0, 0}, {3, 3}, {400, 0}} {
		p := openLive("w=0&b=0")
		p.do(t, TrainPressed{})
		p.do(t, CursorMoved{Epoch: test.at})
		p.do(t, StepTraceOpened{Open: true})
		if got := p.Shown().Epoch; got != test.want {
			t.Errorf("at epoch %d it opens at epoch %d, want %d", test.at, got, test.want)
		}
		if _, _, ok := p.StepShown(); !ok {
			t.Errorf("at epoch %d the step has no numbers", test.at)
		}
		p.do(t, StepTraceOpened{})
		if _, _, ok := p.StepShown(); ok {
			t.Error("a closed step is shown")
		}
	}
}

// TestTheLossAfterAStepIsTheNextOne that the training logs.
func TestTheLossAfterAStepIsTheNextOne(t *testing.T) {
	for _, fragment := range []string{"w=0&b=0", "layers=4:tanh,1", "w=1&b=1&optimizer=adam", "w=3&b=0&l2=0.1", "w=0&b=0&validation=0.34"} {
		p := openLive(fragment + "&shuffle=0&epochs=9")
		p.do(t, TrainPressed{})
		p.do(t, CursorMoved{Epoch: 4})
		p.do(t, StepTraceOpened{Open: true})
		at := p.Shown().Epoch
		want := p.Run.Timeline.At(at + 2).Loss
		if got := p.StepTrace.LossAfter; got == nil || math.Abs(*got-want) > 1e-4*(1+want) {
			t.Errorf("%s: after the step from epoch %d the loss is %v, want %v", fragment, at, got, want)
		}
	}
}
