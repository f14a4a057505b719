package losscurve

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// trained is the session of a link after some messages, with all its work done.
func trained(fragment string, messages ...session.Msg) session.Session {
	m := session.NewMachine(session.New(fragment))
	var perform func(session.Effect)
	perform = func(effect session.Effect) {
		if found, _ := m.Work(effect, time.Now().Add(time.Minute)); found != nil {
			m.Send(found, perform)
		}
	}
	for _, message := range messages {
		m.Send(message, perform)
	}
	return m.Session
}

// TestOneFunctionTurnsAPixelIntoAnEpoch: the place of every epoch is read as that
// epoch, whatever the length of the training and of the strip.
func TestOneFunctionTurnsAPixelIntoAnEpoch(t *testing.T) {
	for _, last := range []int{1, 2, 7, 20, 21, 500, 5000, 1_000_000} {
		for _, width := range []float64{120, 300, 900} {
			s := newScale(last, []float64{1, 2}, nil).placed(width, 64)
			before := -1
			for epoch := 0; epoch <= last; epoch += max(1, last/1000) {
				if got := s.epoch(s.x(epoch)); got != epoch {
					t.Fatalf("of %d epochs on %v px, the place of epoch %d is read as %d", last, width, epoch, got)
				}
				// Half way to the next one, the nearer of the two.
				if x := s.x(epoch) + 0.49*(s.x(epoch+1)-s.x(epoch)); epoch < last && s.epoch(x) != epoch {
					t.Fatalf("of %d epochs on %v px, a little right of epoch %d is read as %d", last, width, epoch, s.epoch(x))
				}
				if s.x(epoch) < float64(before) {
					t.Fatalf("epoch %d is left of the one before", epoch)
				}
			}
			if s.epoch(-50) != 0 || s.epoch(width+50) != last {
				t.Errorf("beyond the ends of %d epochs stand %d and %d", last, s.epoch(-50), s.epoch(width+50))
			}
		}
	}
}

// TestLossAxisSuitsTheLosses: logarithmic where they differ by much, unless the
// learner chose; every loss is on it.
func TestLossAxisSuitsTheLosses(t *testing.T) {
	yes, no := true, false
	for _, test := range []struct {
		losses []float64
		choice *bool
		want   bool
	}{
		{[]float64{15, 4e-5}, nil, true},
		{[]float64{15, 4e-5}, &no, false},
		{[]float64{2, 1}, nil, false},
		{[]float64{2, 1}, &yes, true},
		{[]float64{2, 0}, nil, false},
		{[]float64{2, 0}, &yes, true},
		{[]float64{-1, -0.2}, &yes, false},
		{[]float64{math.Inf(1), math.Inf(-1)}, nil, false},
		{nil, nil, false},
	} {
		s := newScale(10, test.losses, test.choice).placed(300, 64)
		if s.logY != test.want {
			t.Errorf("%v: the axis is logarithmic is %v, want %v", test.losses, s.logY, test.want)
		}
		for _, loss := range append(test.losses, 0, 1e30) {
			if y := s.y(loss); math.IsInf(loss, 0) == false && !(y >= s.top && y <= s.top+s.height) {
				t.Errorf("%v: a loss of %v is at %v px", test.losses, loss, y)
			}
		}
	}
}

// TestTicksHaveRoom: the first and the last epoch are named, and no number covers
// another.
func TestTicksHaveRoom(t *testing.T) {
	for _, last := range []int{1, 2, 6, 20, 21, 99, 500, 123_456, 1_000_000} {
		for _, width := range []float64{130, 300, 900} {
			s := newScale(last, nil, nil).placed(width, 64)
			ticks := s.ticks()
			if ticks[0] != 0 || ticks[len(ticks)-1] != last || !slices.IsSorted(ticks) {
				t.Errorf("of %d epochs the ticks are %v", last, ticks)
			}
		}
	}
}

// TestLossIsReadFromTheFirstEpochOn: epoch 0 has no loss.
func TestLossIsReadFromTheFirstEpochOn(t *testing.T) {
	for _, fragment := range []string{"w=0&b=0", "w=0&b=0&epochs=1"} {
		s := trained(fragment, session.TrainPressed{}, session.LossPointed{Epoch: 0})
		if got, want := New("en", s, false).readout(), "Epoch 1: loss 15.6667"; got != want {
			t.Errorf("%q: at the left end of the strip stands %q, want %q", fragment, got, want)
		}
	}
}

// TestOneEpochIsDrawn: the first single epoch is a dot.
func TestOneEpochIsDrawn(t *testing.T) {
	none := app.HTMLString(New("en", trained(""), false))
	one := app.HTMLString(New("en", trained("", session.StepPressed{}), false))
	if strings.Contains(none, "mark-dot") || strings.Count(one, "mark-dot") != 1 {
		t.Errorf("before training there are %d dots and after one epoch %d, want 0 and 1", strings.Count(none, "mark-dot"), strings.Count(one, "mark-dot"))
	}
}

// TestTheRunStaysAsAGhost: going back to the first guess leaves the curve in sight.
func TestTheRunStaysAsAGhost(t *testing.T) {
	back := app.HTMLString(New("en", trained("", session.TrainPressed{}, session.ResetPressed{}), false))
	if strings.Count(back, "mark-ghost") != 1 {
		t.Error("the run that was left is not drawn")
	}
	undone := app.HTMLString(New("en", trained("", session.TrainPressed{}, session.ResetPressed{}, session.UndoPressed{}), false))
	if strings.Contains(undone, "mark-ghost") || !strings.Contains(undone, "Epoch 500: loss") {
		t.Error("Undo does not bring the run back")
	}
}

// TestLossCurveIsThinned: to what a screen can show, with both ends.
func TestLossCurveIsThinned(t *testing.T) {
	for _, epochs := range []int{1, 2, 499, 2000, 100_000} {
		records := []session.Record{{}}
		for i := 1; i <= epochs; i++ {
			records = append(records, session.Record{Epoch: i, Loss: 1 / float64(i), Validated: i%2 == 0, Validation: 2 / float64(i)})
		}
		timeline := session.NewTimeline(records...)
		c := curveOf(timeline, newScale(epochs, ends(timeline), nil).placed(600, 64))
		if len(c.epochs) > maxCurve+2 || c.epochs[0] != 1 || c.epochs[len(c.epochs)-1] != epochs || !slices.IsSorted(c.epochs) {
			t.Errorf("of %d epochs %d are drawn, from %d to %d", epochs, len(c.epochs), c.epochs[0], c.epochs[len(c.epochs)-1])
		}
		for i, epoch := range c.epochs {
			if c.losses[i] != 1/float64(epoch) || math.IsNaN(c.validation[i]) == (epoch%2 == 0) {
				t.Errorf("epoch %d has the losses %v and %v", epoch, c.losses[i], c.validation[i])
			}
		}
	}
}
