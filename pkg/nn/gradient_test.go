package nn_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"firstneuron/pkg/nn"

	"pgregory.net/rapid"
)

// TestGradientsAreDifferences compares every gradient with the central
// difference of the loss, for each activation with each loss, with and without
// regularizers. Float32 leaves a difference about three digits.
func TestGradientsAreDifferences(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, activation := range nn.Activations().Names() {
		for _, loss := range nn.Losses().Names() {
			for _, regularized := range []bool{false, true} {
				// A weight may stand where an activation or |e| bends: then
				// another draw decides. A wrong derivative is wrong in all.
				wrong := ""
				for range 4 {
					if wrong = checkGradient(t, r, activation, loss, regularized); wrong == "" {
						break
					}
				}
				if wrong != "" {
					t.Error(wrong)
				}
			}
		}
	}
}

func checkGradient(t *testing.T, r *rand.Rand, activation, loss string, regularized bool) string {
	t.Helper()
	a, err := nn.ActivationByName(activation)
	if err != nil {
		t.Fatal(err)
	}
	l, err := nn.LossByName(loss)
	if err != nil {
		t.Fatal(err)
	}
	const rows, features, units = 5, 3, 3
	hidden := nn.NewDense(4, nn.InputShape(features), nn.WithActivation(a))
	output := nn.NewDense(units)
	switch loss {
	case "binary_crossentropy", "bce", "categorical_crossentropy", "sparse_categorical_crossentropy", "kl_divergence", "kld", "poisson",
		"mean_squared_logarithmic_error", "msle":
		output.Activation = nn.Sigmoid // these want outputs above 0
	}
	if regularized {
		hidden.KernelRegularizer, hidden.BiasRegularizer = nn.L1L2(0.02, 0.03), nn.L2(0.05)
		output.ActivityRegularizer = nn.L1L2(0.01, 0.02)
	}
	model := nn.NewSequential(hidden, nn.NewActivation(nn.Tanh), output)
	if err := model.Compile(nn.NewSGD(0.1), l); err != nil {
		t.Fatal(err)
	}
	x, y := nn.NewMatrix(rows, features), nn.NewMatrix(rows, units)
	for i := range x.Data {
		x.Data[i] = float32(r.Float64()*2 - 1)
	}
	for i := range y.Data {
		y.Data[i] = float32(0.2 + 0.6*r.Float64())
	}
	if loss == "sparse_categorical_crossentropy" {
		y = nn.Column(0, 1, 2, 1, 0)
	}
	params := make([]float32, model.ParamCount())
	for i := range params {
		params[i] = float32(r.Float64()*1.2 - 0.6)
	}
	lossAt := func(params []float32) float64 {
		if err := model.SetParams(params); err != nil {
			t.Fatal(err)
		}
		value, _ := nn.GradientOf(model, x, y)
		return value
	}
	lossAt(params)
	_, gradient := nn.GradientOf(model, x, y)
	wrong := 0
	for i := range params {
		const step = 1.0 / 128
		moved := slices.Clone(params)
		moved[i] += step
		up := lossAt(moved)
		moved[i] -= 2 * step
		down := lossAt(moved)
		difference := (up - down) / (2 * step)
		if math.Abs(difference-float64(gradient[i])) > 4e-3*(1+math.Abs(difference)) {
			wrong++
		}
	}
	if allowed := len(params) / 6; wrong > allowed {
		return fmt.Sprintf("%s, %s, regularized %v: %d of %d gradients are not the difference of the loss, want at most %d", activation, loss, regularized, wrong, len(params), allowed)
	}
	return ""
}

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

func TestDropoutKeepsTheMean(t *testing.T) {
	model := nn.NewSequential(nn.NewInput(1000), nn.NewDropout(0.3))
	if err := model.Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	x := nn.NewMatrix(20, 1000)
	for i := range x.Data {
		x.Data[i] = 1
	}
	outputs, err := model.Predict(x)
	if err != nil || !slices.Equal(outputs.Data, x.Data) {
		t.Errorf("Predict drops something, error %v", err)
	}
	trace, err := model.TraceOnBatch(x, x)
	if err != nil {
		t.Fatal(err)
	}
	dropped, sum := 0, 0.0
	for _, v := range trace.Layers[1].Outputs.Data {
		if v == 0 {
			dropped++
		} else if math.Abs(float64(v)-1/0.7) > 1e-6 {
			t.Fatalf("a value of 1 becomes %v, want 0 or %v", v, 1/0.7)
		}
		sum += float64(v)
	}
	if part := float64(dropped) / 20000; math.Abs(part-0.3) > 0.02 || math.Abs(sum/20000-1) > 0.03 {
		t.Errorf("%v dropped, mean %v; want 0.3, 1", part, sum/20000)
	}
	for _, rate := range []float64{-0.1, 1, math.NaN()} {
		if err := nn.NewSequential(nn.NewInput(1), nn.NewDropout(rate)).Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err == nil {
			t.Errorf("Dropout(%v) = nil, want an error", rate)
		}
	}
	// It also learns: the gradient goes through the mask.
	x, y := plane(40)
	net := nn.NewSequential(nn.NewDense(16, nn.InputShape(2), nn.WithActivation(nn.ReLU)), nn.NewDropout(0.2), nn.NewDense(2))
	if err := net.Compile(nn.NewAdam(0.01), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	before, _ := net.Evaluate(x, y)
	for range 100 {
		if _, err := net.TrainOnBatch(x, y); err != nil {
			t.Fatal(err)
		}
	}
	if after, _ := net.Evaluate(x, y); after.Get("loss") > before.Get("loss")/2 {
		t.Errorf("loss %v after 100 steps, %v before; want less than half", after.Get("loss"), before.Get("loss"))
	}
}

func TestOrthogonalIsOrthogonal(t *testing.T) {
	for _, shape := range [][]int{{4, 7}, {7, 4}, {5, 5}, {6}} {
		size := 1
		for _, d := range shape {
			size *= d
		}
		values := make([]float32, size)
		o := nn.NewOrthogonal()
		o.Gain = 2
		o.Fill(rand.New(rand.NewPCG(1, 2)), values, shape)
		rows, cols := 1, size
		if len(shape) == 2 {
			rows, cols = shape[0], shape[1]
		}
		at := func(k, i int) float64 { // component i of vector k
			if rows <= cols {
				return float64(values[k*cols+i])
			}
			return float64(values[i*cols+k])
		}
		for a := range min(rows, cols) {
			for b := range a + 1 {
				sum := 0.0
				for i := range max(rows, cols) {
					sum += at(a, i) * at(b, i)
				}
				want := 0.0
				if a == b {
					want = 4
				}
				if math.Abs(sum-want) > 1e-5 {
					t.Errorf("%v: vectors %d and %d have the product %v, want %v", shape, a, b, sum, want)
				}
			}
		}
	}
}

func ExampleAnalyzeLeastSquares() {
	l, err := nn.AnalyzeLeastSquares(nn.Column(-1, 0, 1, 2, 3, 4), nn.Column(-3, -1, 1, 3, 5, 7))
	if err != nil {
		panic(err)
	}
	fmt.Printf("eigenvalues %.3f and %.5f\n", l.Eigenvalues[0], l.Eigenvalues[1])
	fmt.Printf("largest stable rate %.6f, fastest %.5f\n", l.LargestStableRate(), l.FastestRate())
	fmt.Printf("the best line is y = %.0fx %.0f\n", l.Solution[0], l.Solution[1])
	fmt.Printf("at 0.01 the slow mode takes %.0f epochs to 1 %%\n", l.Epochs(1, 0.01, 0.01))
	// Output:
	// eigenvalues 11.301 and 1.03236
	// largest stable rate 0.176976, fastest 0.16216
	// the best line is y = 2x -1
	// at 0.01 the slow mode takes 444 epochs to 1 %
}
