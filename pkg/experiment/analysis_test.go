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

func TestStandardizedXIsRound(t *testing.T) {
	e, ok := Default().Standardized()
	if !ok {
		t.Fatal("the lesson's x cannot be standardized")
	}
	limit, ok := e.RateLimit()
	if !ok || math.Abs(limit.Stable-1) > 1e-5 || math.Abs(limit.Fastest-0.5) > 1e-5 {
		t.Errorf("the limit of standardized x = %+v, want 1 and 0.5", limit)
	}
	analysis, _ := e.LeastSquares()
	if got := analysis.Solution[0]*e.Predict[0] + analysis.Solution[1]; math.Abs(got-19) > 1e-4 {
		t.Errorf("the exact answer after standardizing = %v, want 19 as before", got)
	}
	e.Points = []Point{{X: Place{2}, Y: 1}, {X: Place{2}, Y: 3}}
	if _, ok := e.Standardized(); ok {
		t.Error("x that is always 2 can be standardized")
	}
	// Six times 0.1 divided by six is not 0.1.
	e.Points = []Point{{X: Place{0.1}, Y: 1}, {X: Place{0.1}, Y: 2}, {X: Place{0.1}, Y: 3}, {X: Place{0.1}, Y: 4}, {X: Place{0.1}, Y: 5}, {X: Place{0.1}, Y: 6}}
	if e, ok := e.Standardized(); ok {
		t.Errorf("x that is always 0.1 is standardized to %v", e.Points)
	}
	e.Points, e.Predict[0] = []Point{{X: Place{0}, Y: 1}, {X: Place{1e-6}, Y: 3}}, 1e9
	if e, ok := e.Standardized(); ok {
		t.Errorf("an x to predict of 1e9 is standardized to %v, beyond the limit", e.Predict[0])
	}
}

func TestStandardizedMovesEveryX(t *testing.T) {
	e, problems := Decode("example=celsius&predict=100&also=50:122,8,8.000001&goal=predict:50:122:1,loss:0.5")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	before := e.Goals[0]
	scaled, ok := e.Standardized()
	if !ok {
		t.Fatal("the xs cannot be standardized")
	}
	if problems := scaled.Validate(); len(problems) > 0 {
		t.Fatal(problems)
	}
	analysis, _ := scaled.LeastSquares()
	asked := scaled.Queries
	if len(asked) != 2 { // six digits do not tell 8 and 8.000001 apart
		t.Fatalf("asked %v, want two", asked)
	}
	for x, want := range map[float64]float64{scaled.Predict[0]: 212, asked[0].X[0]: 122, asked[1].X[0]: 46.4, scaled.Goals[0].X[0]: 122} {
		if got := analysis.Solution[0]*x + analysis.Solution[1]; math.Abs(got-want) > 0.2 {
			t.Errorf("at x' = %v the exact line gives %v, want %v", x, got, want)
		}
	}
	if asked[0].Y != 122 || !asked[0].Known || e.Queries[0].X[0] != 50 || e.Goals[0] != before || scaled.Goals[1] != e.Goals[1] {
		t.Errorf("asked %v of %v, goals %v of %v; want only the xs moved, in a copy", asked, e.Queries, scaled.Goals, e.Goals)
	}
}
