package nn_test

import (
	"context"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// A laterOption is a layer, and a change of its options after its model was made.
type laterOption struct {
	layer  nn.Layer
	change func()
}

// laterOptions are those with which a model that read them again would panic or give
// other numbers.
func laterOptions() map[string]laterOption {
	dense := func(change func(*nn.Dense)) laterOption {
		d := nn.NewDense(2, nn.WithActivation(nn.Tanh))
		return laterOption{d, func() { change(d) }}
	}
	straight, activation := nn.NewDense(2), nn.NewActivation(nn.Tanh)
	batch, again, layer := nn.NewBatchNormalization(), nn.NewBatchNormalization(), nn.NewLayerNormalization()
	again.Renorm.On = true
	slopes, given, gone := nn.NewPReLU(), nn.NewNormalization(), nn.NewNormalization()
	given.Mean, given.Variance = []float64{1, 2}, []float64{3, 4}
	gone.Mean, gone.Variance = []float64{1, 2}, []float64{3, 4}
	return map[string]laterOption{
		"no activation":         dense(func(d *nn.Dense) { d.Activation = nil }),
		"another activation":    dense(func(d *nn.Dense) { d.Activation = nn.Softmax }),
		"an activation taken":   dense(func(d *nn.Dense) { d.Activation = nn.Linear }),
		"an activation given":   {straight, func() { straight.Activation = nn.Sigmoid }},
		"other units":           dense(func(d *nn.Dense) { d.Units = 7 }),
		"no bias":               dense(func(d *nn.Dense) { d.UseBias = false }),
		"no kernel initializer": dense(func(d *nn.Dense) { d.KernelInitializer = nil }),
		"no bias initializer":   dense(func(d *nn.Dense) { d.BiasInitializer = nil }),
		"a constraint of nil":   dense(func(d *nn.Dense) { d.KernelConstraint = (*nn.MaxNorm)(nil) }),
		"no activation at all":  {activation, func() { activation.Activation = nil }},
		"no gamma initializer":  {batch, func() { batch.GammaInitializer, batch.Renorm.On = nil, true }},
		"renormed no more":      {again, func() { again.Renorm.On, again.MovingMeanInitializer = false, nil }},
		"no beta initializer":   {layer, func() { layer.BetaInitializer, layer.Scale = nil, false }},
		"no slopes":             {slopes, func() { slopes.AlphaInitializer = nil }},
		"no variances":          {given, func() { given.Variance = []float64{} }},
		"no moments":            {gone, func() { gone.Mean, gone.Variance = nil, nil }},
	}
}

// TestOptionsThatChangeLater: a model computes with the options that its layers had when
// it was made, whatever becomes of their fields, and nothing panics. Before, a nil did.
func TestOptionsThatChangeLater(t *testing.T) {
	x := nn.Matrix{Rows: 4, Cols: 2, Data: []float32{0, 1, 2, 3, 4, 5, 6, 7}}
	for name := range laterOptions() {
		var results [2][]float32
		for i := range results {
			o := laterOptions()[name]
			model := nn.NewSequential(nn.NewInput(2), o.layer, nn.NewDense(2))
			if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			training, err := model.NewTraining(x, x, nn.FitConfig{Epochs: 4, BatchSize: 2})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := training.Advance(context.Background(), 1); err != nil {
				t.Fatal(err)
			}
			if i == 1 {
				o.change()
			}
			if _, err := training.Advance(context.Background(), 9); err != nil {
				t.Fatal(err)
			}
			model.Initialize(3)
			if _, err := model.Fit(context.Background(), x, x, nn.FitConfig{Epochs: 2}); err != nil {
				t.Fatal(err)
			}
			_, _ = model.Config()
			_ = model.Summary()
			predicted, err := model.Predict(x)
			if err != nil {
				t.Fatal(err)
			}
			results[i] = append(model.AppendParams(nil), predicted.Data...)
		}
		if !slices.Equal(results[0], results[1]) {
			t.Errorf("%s: weights and predictions are %v, want %v as without the change", name, results[1], results[0])
		}
	}
}
