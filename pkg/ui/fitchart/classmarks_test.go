package fitchart

import (
	"math"
	"slices"
	"testing"
)

// TestNumbersThatWouldTouchLieApart, and the others where they were.
func TestNumbersThatWouldTouchLieApart(t *testing.T) {
	for _, c := range []struct{ heights, want []float64 }{
		{nil, nil},
		{[]float64{10}, []float64{10}},
		{[]float64{10, 40}, []float64{10, 40}},
		{[]float64{10, 10}, []float64{0, 20}},
		{[]float64{100, 106, 112, 300}, []float64{86, 106, 126, 300}},
		{[]float64{0, 30, 31}, []float64{0, 20.5, 40.5}},
		{[]float64{0, 25, 26, 27}, []float64{-10.5, 9.5, 29.5, 49.5}},
	} {
		got := spread(c.heights, 20)
		near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
		if !slices.EqualFunc(got, c.want, near) {
			t.Errorf("%v becomes %v, want %v", c.heights, got, c.want)
		}
		for i := 1; i < len(got); i++ {
			if got[i]-got[i-1] < 20-1e-9 {
				t.Errorf("%v: %v and %v touch", c.heights, got[i-1], got[i])
			}
		}
	}
}
