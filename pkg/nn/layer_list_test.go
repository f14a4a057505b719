package nn_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// TestAddIsAsIfItHadBeenThere: layers added one by one get the weights that a model
// of all of them gets, and what is trained stays.
func TestAddIsAsIfItHadBeenThere(t *testing.T) {
	whole := nn.NewSequential(nn.NewInput(2), nn.NewDense(3), nn.NewBatchNormalization(), nn.NewDense(1))
	model := nn.NewSequential()
	for _, layer := range []nn.Layer{nn.NewInput(2), nn.NewDense(3), nn.NewBatchNormalization(), nn.NewDense(1)} {
		if err := model.Add(layer); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := model.Weights(), whole.Weights(); len(got) != 8 || !slices.EqualFunc(got, want, slices.Equal[[]float32]) {
		t.Errorf("the weights are %v, want %v", got, want)
	}
	if err := model.Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	x, y := plane(20)
	y = nn.Matrix{Rows: y.Rows, Cols: 1, Data: y.Data[:y.Rows]}
	if _, err := model.Fit(context.Background(), x, y, nn.FitConfig{}); err != nil {
		t.Fatal(err)
	}
	trained, err := model.LayerWeights("batch_normalization")
	if err != nil {
		t.Fatal(err)
	}
	before, err := model.Predict(x)
	if err != nil {
		t.Fatal(err)
	}
	if err := model.Add(nn.NewActivation(nn.Tanh)); err != nil {
		t.Fatal(err)
	}
	after, err := model.Predict(x)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range before.Data {
		if math.Abs(math.Tanh(float64(v))-float64(after.Data[i])) > 1e-6 {
			t.Fatalf("Predict = %v after Add, want the tanh of %v", after.Data[i], v)
		}
	}
	kept, err := model.LayerWeights("batch_normalization")
	if err != nil || !slices.EqualFunc(kept, trained, slices.Equal[[]float32]) || trained[2][0] == 0 {
		t.Errorf("the moving mean and the others are %v, %v; want %v", kept, err, trained)
	}
	popped, err := model.Pop()
	if err != nil || popped.Name() != "activation" {
		t.Fatalf("Pop = %v, %v", popped, err)
	}
	if again, err := model.Predict(x); err != nil || !slices.Equal(again.Data, before.Data) {
		t.Errorf("Predict after Pop = %v, %v; want what it was before Add", again.Data, err)
	}
	if err := nn.NewSequential(nn.NewInput(3)).Add(popped); err != nil {
		t.Errorf("Add to another model after Pop = %v", err)
	}
}

// TestPopToNothing and back: an empty model is told what it lacks.
func TestPopToNothing(t *testing.T) {
	model := neuron(t, 1, 2)
	layer, err := model.Pop()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := model.Predict(lessonX); err == nil || model.ParamCount() != 0 || len(model.Layers()) != 0 {
		t.Errorf("Predict of no layers = %v with %d parameters", err, model.ParamCount())
	}
	if err := model.Add(layer); err != nil {
		t.Fatal(err)
	}
	if _, err := model.Predict(lessonX); err != nil {
		t.Error(err)
	}
}

// TestPopMendsWhatDoesNotFit: a model whose last layer is wrong is one without it.
func TestPopMendsWhatDoesNotFit(t *testing.T) {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)), nn.NewDense(1, nn.InputShape(5)))
	if _, err := model.Predict(lessonX); err == nil {
		t.Fatal("a layer of 5 inputs behind one output is taken")
	}
	if _, err := model.Pop(); err != nil {
		t.Fatal(err)
	}
	if _, err := model.Predict(lessonX); err != nil {
		t.Errorf("Predict after Pop = %v", err)
	}
}

// TestLayersByName: the names are those of the summary, or their own.
func TestLayersByName(t *testing.T) {
	hidden := nn.NewDense(2)
	hidden.LayerName = "hidden"
	model := nn.NewSequential(nn.NewInput(1), hidden, nn.NewDense(2), nn.NewDense(1))
	if got, want := model.LayerNames(), []string{"input", "hidden", "dense", "dense_1"}; !slices.Equal(got, want) {
		t.Errorf("LayerNames = %q, want %q", got, want)
	}
	if layer, err := model.Layer("hidden"); err != nil || layer != nn.Layer(hidden) {
		t.Errorf("Layer(hidden) = %v, %v", layer, err)
	}
	if err := model.SetLayerWeights("dense_1", [][]float32{{3, 4}, {5}}); err != nil {
		t.Fatal(err)
	}
	variables, err := model.LayerVariables("dense_1")
	if err != nil || len(variables) != 2 || variables[0].Name != "kernel" || !slices.Equal(variables[0].Shape, []int{2, 1}) || !slices.Equal(variables[0].Values, []float32{3, 4}) {
		t.Errorf("LayerVariables = %+v, %v", variables, err)
	}
}

// TestFrozenFromTheNextCompileOn: what is frozen does not move, what is set free
// again does, and the weights outlast both.
func TestFrozenFromTheNextCompileOn(t *testing.T) {
	first, last := nn.NewDense(3, nn.InputShape(2)), nn.NewDense(2)
	model := nn.NewSequential(first, last)
	x, y := plane(30)
	for _, trainable := range []bool{true, false, true} {
		before := model.Weights()
		first.Trainable = trainable
		if err := model.Compile(nn.NewAdam(0.01), nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		if got := model.Weights(); !slices.EqualFunc(got, before, slices.Equal[[]float32]) {
			t.Fatalf("Compile changes the weights: %v, want %v", got, before)
		}
		if _, err := model.Fit(context.Background(), x, y, nn.FitConfig{Epochs: 2}); err != nil {
			t.Fatal(err)
		}
		after := model.Weights()
		if moved := !slices.Equal(after[0], before[0]); moved != trainable {
			t.Errorf("with Trainable %v the first kernel moves: %v", trainable, moved)
		}
		if slices.Equal(after[2], before[2]) {
			t.Errorf("with Trainable %v the last kernel does not move", trainable)
		}
	}
}

// TestGaussianNoise has the mean and the deviation that it says while training, is not
// there otherwise, and comes again after Restart.
func TestGaussianNoise(t *testing.T) {
	noise := nn.NewGaussianNoise(0.5)
	model := nn.NewSequential(nn.NewInput(1), noise)
	if err := model.Compile(nn.NewSGD(0), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	x := nn.NewMatrix(20000, 1)
	if y, err := model.Predict(x); err != nil || slices.Max(y.Data) != 0 {
		t.Fatalf("Predict adds noise, or %v", err)
	}
	training, err := model.NewTraining(x, x, nn.FitConfig{BatchSize: 20000, Epochs: 2})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := training.Advance(context.Background(), 1); err != nil {
		t.Fatal(err)
	}
	loss := training.History().Metrics["loss"][0] // the mean of the squares
	if math.Abs(loss-0.25) > 0.01 {
		t.Errorf("the noise has a mean square of %v, want about 0.25", loss)
	}
	training.Restart()
	if _, err := training.Advance(context.Background(), 2); err != nil {
		t.Fatal(err)
	}
	if got := training.History().Metrics["loss"]; got[0] != loss || got[1] == loss {
		t.Errorf("after Restart the losses are %v, want %v and then another", got, loss)
	}
}

// TestGradientsOfLayers: the way back of every layer is the derivative of its way
// forward, by finite differences.
func TestGradientsOfLayers(t *testing.T) {
	prelu := nn.NewPReLU()
	prelu.AlphaInitializer = &nn.Constant{Value: 0.3}
	norm := nn.NewNormalization()
	norm.Mean, norm.Variance = []float64{1}, []float64{4}
	for _, middle := range []nn.Layer{
		prelu, nn.NewLayerNormalization(), nn.NewBatchNormalization(), norm, nn.NewRescaling(2, 1), nn.NewELULayer(),
		nn.NewLeakyReLULayer(), nn.NewReLULayer(), nn.NewSoftmaxLayer(), nn.NewFlatten(), nn.NewActivityRegularization(0.1, 0.2), nn.NewGaussianNoise(0.1),
	} {
		model := compiled(t, 0.1, nn.NewDense(3, nn.InputShape(2), nn.WithActivation(nn.Tanh)), middle, nn.NewDense(2))
		x, y := plane(7)
		_, gradient := nn.GradientOf(model, x, y)
		params := model.AppendParams(nil)
		for i, g := range gradient {
			const step = 1e-2
			var losses [2]float64
			for k, sign := range []float32{-1, 1} {
				moved := slices.Clone(params)
				moved[i] += sign * step
				if err := model.SetParams(moved); err != nil {
					t.Fatal(err)
				}
				losses[k], _ = nn.GradientOf(model, x, y)
			}
			if want := (losses[1] - losses[0]) / (2 * step); math.Abs(float64(g)-want) > 2e-3*math.Max(1, math.Abs(want)) {
				t.Errorf("%s: the gradient of weight %d is %v, finite differences give %v", middle.Name(), i, g, want)
			}
		}
		if err := model.SetParams(params); err != nil {
			t.Fatal(err)
		}
	}
}
