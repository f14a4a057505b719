package session

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestTheNormalizationIsThatOfThePoints: what is kept beside the model follows the points,
// and what is fed is what the experiment says.
func TestTheNormalizationIsThatOfThePoints(t *testing.T) {
	p := openLive("xs=1,2,3,4&ys=1,2,3,4&norm=1")
	check := func(when string, mean float64) {
		t.Helper()
		if got := p.Scale(); got != p.Experiment.Scale() || got.Mean != mean {
			t.Errorf("%s: x is normalized by %v, want the mean %v", when, got, mean)
		}
		asked := experiment.Places(1, 7)
		if got, want := p.derived().predictor.matrix(asked...), p.Experiment.Matrix(asked...); !slices.Equal(got.Data, want.Data) {
			t.Errorf("%s: the model is fed with %v, want %v", when, got.Data, want.Data)
		}
	}
	check("at first", 2.5)
	kept := p.derived().predictor
	p.do(t, SettingTyped{Key: "epochs", Text: "7"}, TrainPressed{})
	if check("trained", 2.5); p.derived().predictor != kept {
		t.Error("the normalization is found again for the same points")
	}
	p.do(t, PointTyped{Row: 1, Axis: X, Text: "5"})
	check("with another point", 3.5)
	p.do(t, SettingTyped{Key: experiment.NormalizeKey, Text: "0"})
	if check("without it", 0); p.NormalizedColumns() != nil {
		t.Error("columns are told of that are not normalized")
	}
}

// BenchmarkNormalizedAnswers asks a model of two inputs, whose points are normalized, for
// one place, as every frame of a training does.
func BenchmarkNormalizedAnswers(b *testing.B) {
	s := New("set=spiral:3:10:500&features=x1,x2,sinx1,sinx2&layers=4:tanh,1:sigmoid&norm=1")
	for b.Loop() {
		s.Predict(1)
	}
}
