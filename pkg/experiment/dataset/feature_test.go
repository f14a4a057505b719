package dataset

import (
	"math"
	"slices"
	"testing"
)

func TestFeatures(t *testing.T) {
	const x1, x2 = 1.5, -2.25
	want := []float64{1.5, -2.25, 2.25, 5.0625, -3.375, math.Sin(1.5), math.Sin(-2.25), math.Cos(1.5), math.Cos(-2.25)}
	got := AppendInputs(nil, Features(), x1, x2)
	if len(got) != len(want) {
		t.Fatalf("AppendInputs gives %d columns, want %d", len(got), len(want))
	}
	for i, f := range Features() {
		if math.Abs(got[i]-want[i]) > 1e-15 {
			t.Errorf("%s of (%v, %v) = %v, want %v", f.Name, x1, x2, got[i], want[i])
		}
		if found, ok := FeatureNamed(f.Name); !ok || found.Label != f.Label {
			t.Errorf("FeatureNamed(%q) = %q, %v", f.Name, found.Label, ok)
		}
	}
	if _, ok := FeatureNamed("x3"); ok {
		t.Error("FeatureNamed finds x3")
	}
	var fed []string
	for _, f := range Features() {
		if f.Fed {
			fed = append(fed, f.Playground)
		}
	}
	if want := []string{"x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY"}; !slices.Equal(fed, want) {
		t.Errorf("the Playground is fed with %v, want %v", fed, want)
	}
}
