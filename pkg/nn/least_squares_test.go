package nn_test

import (
	"fmt"
	"math"
	"testing"

	"firstneuron/pkg/nn"
)

func TestLeastSquares(t *testing.T) {
	x, y := plane(30)
	labels := nn.NewMatrix(30, 1)
	for i := range labels.Data {
		labels.Data[i] = y.Row(i)[0] // a + 2b
	}
	l, err := nn.AnalyzeLeastSquares(x, labels)
	if err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "solution", l.Solution, []float64{1, 2, 0}, 1e-5, 1e-6)
	for k, part := range l.ModeErrors([]float64{1, 2, 0}) {
		if math.Abs(part) > 1e-6 {
			t.Errorf("the solution is %v away along mode %d, want 0", part, k)
		}
	}
	// One epoch of gradient descent shrinks each mode by 1 − rate·λ.
	model := compiled(t, 0.3, nn.NewDense(1, nn.InputShape(2)))
	before := l.ModeErrors(wide(model.AppendParams(nil)))
	if _, err := model.TrainOnBatch(x, labels); err != nil {
		t.Fatal(err)
	}
	for k, after := range l.ModeErrors(wide(model.AppendParams(nil))) {
		wantNear(t, "a mode after an epoch", after, number(before[k]*(1-0.3*l.Eigenvalues[k])), 1e-4, 1e-6)
	}
	if !math.IsInf(l.EpochsToReduce(0, 2*l.LargestStableRate(), 0.1), 1) || l.EpochsToReduce(0, 1/l.Eigenvalues[0], 0.1) != 1 {
		t.Error("Epochs above the stable rate and at the best one: want infinity and 1")
	}
	flat, err := nn.AnalyzeLeastSquares(nn.Column(2, 2), nn.Column(4, 6))
	if err != nil || math.Abs(flat.Loss-1) > 1e-9 || flat.Unique() {
		t.Errorf("the same x twice: %+v, %v; want the shortest weights through the mean", flat, err)
	}
	wantAllNear(t, "the shortest weights through the mean", flat.Solution, []float64{2, 1}, 1e-9, 1e-9)
	// The only mode that shrinks is gone after one epoch at 1/λ, λ = 2(2² + 1).
	if got := flat.FastestRate(); math.Abs(got-0.1) > 1e-9 {
		t.Errorf("the fastest rate for the same x twice = %v, want 0.1", got)
	}
	for _, bad := range [][2]nn.Matrix{{nn.Column(1), nn.Column(1, 2)}, {nn.Matrix{}, nn.Matrix{}}, {nn.Column(1), nn.NewMatrix(1, 2)}} {
		if _, err := nn.AnalyzeLeastSquares(bad[0], bad[1]); err == nil {
			t.Errorf("AnalyzeLeastSquares(%v, %v) = nil, want an error", bad[0], bad[1])
		}
	}
}

// TestLeastSquaresOfCloseXs is the line through y = x − 1999 at x = 2000, 2001,
// 2002, and further off, whose Hessian is singular to within rounding.
func TestLeastSquaresOfCloseXs(t *testing.T) {
	for _, from := range []float32{-1, 2000, 1e6} {
		l, err := nn.AnalyzeLeastSquares(nn.Column(from, from+1, from+2), nn.Column(1, 2, 3))
		if err != nil || !l.Unique() {
			t.Fatalf("x from %v: %+v, %v; want one solution", from, l, err)
		}
		mean := float64(from) + 1
		wantAllNear(t, "solution", l.Solution, []float64{1, 2 - mean}, 1e-9, 1e-9)
		// The determinant of the Hessian is 4 times the variance of x.
		wantNear(t, "product of the eigenvalues", l.Eigenvalues[0]*l.Eigenvalues[1], 4*2.0/3, 1e-6, 0)
	}
}

func wide(values []float32) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = float64(v)
	}
	return all
}

func ExampleAnalyzeLeastSquares() {
	l, err := nn.AnalyzeLeastSquares(nn.Column(-1, 0, 1, 2, 3, 4), nn.Column(-3, -1, 1, 3, 5, 7))
	if err != nil {
		panic(err)
	}
	fmt.Printf("eigenvalues %.3f and %.5f\n", l.Eigenvalues[0], l.Eigenvalues[1])
	fmt.Printf("largest stable rate %.6f, fastest %.5f\n", l.LargestStableRate(), l.FastestRate())
	fmt.Printf("the best line is y = %.0fx %.0f\n", l.Solution[0], l.Solution[1])
	fmt.Printf("at 0.01 the slow mode takes %.0f epochs to 1 %%\n", l.EpochsToReduce(1, 0.01, 0.01))
	// Output:
	// eigenvalues 11.301 and 1.03236
	// largest stable rate 0.176976, fastest 0.16216
	// the best line is y = 2x -1
	// at 0.01 the slow mode takes 444 epochs to 1 %
}
