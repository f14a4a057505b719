package session

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

func TestExplanationOfDataTooLongForALink(t *testing.T) {
	p := open("epochs=5")
	p.do(t, PasteTyped{manyPoints(experiment.MaxPoints)}, PasteUsed{}, SettingTyped{Key: "predict", Text: "10"}, TrainPressed{}, WhyOpened{true})
	if p.Unlinked == nil || p.DataProblem() != p.Unlinked {
		t.Fatalf("the data's problem is %v, the link's %v; want the link's", p.DataProblem(), p.Unlinked)
	}
	e, ok := p.Explain()
	if !ok {
		t.Fatal("5,000 points are not explained")
	}
	if exact, ok := p.ExactAnswer(); !ok || exact != e.ExactAnswer {
		t.Errorf("the exact answer is %v, %v; want %v as explained", exact, ok, e.ExactAnswer)
	}
	near(t, "exact answer", e.ExactAnswer, 19, 0.1)
}

func TestOneXHasNoExactAnswer(t *testing.T) {
	for _, xs := range []string{"1,1,1", "0.1,0.1,0.1,0.1,0.1,0.1"} {
		p := open("w=0&b=0&xs=" + xs + "&ys=" + "1,2,3,1,2,3"[:2*strings.Count(xs, ",")+1])
		p.do(t, TrainPressed{}, WhyOpened{true})
		if e, ok := p.Explain(); ok {
			t.Errorf("x = %s is explained, with an exact answer of %v", xs, e.ExactAnswer)
		}
		if exact, ok := p.ExactAnswer(); ok || !p.Undecided() {
			t.Errorf("x = %s has the exact answer %v, want it undecided", xs, exact)
		}
		// At the fastest rate the loss comes to its least, 2/3, at once.
		limit, _ := p.Experiment.RateLimit()
		p.do(t, SettingTyped{Key: "lr", Text: experiment.FormatNumber(limit.Fastest)}, TrainPressed{})
		near(t, "loss at the fastest rate", p.Run.Timeline.Last().Loss, 2.0/3, 1e-5)
	}
}

// TestStandardNoiseIsADecimal: 0.6, and not 0.6000000000000001.
func TestStandardNoiseIsADecimal(t *testing.T) {
	for span, want := range map[float64]float64{12: 0.6, 14: 0.7, 6: 0.3, 0: 0.1, 2e-7: 1e-8, 1900: 100} {
		if got := StandardNoise(span); got != want {
			t.Errorf("StandardNoise(%v) = %v, want %v", span, got, want)
		}
	}
}
