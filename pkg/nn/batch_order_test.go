package nn_test

import (
	"testing"

	"firstneuron/pkg/nn"

	"pgregory.net/rapid"
)

// TestOrderOfABatchChangesNothing permutes the rows of a full batch.
func TestOrderOfABatchChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(2, 12).Draw(t, "rows")
		x, y := nn.NewMatrix(rows, 2), nn.NewMatrix(rows, 2)
		value := rapid.Float32Range(-2, 2)
		for i := range x.Data {
			x.Data[i], y.Data[i] = value.Draw(t, "x"), value.Draw(t, "y")
		}
		order := rapid.Permutation(seq(rows)).Draw(t, "order")
		px, py := nn.NewMatrix(rows, 2), nn.NewMatrix(rows, 2)
		for i, j := range order {
			copy(px.Row(i), x.Row(j))
			copy(py.Row(i), y.Row(j))
		}
		one := nn.NewSequential(nn.NewDense(4, nn.InputShape(2), nn.WithActivation(nn.Tanh)), nn.NewDense(2))
		if err := one.Compile(nn.NewSGD(0.05), nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		start := one.AppendParams(nil)
		var ends [][]float32
		for _, data := range [][2]nn.Matrix{{x, y}, {px, py}} {
			if err := one.SetParams(start); err != nil {
				t.Fatal(err)
			}
			for range 5 {
				if _, err := one.TrainOnBatch(data[0], data[1]); err != nil {
					t.Fatal(err)
				}
			}
			ends = append(ends, one.AppendParams(nil))
		}
		for i := range ends[0] {
			if !near(float64(ends[0][i]), float64(ends[1][i]), 1e-4, 1e-5) {
				t.Fatalf("weight %d is %v in one order, %v in another", i, ends[0][i], ends[1][i])
			}
		}
	})
}

func seq(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}
