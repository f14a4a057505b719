package session

import (
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

const normalized = "example=celsius&norm=1&lr=0.1&w=3&b=4"

// TestNormalizedViewsAgree: what the page says of a model that normalizes is said of x as
// the learner has it, and each way to say it says the same.
func TestNormalizedViewsAgree(t *testing.T) {
	p := openLive(normalized)
	p.do(t, TrainPressed{})
	e, x := p.Experiment, p.Experiment.Predict[0]
	why, ok := p.Explain()
	if !ok {
		t.Fatal("there is no explanation")
	}
	near(t, "the exact slope", why.Exact.W, 1.8, 0.05)
	near(t, "the exact answer", why.ExactAnswer, why.Exact.W*x+why.Exact.B, 1e-3)
	exact, ok := p.ExactAnswer()
	near(t, "the exact answer of the session", exact, why.ExactAnswer, 1e-9)
	near(t, "the answer of the trained line", why.Trained.W*x+why.Trained.B, why.Trained.Answer, 1e-3)
	near(t, "the answer of the model", p.Predict(x)[0], why.Trained.Answer, 1e-9)
	near(t, "the shares of the two directions", why.Directions[0].Share+why.Directions[1].Share, why.Difference(), 1e-3)
	near(t, "the last of the way", why.Way[len(why.Way)-1].By, why.Difference(), 1e-3)
	line, _ := e.LineOverX(p.Shown().Params)
	if !ok || line != why.Trained.Line {
		t.Errorf("the line is %v, explained as %v", line, why.Trained.Line)
	}
	said := p.Filled("{line}|{w}", experiment.FormatNumber, func(w, b float64) string { return experiment.FormatNumber(w) })
	of, w, _ := strings.Cut(said, "|")
	if of != experiment.FormatNumber(line.W) || w != experiment.FormatNumber(float64(p.Shown().Params[0])) {
		t.Errorf("an activity says %q, want the slope over x and the weight", said)
	}
}

// TestALineDrawnIsTheGuess: the chart's line is over x, the weights are what draws it.
func TestALineDrawnIsTheGuess(t *testing.T) {
	p := openLive(normalized)
	p.do(t, LineDrawn{experiment.Line{W: 2, B: -5}})
	for _, x := range []float64{-40, 0, 17} {
		near(t, "the first guess", p.PredictWith(p.Run.Timeline.First().Params, x)[0], 2*x-5, 1e-3)
	}
	w, _ := p.InitialLine()
	if scale := p.Experiment.Scale(); math.Abs(w.W-2*scale.Deviation) > 1e-4*scale.Deviation || w != *p.Experiment.Initial {
		t.Errorf("the weight is %v, want 2 deviations of %v", w.W, scale.Deviation)
	}
	// A weight that is typed is the neuron's own.
	p.do(t, SettingTyped{Key: "w", Text: "7"})
	if w, _ := p.InitialLine(); w.W != 7 {
		t.Errorf("a typed weight is %v, want 7", w.W)
	}
}

// TestAMovedPointMovesTheScale: the layer is adapted again, for all that is predicted.
func TestAMovedPointMovesTheScale(t *testing.T) {
	p := openLive("xs=1,2,3,4&ys=2,4,6,8&norm=1&w=1&b=0&epochs=1&lr=1e-9")
	p.do(t, TrainPressed{})
	near(t, "the answer at 4", p.Predict(4)[0], (4-2.5)/math.Sqrt(1.25), 1e-5)
	p.do(t, PointMoved{Row: p.Rows[3].ID, X: 8, Y: 8})
	near(t, "the answer at 4 of other points", p.Predict(4)[0], (4-3.5)/math.Sqrt(7.25), 1e-5)
}

// TestTheStepOfANormalizedModel: one step of plain descent, as worked out by hand.
func TestTheStepOfANormalizedModel(t *testing.T) {
	p := openLive("xs=1,3&ys=2,4&norm=1&w=0&b=0&lr=0.1&shuffle=0")
	p.do(t, StepTraceOpened{Open: true})
	trace, _, ok := p.StepShown()
	if !ok {
		t.Fatal("no step is shown")
	}
	// x′ = -1 and 1; the mean of 2·(0 - y)·x′ is -2, that of 2·(0 - y) is -6.
	near(t, "the slope of w", float64(trace.Gradient[0]), -2, 1e-6)
	near(t, "the slope of b", float64(trace.Gradient[1]), -6, 1e-6)
	near(t, "the next w", float64(trace.After[0]), 0.2, 1e-6)
	if got := trace.Layers[0].Inputs.Data; len(got) != 2 || got[0] != -1 || got[1] != 1 {
		t.Errorf("the neuron is fed with %v, want -1 and 1", got)
	}
	p.do(t, SettingTyped{Key: "norm", Text: "0"})
	if trace, _, ok := p.StepShown(); ok && trace.Layers[0].Inputs.Data[0] == -1 {
		t.Error("without the layer the step is the old one")
	}
}

// TestSummaryNamesTheLayer, with the parameters that Keras counts.
func TestSummaryNamesTheLayer(t *testing.T) {
	p := openLive(normalized)
	p.do(t, CodeTyped{Text: p.Code.Reading.Text() + "\nmodel.summary()\n"})
	p.do(t, TrainPressed{})
	all := ""
	for _, entry := range p.Console() {
		all += entry.Text + "\n"
	}
	for _, want := range []string{"│ normalization (Normalization)   │ (None, 1)              │             3 │", " Trainable params: 2 (8.00 B)", " Non-trainable params: 3 (16.00 B)"} {
		if !strings.Contains(all, want) {
			t.Errorf("the console has no %q:\n%s", want, all)
		}
	}
}

// TestRunsOfARaceNormalizeAlike: what is compared differs in its training alone.
func TestRunsOfARaceNormalizeAlike(t *testing.T) {
	p := openLive("example=celsius&lr=0.0001&epochs=20")
	p.do(t, TrainPressed{}, RunSaved{}, SettingTyped{Key: "norm", Text: "1"}, TrainPressed{})
	kept := p.SavedRuns[0]
	if !kept.Experiment.Normalize {
		t.Error("a saved run is fed with other numbers than the current one")
	}
	e := p.Experiment
	e.Optimizer = kept.Experiment.Optimizer
	if !kept.Experiment.SameTraining(e) {
		t.Errorf("the saved run trains %+v, want the current experiment at its own rate", kept.Experiment)
	}
}
