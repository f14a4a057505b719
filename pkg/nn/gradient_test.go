package nn_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestGradientsAreDifferences compares every gradient with the central
// difference of the loss, for each activation with each loss, with and without
// regularizers. Not one may miss: where the loss bends beside a weight, the
// difference is no derivative, and other weights are drawn.
func TestGradientsAreDifferences(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, activation := range nn.Activations().Entries() {
		for _, loss := range nn.Losses().Entries() {
			for _, regularized := range []bool{false, true} {
				smooth := false
				for range 50 {
					if smooth = checkGradient(t, r, activation.Name, loss, regularized); smooth {
						break
					}
				}
				if !smooth {
					t.Errorf("%s, %s, regularized %v: the loss bends beside each of 50 draws of weights", activation.Name, loss.Name, regularized)
				}
			}
		}
	}
}

// checkGradient compares the gradients of one draw, unless the loss bends
// within a step of a weight: smooth is false then. That is told from the loss
// alone, so that a wrong gradient cannot pass for a bend.
func checkGradient(t *testing.T, r *rand.Rand, activation string, loss nn.Entry, regularized bool) (smooth bool) {
	t.Helper()
	a, err := nn.ActivationByName(activation)
	if err != nil {
		t.Fatal(err)
	}
	l, err := nn.LossByName(loss.Name)
	if err != nil {
		t.Fatal(err)
	}
	const rows, features, units = 5, 3, 3
	hidden := nn.NewDense(4, nn.InputShape(features), nn.WithActivation(a))
	// Outputs between 0 and 1 suit every loss: some take their logarithms.
	output := nn.NewDense(units, nn.WithActivation(nn.Sigmoid))
	if loss.Labels == nn.AnyLabels && !strings.Contains(loss.Name, "crossentropy") && loss.Name != "kl_divergence" {
		output.Activation = nn.Linear
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
	if loss.Name == "categorical_crossentropy" { // of whose logits the gradient is for labels that add up to 1
		for i := range rows {
			row := y.Row(i)
			sum := row[0] + row[1] + row[2]
			for j := range row {
				row[j] /= sum
			}
		}
	}
	if loss.Name == "sparse_categorical_crossentropy" {
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
	// A step of 1/512 leaves float32 three digits of the difference. Where the
	// loss is smooth, the differences to both sides differ by the step times
	// its curvature; a bend sets them apart by the jump of its slope, of which
	// the central difference misses up to a half.
	const step, tolerance = 1.0 / 512, 5e-3
	here := lossAt(params)
	differences := make([]float64, len(params))
	for i := range params {
		moved := slices.Clone(params)
		moved[i] += step
		up := (lossAt(moved) - here) / step
		moved[i] -= 2 * step
		down := (here - lossAt(moved)) / step
		differences[i] = (up + down) / 2
		if math.Abs(up-down) > 1.5*tolerance*(1+math.Abs(differences[i])) {
			return false
		}
	}
	lossAt(params)
	_, gradient := nn.GradientOf(model, x, y)
	for i, want := range differences {
		if math.Abs(want-float64(gradient[i])) > tolerance*(1+math.Abs(want)) {
			t.Errorf("%s, %s, regularized %v: gradient %d is %v, the difference of the loss %v", activation, loss.Name, regularized, i, gradient[i], want)
		}
	}
	return true
}
