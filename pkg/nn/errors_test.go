package nn_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

func TestErrorsSayWhatWasExpectedAndReceived(t *testing.T) {
	ctx := context.Background()
	model := neuron(t, 1, 2)
	fit := func(x, y nn.Matrix, config nn.FitConfig) error {
		_, err := model.Fit(ctx, x, y, config)
		return err
	}
	compile := func(layers ...nn.Layer) error {
		return nn.NewSequential(layers...).Compile(nn.NewSGD(0.01), nn.MeanSquaredError)
	}
	ragged := func() error {
		_, err := nn.FromRows([][]float32{{1}, {1, 2}})
		return err
	}
	uncompiled := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	predict := func(m *nn.Sequential, x nn.Matrix) error {
		_, err := m.Predict(x)
		return err
	}
	evaluate := func(m *nn.Sequential, x, y nn.Matrix) error {
		_, err := m.Evaluate(x, y)
		return err
	}
	onBatch := func(m *nn.Sequential, x, y nn.Matrix) error {
		_, err := m.TrainOnBatch(x, y)
		return err
	}
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	one := nn.Column(1)
	for _, c := range []struct {
		err  error
		want string
	}{
		{fit(lessonX, nn.Column(1, 2, 3, 4, 5), nn.FitConfig{}), "y has 5 rows, x has 6"},
		{fit(nn.NewMatrix(6, 2), lessonY, nn.FitConfig{}), "x has shape [6, 2], the model wants [rows, 1]"},
		{fit(lessonX, nn.NewMatrix(6, 3), nn.FitConfig{}), "y has shape [6, 3], the model wants [rows, 1]"},
		{fit(nn.Matrix{}, nn.Matrix{}, nn.FitConfig{}), "x has no rows"},
		{fit(nn.Column(nan), one, nn.FitConfig{}), "x has NaN in row 0, column 0"},
		{fit(one, nn.Column(inf), nn.FitConfig{}), "y has +Inf in row 0"},
		{fit(nn.Matrix{Rows: 2, Cols: 1, Data: []float32{1}}, lessonY, nn.FitConfig{}), "x has 1 values, but 2 rows of 1 columns hold 2"},
		{fit(one, one, nn.FitConfig{Epochs: -1}), "epochs is -1; give at least 1"},
		{fit(one, one, nn.FitConfig{InitialEpoch: -1}), "initial epoch is -1"},
		{fit(one, one, nn.FitConfig{BatchSize: -1}), "batch size is -1"},
		{fit(one, one, nn.FitConfig{Callbacks: []nn.Callback{nil}}), "callback 0 is nil"},
		{compile(), "no layers"},
		{compile(nil), "layer 0 is nil"},
		{compile(nn.NewDense(1)), "does not say its input shape"},
		{compile(nn.NewDense(0, nn.InputShape(1))), "units is 0; give at least 1"},
		{compile(nn.NewDense(1, nn.InputShape(-1))), "input shape is -1"},
		{compile(nn.NewDense(1, nn.InputShape(1)), nn.NewDense(1, nn.InputShape(2))), "input shape is 2, but the layer before has 1 outputs"},
		{compile(&nn.Dense{LayerSettings: nn.LayerSettings{Inputs: 1}, Units: 1}), "is nil; make the layer with NewDense"},
		{uncompiled.Compile(nil, nn.MeanSquaredError), "the optimizer is nil"},
		{uncompiled.Compile(nn.NewSGD(1), nil), "the loss is nil"},
		{uncompiled.Compile(nn.NewSGD(math.NaN()), nn.MeanSquaredError), "learning_rate is NaN"},
		{evaluate(uncompiled, one, one), "not compiled"},
		{onBatch(uncompiled, one, one), "not compiled"},
		{evaluate(model, one, lessonY), "y has 6 rows"},
		{onBatch(model, one, lessonY), "y has 6 rows"},
		{predict(model, nn.NewMatrix(1, 4)), "x has shape [1, 4]"},
		{predict(nn.NewSequential(), one), "no layers"},
		{evaluate(nn.NewSequential(), one, one), "no layers"},
		{nn.NewSequential().SetParams(nil), "no layers"},
		{nn.NewSequential().SetWeights(nil), "no layers"},
		{ragged(), "row 1 has 2 values, row 0 has 1"},
		{model.SetWeights([][]float32{{1}}), "1 arrays, the model has 2 variables"},
		{model.SetWeights([][]float32{{1}, {1, 2}}), "array 1 has 2 values, the bias it is for has shape [1]"},
		{model.SetWeights([][]float32{{1}, {nan}}), "array 1 has a value that is infinite"},
		{model.SetParams([]float32{1}), "1 values, the model has 2 parameters"},
		{model.SetParams([]float32{inf, 1}), "infinite or not a number"},
	} {
		if c.err == nil || !strings.HasPrefix(c.err.Error(), "nn: ") || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("error = %v, want one with %q", c.err, c.want)
		}
	}
	if got := model.AppendParams(nil); !slices.Equal(got, []float32{1, 2}) {
		t.Errorf("after all these errors the weights are %v, want [1 2] as before", got)
	}
}

// TestClassesBeyondAnInt: what is too large to be an int is no class either.
func TestClassesBeyondAnInt(t *testing.T) {
	model := nn.NewSequential(nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Softmax)))
	if err := model.Compile(nn.NewSGD(0.01), &nn.SparseCategoricalCrossentropy{}); err != nil {
		t.Fatal(err)
	}
	for _, class := range []float32{3, 1e10, 1e30, math.MaxFloat32, -1, 0.5} {
		if _, err := model.Evaluate(nn.Column(1, 2), nn.Column(0, class)); err == nil || !strings.Contains(err.Error(), "row 1") {
			t.Errorf("Evaluate with class %v error = %v, want one that names row 1", class, err)
		}
	}
}

// TestALayerTwice would have one of its two kernels trained.
func TestALayerTwice(t *testing.T) {
	twice := nn.NewDense(2)
	model := nn.NewSequential(nn.NewInput(2), twice, nn.NewActivation(nn.Tanh), twice)
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err == nil || !strings.Contains(err.Error(), "layer 3 is layer 1 again") {
		t.Errorf("Compile with a layer twice error = %v, want one that says which", err)
	}
}
