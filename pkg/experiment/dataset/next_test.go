package dataset

import (
	"slices"
	"strings"
	"testing"
)

func TestNextSeeds(t *testing.T) {
	for seed, want := range map[string]string{
		"1": "2", "9": "10", "0.97800": "0.97801", "0.97999": "0.98000", "0.99": "0.100", "": "2", "a": "a2", "a2": "a3", "씨앗9": "씨앗10",
		strings.Repeat("9", MaxSeed): "1", strings.Repeat("x", MaxSeed): "1",
	} {
		if got := nextSeed(seed); got != want {
			t.Errorf("after the seed %q comes %q, want %q", seed, got, want)
		}
	}
}

// TestNextPointsAreOthers: each recipe's next one can be drawn and has other points.
func TestNextPointsAreOthers(t *testing.T) {
	for _, set := range Sets() {
		r := Of(set, "1", 10)
		points, _ := r.Draw()
		next, _ := r.Next().Draw()
		if len(next) != len(points) || slices.Equal(next, points) {
			t.Errorf("%s: %d points with the next seed, equal %v; want %d others", set.Name, len(next), slices.Equal(next, points), len(points))
		}
	}
}
