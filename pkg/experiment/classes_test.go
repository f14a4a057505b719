package experiment

import (
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// TestWhatOutputsAnswer: a single output is a class by the threshold that the labels and
// the loss ask for, several by the highest, and the answer is the output or the label.
func TestWhatOutputsAnswer(t *testing.T) {
	for _, test := range []struct {
		link    string
		outputs nn.Matrix
		classes []int
		answers []float64
	}{
		{"xs=1,2&x2=1,2&ys=0,1&classes=2&layers=1:sigmoid", nn.Column(0.25, 0.5, 0.75), []int{0, 0, 1}, []float64{0.25, 0.5, 0.75}},
		{"xs=1,2&x2=1,2&ys=-1,1&classes=2&layers=1:tanh", nn.Column(-0.25, 0, 0.25), []int{0, 0, 1}, []float64{-0.25, 0, 0.25}},
		{
			"xs=1,2&x2=1,2&ys=0,1&classes=2&layers=1&loss=binary_crossentropy&from_logits=1",
			nn.Column(-0.25, 0, 0.25),
			[]int{0, 0, 1},
			[]float64{-0.25, 0, 0.25},
		},
		{
			"xs=1,2,3&x2=1,2,3&ys=0,1,2&classes=3&layers=3:softmax",
			nn.Matrix{Rows: 3, Cols: 3, Data: []float32{0.5, 0.25, 0.25, 0.25, 0.375, 0.375, 0.125, 0.125, 0.75}},
			[]int{0, 1, 2},
			[]float64{0, 1, 2},
		},
	} {
		e, problems := Decode(test.link)
		if len(problems) > 0 {
			t.Fatalf("%s: %v", test.link, problems)
		}
		if got := e.ClassesOf(test.outputs); !slices.Equal(got, test.classes) {
			t.Errorf("%s: the classes of %v are %v, want %v", test.link, test.outputs.Data, got, test.classes)
		}
		if got := e.AnswersOf(test.outputs); !slices.Equal(got, test.answers) {
			t.Errorf("%s: the answers of %v are %v, want %v", test.link, test.outputs.Data, got, test.answers)
		}
	}
}

// BenchmarkClassesOf reads the classes of as many points as there can be, whose labels
// are 0 and 1.
func BenchmarkClassesOf(b *testing.B) {
	e := Default()
	e.Points = make([]Point, MaxPoints)
	for i := range e.Points {
		e.Points[i].Y = float64(i % 2)
	}
	e = e.WithPoints(e.Points, 2).WithClasses(2)
	outputs := nn.NewMatrix(MaxPoints, 1)
	for b.Loop() {
		e.ClassesOf(outputs)
	}
}
