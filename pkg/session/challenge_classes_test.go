package session

import (
	"math"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestAnAccuracyReachedOnTheWayCounts: as a loss does, also where the last epoch has
// another one or comes later than the goal allows. What no epoch has is not reached.
func TestAnAccuracyReachedOnTheWayCounts(t *testing.T) {
	const link = "set=circle:0.97800:0:200&layers=4:tanh,1:tanh&lr=0.3&batch=10&epochs=60&shuffle=0&validation=0.5&play=0&goal="
	p := open(link + "accuracy:1:60")
	p.do(t, TrainPressed{})
	best, at := 0.0, 0
	var first float64
	for _, r := range p.Run.Timeline.All() {
		if _, share := p.AccuracyOf(r.Params); r.Logged() && share > best {
			best, at = share, r.Epoch
		}
		if r.Epoch == 1 {
			_, first = p.AccuracyOf(r.Params)
		}
	}
	if !(first < best) || math.IsNaN(best) {
		t.Fatalf("the accuracy is %v after one epoch and %v at best; choose another training", first, best)
	}
	digits := func(v float64) string { return experiment.FormatNumber(v) }
	for goal, want := range map[string]bool{
		"accuracy:" + digits(best):                               true,
		"accuracy:" + digits(best) + ":" + digits(float64(at)):   true,
		"accuracy:" + digits(best) + ":" + digits(float64(at-1)): false,
		"accuracy:" + digits(min(best+0.01, 1)):                  best == 1,
		"accuracy:" + digits(first) + ":1":                       true,
	} {
		p := open(link + goal)
		p.do(t, TrainPressed{})
		if got := p.Score() == 100; got != want {
			t.Errorf("%s: reached %v, want %v; the best is %v at epoch %d", goal, got, want, best, at)
		}
	}
}
