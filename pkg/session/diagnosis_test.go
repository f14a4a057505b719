package session

import (
	"math"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestStandardizingMovesEveryX: the lesson of Celsius and Fahrenheit diverges,
// and all that is asked of it is asked of the standardized xs then.
func TestStandardizingMovesEveryX(t *testing.T) {
	p := open("example=celsius&optimizer=sgd&lr=0.01&also=50:122&goal=predict:50:122:1,diverge")
	p.do(t, TrainPressed{}, SettingTyped{Key: "also.1", Text: "50.0"}, SettingTyped{Key: "truth.1", Text: "122.0"})
	if p.Run.Phase != Diverged {
		t.Fatalf("the training is %v, want it to diverge", p.Run.Phase)
	}
	p.do(t, FixChosen{StandardizeX}, SettingTyped{Key: "lr", Text: "0.1"}, TrainPressed{})
	if draft := p.Setting("also.1"); draft.Text != experiment.FormatNumber(p.Experiment.Queries[0].X[0]) {
		t.Errorf("the box of x shows %q, the experiment asks %v", draft.Text, p.Experiment.Queries[0].X[0])
	}
	for x, want := range map[float64]float64{p.Experiment.Predict[0]: 212, p.Experiment.Queries[0].X[0]: 122} {
		if ys := p.Predict(x); len(ys) != 1 || math.Abs(ys[0]-want) > 0.5 {
			t.Errorf("at x' = %v the model gives %v, want %v", x, ys, want)
		}
	}
	if !p.Completed() {
		t.Errorf("reached %v of %v, want all", p.Challenge.Reached, p.Experiment.Goals)
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
