package ui

import (
	"math"
	"testing"

	"firstneuron/pkg/session"
)

// TestVerdictCountsThePoints: every point stands once in the confusion, those on its
// diagonal are the accuracy of all; one input has no verdict.
func TestVerdictCountsThePoints(t *testing.T) {
	for _, link := range []string{"set=rings:1:10:90&layers=4:tanh,3", "set=circle:0.97800:0:80&layers=1:tanh&validation=0.5"} {
		s := session.New(link)
		v := newVerdict("en", s)
		all, right := 0, 0
		for class, row := range v.Confusion {
			for answer, count := range row {
				all += count
				if answer == class {
					right += count
				}
			}
		}
		tests := s.Experiment.ValidationPoints()
		want := v.Accuracy * float64(all-tests)
		if tests > 0 {
			want += v.TestAccuracy * float64(tests)
		}
		if all != len(s.Experiment.Points) || math.Abs(float64(right)-want) > 1e-6 {
			t.Errorf("%s: of %d points %d are right in the confusion, by accuracy %v", link, all, right, want)
		}
		if v.Tests != (tests > 0) || v.Known != v.Tests {
			t.Errorf("%s: the test loss is known: %v, shown: %v", link, v.Known, v.Tests)
		}
	}
	if v := newVerdict("en", session.New("validation=0.5")); v.Tests || v.Known || len(v.Labels) > 0 || len(v.Confusion) > 0 {
		t.Errorf("one input has the verdict %+v", v)
	}
}

func TestPercentIsNeverRoundedUpToAll(t *testing.T) {
	for part, want := range map[float64]string{0: "0", 0.5: "50", 0.9996: "99.9", 1: "100", 0.1234: "12.3", math.NaN(): "–"} {
		if got := percent(part); got != want {
			t.Errorf("percent(%v) = %q, want %q", part, got, want)
		}
	}
}
