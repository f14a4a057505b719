package plane

import (
	"math"
	"testing"
)

func TestReadingAnswers(t *testing.T) {
	nan := float32(math.NaN())
	for _, test := range []struct {
		name    string
		reading Reading
		outputs []float32
		class   int
		sure    float64
	}{
		{"tanh", TwoClasses(-1, 1), []float32{0.5}, 1, 0.5},
		{"tanh, the other", TwoClasses(-1, 1), []float32{-0.25}, 0, 0.25},
		{"tanh, on the boundary", TwoClasses(-1, 1), []float32{0}, 0, 0},
		{"linear, far out", TwoClasses(-1, 1), []float32{7}, 1, 1},
		{"sigmoid", TwoClasses(0, 1), []float32{0.75}, 1, 0.5},
		{"sigmoid, the other", TwoClasses(0, 1), []float32{0.25}, 0, 0.5},
		{"no number", TwoClasses(0, 1), []float32{nan}, -1, 0},
		{"a number", Numbers(2), []float32{-1}, 0, 0.5},
		{"softmax", ManyClasses(3), []float32{0.25, 0.5, 0.25}, 1, 0.5},
		{"softmax, a draw", ManyClasses(3), []float32{0.375, 0.25, 0.375}, 0, 0},
		{"softmax, sure", ManyClasses(3), []float32{0, 0, 1}, 2, 1},
		{"logits below 0", ManyClasses(2), []float32{-3, -1}, 1, 1},
		{"softmax, no number", ManyClasses(3), []float32{1, nan, 0}, -1, 0},
	} {
		class, sure := test.reading.Answer(test.outputs)
		if class != test.class || sure != test.sure {
			t.Errorf("%s: Answer(%v) = %d, %v, want %d, %v", test.name, test.outputs, class, sure, test.class, test.sure)
		}
	}
}

func TestReadingOfLabels(t *testing.T) {
	for _, test := range []struct {
		reading Reading
		label   float64
		class   int
	}{
		{TwoClasses(-1, 1), -1, 0},
		{TwoClasses(-1, 1), 1, 1},
		{TwoClasses(0, 1), 0, 0},
		{TwoClasses(0, 1), 1, 1},
		{ManyClasses(3), 2, 2},
		{ManyClasses(3), 3, -1},
		{ManyClasses(3), 1.5, -1},
		{ManyClasses(3), -1, -1},
		{ManyClasses(3), math.NaN(), -1},
		{TwoClasses(0, 1), math.NaN(), -1},
		{Numbers(1), 1, -1},
	} {
		if got := test.reading.ClassOf(test.label); got != test.class {
			t.Errorf("%+v: ClassOf(%v) = %d, want %d", test.reading, test.label, got, test.class)
		}
		if test.class >= 0 {
			if got := test.reading.LabelOf(test.class); got != test.label {
				t.Errorf("%+v: LabelOf(%d) = %v, want %v", test.reading, test.class, got, test.label)
			}
		}
	}
}
