package experiment

import (
	"math"
	"testing"
)

func TestAnalysisOfTheLesson(t *testing.T) {
	analysis, ok := Default().LeastSquares()
	if !ok {
		t.Fatal("the lesson has no closed form")
	}
	for i, want := range []float64{2, -1} {
		if got := analysis.Solution[i]; math.Abs(got-want) > 1e-9 {
			t.Errorf("Solution[%d] = %v, want %v", i, got, want)
		}
	}
	// lesson.md: the slow part is down to 1 % after 444 epochs.
	if got := math.Ceil(analysis.EpochsToReduce(1, 0.01, 0.01)); got != 444 {
		t.Errorf("epochs to 1 %% = %v, want 444", got)
	}
	for name, change := range map[string]func(*Experiment){
		"two layers": func(e *Experiment) { *e = e.AddLayer() },
		"relu":       func(e *Experiment) { e.Layers = []Layer{{1, "relu"}} },
		"mae":        func(e *Experiment) { e.Loss = "mean_absolute_error" },
		"l2":         func(e *Experiment) { e.L2 = 0.1 },
		"no points":  func(e *Experiment) { e.Points = nil },
	} {
		e := Default()
		change(&e)
		if _, ok := e.LeastSquares(); ok {
			t.Errorf("%s: there is a closed form, want none", name)
		}
	}
}
