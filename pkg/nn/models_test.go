package nn_test

import (
	"math/rand/v2"
	"testing"

	"firstneuron/pkg/nn"
)

var (
	lessonX = nn.Column(-1, 0, 1, 2, 3, 4)
	lessonY = nn.Column(-3, -1, 1, 3, 5, 7)
)

// compiled returns a model with the lesson's optimizer and loss.
func compiled(t testing.TB, rate float64, layers ...nn.Layer) *nn.Sequential {
	t.Helper()
	model := nn.NewSequential(layers...)
	if err := model.Compile(nn.NewSGD(rate), nn.MeanSquaredError); err != nil {
		t.Fatalf("Compile(%v) error = %v, want nil", model, err)
	}
	return model
}

// neuron is the lesson's model.
func neuron(t testing.TB, w, b float32) *nn.Sequential {
	t.Helper()
	model := compiled(t, 0.01, nn.NewDense(1, nn.InputShape(1)))
	if err := model.SetParams([]float32{w, b}); err != nil {
		t.Fatal(err)
	}
	return model
}

// net is a model of two layers on two features.
func net(t testing.TB) *nn.Sequential {
	return compiled(t, 0.05, nn.NewDense(3, nn.InputShape(2)), nn.NewDense(2))
}

// plane is random data for net.
func plane(rows int) (x, y nn.Matrix) {
	r := rand.New(rand.NewPCG(1, 2))
	x, y = nn.NewMatrix(rows, 2), nn.NewMatrix(rows, 2)
	for i := range rows {
		a, b := r.Float32()-0.5, r.Float32()-0.5
		copy(x.Row(i), []float32{a, b})
		copy(y.Row(i), []float32{a + 2*b, a - b + 1})
	}
	return x, y
}
