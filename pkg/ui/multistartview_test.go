package ui

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestStartsVoteForClasses: classes are counted, and have no median.
func TestStartsVoteForClasses(t *testing.T) {
	v := &multiStartView{Lang: "en", Predictions: []float64{0, 0, 0, 2, 2, math.NaN()}, Place: "(0; 1)", Classes: 3}
	counts, span := v.histogram()
	if want := []int{3, 0, 2}; !slices.Equal(counts, want) || span.Min != -0.5 || span.Max != 2.5 {
		t.Errorf("the votes are %v from %v to %v, want %v around 0, 1 and 2", counts, span.Min, span.Max, want)
	}
	if got, want := v.summary(), "At x = (0; 1) 3 of 5 say 0, 0 of 5 say 1, 2 of 5 say 2."; got != want {
		t.Errorf("the summary is %q, want %q", got, want)
	}
	v.Render()
}

// TestStartsThatAnswerBeyondAllNumbers: they have no place on an axis, and are
// told apart from those that have.
func TestStartsThatAnswerBeyondAllNumbers(t *testing.T) {
	for _, test := range []struct {
		predictions []float64
		drawn       int
		summary     string
	}{
		{[]float64{math.NaN(), math.Inf(-1), -1e38, 1, 3e38, math.Inf(1)}, 3, "3 starts predict between −1.00000e+38 and 3.00000e+38 at x = 1000, " +
			"the median is 1.00000. 3 starts answer with no finite number at x = 1000."},
		{[]float64{math.Inf(1), math.Inf(1)}, 0, "2 starts answer with no finite number at x = 1000."},
		{[]float64{18, 19, 20}, 3, "3 starts predict between 18.0000 and 20.0000 at x = 1000, the median is 19.0000."},
		{nil, 0, "No start has ended with finite weights yet."},
	} {
		v := &multiStartView{Lang: "en", Predictions: test.predictions, Place: "1000"}
		counts, span := v.histogram()
		drawn := 0
		for _, n := range counts {
			drawn += n
		}
		if drawn != test.drawn || math.IsInf(span.Max-span.Min, 0) || !(span.Max > span.Min) {
			t.Errorf("of %v the histogram shows %d from %v to %v, want %d", test.predictions, drawn, span.Min, span.Max, test.drawn)
		}
		if got := v.summary(); strings.ReplaceAll(got, "\n", " ") != test.summary {
			t.Errorf("of %v the summary is %q, want %q", test.predictions, got, test.summary)
		}
		v.Render() // which draws the bars
	}
}
