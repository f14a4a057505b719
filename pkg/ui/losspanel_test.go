package ui

import (
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/session"
)

// TestLossIsReadFromTheFirstEpochOn: epoch 0 has no loss, and a training of any
// length keeps its first.
func TestLossIsReadFromTheFirstEpochOn(t *testing.T) {
	for fragment, want := range map[string]string{
		"w=0&b=0":               "Epoch 1: loss 15.6667",
		"w=0&b=0&epochs=10000":  "Epoch 1: loss 15.6667",
		"w=0&b=0&epochs=100000": "Epoch 1: loss 15.6667",
	} {
		p := opened(t, fragment, session.TrainPressed{}, session.LossPointed{Epoch: 0})
		if got := newLossPanel("en", p.Session).readout(); !strings.HasPrefix(got, want) || strings.HasSuffix(got, " 0.0000e+00") {
			t.Errorf("%q: at the left end of the chart stands %q, want %q", fragment, got, want)
		}
	}
}

// timelineOf is a timeline of so many epochs after epoch 0, with a validation loss
// for every other.
func timelineOf(epochs int) session.Timeline {
	records := []session.Record{{Params: []float32{0, 0}}}
	for i := 1; i <= epochs; i++ {
		records = append(records, session.Record{
			Epoch: i, Loss: 1 / float64(i), Validated: i%2 == 0, Validation: 2 / float64(i), Params: []float32{float32(i), -float32(i)},
		})
	}
	return session.NewTimeline(records...)
}

// TestLossCurveIsThinned: to what a screen can show, with both ends.
func TestLossCurveIsThinned(t *testing.T) {
	for _, n := range []int{0, 1, 2, 499, 500, 501, 1999, 100_000} {
		epochs, losses, validation := curve(timelineOf(n))
		if len(epochs) != len(losses) || len(epochs) != len(validation) {
			t.Fatalf("of %d epochs: %d places, %d losses, %d of the validation part", n, len(epochs), len(losses), len(validation))
		}
		if n == 0 {
			if len(epochs) != 0 {
				t.Errorf("before the first epoch the curve goes through %v", epochs)
			}
			continue
		}
		if most := 2*maxCurve + 2; len(epochs) > most || (n <= maxCurve && len(epochs) != n) {
			t.Errorf("of %d epochs %d are drawn, want all up to %d and never more than %d", n, len(epochs), maxCurve, most)
		}
		if epochs[0] != 1 || epochs[len(epochs)-1] != float64(n) || !slices.IsSorted(epochs) {
			t.Errorf("of %d epochs those from %v to %v are drawn", n, epochs[0], epochs[len(epochs)-1])
		}
		for i, epoch := range epochs {
			even := int(epoch)%2 == 0
			if losses[i] != 1/epoch || math.IsNaN(validation[i]) == even || (even && validation[i] != 2/epoch) {
				t.Errorf("epoch %v has the losses %v and %v", epoch, losses[i], validation[i])
			}
		}
	}
}
