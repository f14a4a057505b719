package session

import (
	"math"
	"slices"
	"testing"
)

// TestNormalizingMendsADivergence: the lesson of Celsius and Fahrenheit diverges, and
// trains once the model normalizes x. The points and all that is asked stay as they are.
func TestNormalizingMendsADivergence(t *testing.T) {
	p := open("example=celsius&optimizer=sgd&lr=0.01&also=50:122&goal=predict:50:122:1,diverge")
	p.do(t, TrainPressed{}, SettingTyped{Key: "also.1", Text: "50.0"})
	if p.Run.Phase != Diverged {
		t.Fatalf("the training is %v, want it to diverge", p.Run.Phase)
	}
	before := p.Experiment
	p.do(t, FixChosen{StandardizeX}, SettingTyped{Key: "lr", Text: "0.1"}, TrainPressed{})
	if after := p.Experiment; !after.Normalize || !slices.Equal(after.Points, before.Points) || after.Example != before.Example || !slices.Equal(after.Queries, before.Queries) {
		t.Errorf("the remedy makes of the experiment %+v, want it to normalize and no more", after)
	}
	for x, want := range map[float64]float64{p.Experiment.Predict[0]: p.Experiment.Predict[0]*1.8 + 32, 50: 122} {
		if ys := p.Predict(x); len(ys) != 1 || math.Abs(ys[0]-want) > 0.5 {
			t.Errorf("at x = %v the model gives %v, want %v", x, ys, want)
		}
	}
	if !p.Completed() {
		t.Errorf("reached %v of %v, want all", p.Challenge.Reached, p.Experiment.Goals)
	}
	if p.CanFix(StandardizeX) {
		t.Error("what is normalized can be normalized again")
	}
}

// TestTheRateToTryCanBeTyped: that of xs in the ten thousands, and that of the
// largest there are.
func TestTheRateToTryCanBeTyped(t *testing.T) {
	for _, xs := range []string{"30000,50000,70000,90000", "1e11,3e11,6e11,1e12"} {
		p := open("xs=" + xs + "&ys=1,2,3,4&w=0&b=0")
		p.do(t, TrainPressed{})
		a, ok := p.Diagnosis()
		if !ok {
			t.Fatalf("x = %s ends in phase %d, want it to diverge", xs, p.Run.Phase)
		}
		p.do(t, FixChosen{LowerRate})
		if got := p.Experiment.Optimizer.LearningRate; got != a.Rate || p.Run.Phase != Finished {
			t.Errorf("x = %s: the rate is %v in phase %d, want %v and finished", xs, got, p.Run.Phase, a.Rate)
		}
	}
}
