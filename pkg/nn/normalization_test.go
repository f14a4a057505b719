package nn_test

import (
	"context"
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

// TestAppliedLayerTrainsAsInTheModel: a model of the other layers, trained with what the
// layer makes of x, has to the bit the losses, weights and answers of one that begins
// with the layer; also where a feature is always the same, so that its deviation is 1e-7.
func TestAppliedLayerTrainsAsInTheModel(t *testing.T) {
	const rows = 24
	x, y := nn.NewMatrix(rows, 3), nn.NewMatrix(rows, 1)
	for i := range rows {
		copy(x.Row(i), []float32{float32(i)*7 + 40, float32(i*i%11) - 3, 0.1})
		y.Data[i] = float32(3*i%17) / 5
	}
	asked := nn.Matrix{Rows: 2, Cols: 3, Data: []float32{300, 2, 0.1, -5, 0.5, 0.1}}
	train := func(x, asked nn.Matrix, first ...nn.Layer) (losses []float64, params, answers []float32) {
		model := nn.NewSequential(append(first, nn.NewDense(4, nn.InputShape(3), nn.WithActivation(nn.Tanh)), nn.NewDense(1))...)
		if err := model.Compile(nn.NewAdam(0.01), nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		model.Initialize(7)
		history, err := model.Fit(context.Background(), x, y, nn.FitConfig{Epochs: 20, BatchSize: 5, Seed: 3, ValidationSplit: 0.25})
		if err != nil {
			t.Fatal(err)
		}
		predicted, err := model.Predict(asked)
		if err != nil {
			t.Fatal(err)
		}
		return append(history.Metrics["loss"], history.Metrics["val_loss"]...), model.AppendParams(nil), predicted.Data
	}
	layer, applied := nn.NewNormalization(), nn.NewNormalization()
	for _, l := range []*nn.Normalization{layer, applied} {
		if err := l.Adapt(x); err != nil {
			t.Fatal(err)
		}
	}
	if mean, deviation := applied.Moments(2); mean != 0.1 || deviation != 1e-7 {
		t.Errorf("what is always 0.1 has mean %v and deviation %v, want 0.1 and 1e-7", mean, deviation)
	}
	wantLosses, wantParams, wantAnswers := train(x, asked, layer)
	applied.Apply(x)
	applied.Apply(asked)
	losses, params, answers := train(x, asked)
	if trained := wantParams[:len(params)]; !slices.Equal(losses, wantLosses) || !slices.Equal(params, trained) || !slices.Equal(answers, wantAnswers) {
		t.Errorf("losses %v, weights %v, answers %v\nwant %v, %v, %v", losses, params, answers, wantLosses, trained, wantAnswers)
	}
}

// TestMomentsOfALayer: given ones, those of a layer that was never adapted, and one for all.
func TestMomentsOfALayer(t *testing.T) {
	given, fresh, together := nn.NewNormalization(), nn.NewNormalization(), nn.NewNormalization()
	given.Mean, given.Variance = []float64{1, 2}, []float64{4, 0}
	together.Together = true
	if err := together.Adapt(nn.Matrix{Rows: 1, Cols: 2, Data: []float32{1, 3}}); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		layer           *nn.Normalization
		feature         int
		mean, deviation float32
	}{
		"given": {given, 0, 1, 2}, "no variance": {given, 1, 2, 1e-7}, "never adapted": {fresh, 1, 0, 1}, "together": {together, 1, 2, 1},
	} {
		if mean, deviation := test.layer.Moments(test.feature); mean != test.mean || deviation != test.deviation {
			t.Errorf("%s: mean %v and deviation %v, want %v and %v", name, mean, deviation, test.mean, test.deviation)
		}
	}
	inverse := nn.NewNormalization()
	inverse.Mean, inverse.Variance, inverse.Invert = []float64{1}, []float64{4}, true
	back := nn.Column(3)
	inverse.Apply(back)
	if back.Data[0] != 7 {
		t.Errorf("3 goes back to %v, want 7", back.Data[0])
	}
}
