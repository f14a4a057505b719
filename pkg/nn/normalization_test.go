package nn_test

import (
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// TestAdapt finds mean and variance over rows, of each feature or of all together, in
// a layer of no model and of one.
func TestAdapt(t *testing.T) {
	x := nn.Matrix{Rows: 4, Cols: 2, Data: []float32{1, 10, 2, 10, 3, 14, 6, 14}}
	for _, together := range []bool{false, true} {
		mean, variance := []float32{3, 12}, []float32{3.5, 4}
		if together {
			mean, variance = []float32{7.5}, []float32{24}
		}
		for _, first := range []bool{true, false} {
			layer := nn.NewNormalization()
			layer.Together, layer.Inputs = together, 2
			adapt := func() {
				if err := layer.Adapt(x); err != nil {
					t.Fatal(err)
				}
			}
			if first {
				adapt()
			}
			model := nn.NewSequential(layer)
			if !first {
				adapt()
			}
			if got := model.Weights(); !slices.Equal(got[0], mean) || !slices.Equal(got[1], variance) {
				t.Errorf("together %v: mean and variance are %v, want %v and %v", together, got, mean, variance)
			}
		}
	}
}
