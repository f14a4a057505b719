package session

import (
	"math"
	"testing"
)

// TestEachDigitTakesItsEpochs: the lesson needs 222 for one more, and the button
// trains so many: the difference is then a tenth.
func TestEachDigitTakesItsEpochs(t *testing.T) {
	p := openLive("w=0&b=0")
	p.do(t, TrainPressed{})
	before, ok := p.Explain()
	if !ok {
		t.Fatal("the lesson is not explained")
	}
	if digit, ok := before.Digit(); !ok || digit != 222 || before.Finished() {
		t.Errorf("a digit takes %d epochs, %v, finished: %v; want 222 and not finished", digit, ok, before.Finished())
	}
	p.do(t, DigitTrained{})
	after, _ := p.Explain()
	if epoch := p.Shown().Epoch; epoch != 722 {
		t.Errorf("the button trains to epoch %d, want 722", epoch)
	}
	if ratio := after.Difference() / before.Difference(); math.Abs(ratio-0.1) > 0.002 {
		t.Errorf("the difference is %v of what it was, want a tenth", ratio)
	}
	last := after.Way[len(after.Way)-1]
	if first := after.Way[0]; first.Epoch != 0 || math.Abs(first.By+19) > 1e-4 || last.Epoch != 722 || math.Abs(last.By-after.Difference()) > 1e-5 {
		t.Errorf("the way goes from %v to %v, want from −19 at epoch 0 to %v at 722", first, last, after.Difference())
	}
}

// TestAFinishedTrainingHasNoDigitLeft, nor has one that never ends.
func TestAFinishedTrainingHasNoDigitLeft(t *testing.T) {
	p := openLive("w=0&b=0&lr=0.1")
	p.do(t, TrainPressed{})
	if e, _ := p.Explain(); !e.Finished() {
		t.Errorf("at rate 0.1 the answer is %v off after 500 epochs, want it finished", e.Difference())
	}
	p.do(t, DigitTrained{})
	if epoch := p.Run.Timeline.Last().Epoch; epoch != 500 {
		t.Errorf("a finished training goes on to epoch %d", epoch)
	}
	p = openLive("w=0&b=0&optimizer=adam")
	p.do(t, TrainPressed{})
	if e, _ := p.Explain(); func() bool { _, ok := e.Digit(); return ok }() {
		t.Error("the epochs of a digit are known for Adam")
	}
}
