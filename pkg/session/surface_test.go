package session

import (
	"slices"
	"testing"
	"time"
)

// TestOneWeightCannotRunAlongBothAxes: the weight that is chosen for one axis
// while it runs along the other changes places with the one that was there.
func TestOneWeightCannotRunAlongBothAxes(t *testing.T) {
	p := open("layers=8:tanh,1&seed=1")
	p.do(t, SliceChosen{I: 20, J: 3})
	for _, test := range []struct {
		chosen SliceChosen
		want   Slice
	}{
		{SliceChosen{I: 3, J: 3}, Slice{I: 3, J: 20}},
		{SliceChosen{I: 3, J: 3}, Slice{I: 20, J: 3}},
		{SliceChosen{I: 20, J: 20}, Slice{I: 3, J: 20}},
		{SliceChosen{I: 7, J: 20}, Slice{I: 7, J: 20}},
	} {
		before := p.SurfaceSlice()
		p.do(t, test.chosen)
		if got := p.SurfaceSlice(); got != test.want {
			t.Errorf("%+v after %+v = %+v, want %+v", test.chosen, before, got, test.want)
		}
	}
}

func TestASurfaceOfEarlierWeightsIsDropped(t *testing.T) {
	p := open("w=0&b=0")
	p.finish(t)
	want := p.Surface
	if want.Loss == nil {
		t.Fatal("the lesson has no loss surface")
	}
	p.send(SurfaceComputed{ID: want.pending - 1, Loss: make([]float64, SurfaceSize*SurfaceSize)})
	if got := p.Surface.Loss[0]; got != want.Loss[0] {
		t.Errorf("the surface of a study before sets the loss %v, want %v as it was", got, want.Loss[0])
	}
}

// TestTheClockIsLookedAtAfterEachLoss: over much data and a large model one loss
// takes as long as a slice may, so that a slice whose time is over computes one
// and no more, and Pause need not wait for a row of them.
func TestTheClockIsLookedAtAfterEachLoss(t *testing.T) {
	p := open("layers=8:tanh,1&seed=1")
	p.finish(t)
	asked := p.Surface.asked
	job := ComputeSurface{ID: 1, Experiment: asked.experiment, Slice: asked.slice, X: asked.x, Y: asked.y, Base: asked.base}
	work := job.begin().(*surfaceWork)
	var found Msg
	for losses := 1; found == nil; losses++ {
		found, _ = work.slice(t.Context(), time.Now().Add(-time.Second))
		if len(work.loss) != losses {
			t.Fatalf("after %d slices without time %d losses are known, want one for each", losses, len(work.loss))
		}
	}
	if got := found.(SurfaceComputed).Loss; !slices.Equal(got, p.Surface.Loss) {
		t.Error("the surface of many slices is another than that of a few")
	}
}

// TestTheSurfaceOfANetWaitsWhileItTrains: one loss of the largest model takes longer
// than a frame. What was begun is left, and begun again when the training stands.
func TestTheSurfaceOfANetWaitsWhileItTrains(t *testing.T) {
	p := open("layers=8:tanh,1&seed=1&epochs=2000")
	if p.Idle() {
		t.Fatal("no surface is computed of the untrained model")
	}
	p.send(TrainPressed{})
	if !p.Idle() {
		t.Error("the surface is computed while the model trains")
	}
	p.send(PausePressed{})
	if p.Idle() {
		t.Error("no surface is computed of the paused model, of which no epoch was trained")
	}
	p.send(TrainMorePressed{})
	p.finish(t)
	if p.Surface.Loss == nil || !p.Surface.Partial {
		t.Error("the trained model has no surface")
	}
	line := open("w=0&b=0")
	line.send(TrainPressed{})
	if line.Idle() {
		t.Error("the surface of one neuron, which no training changes, waits")
	}
}
