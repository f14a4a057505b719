package nn_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// netWith is a model that the fused path does not take.
func netWith(t testing.TB, optimizer nn.Optimizer) *nn.Sequential {
	t.Helper()
	model := nn.NewSequential(nn.NewDense(5, nn.InputShape(2), nn.WithActivation(nn.Tanh)), nn.NewDense(2))
	if err := model.Compile(optimizer, nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	return model
}

// TestSizesBeyondTheData: a batch of any size holds every row, and a training of
// any length can be stopped.
func TestSizesBeyondTheData(t *testing.T) {
	x, y := plane(48)
	want, err := netWith(t, nn.NewSGD(0.01)).Fit(context.Background(), x, y, nn.FitConfig{Epochs: 3, BatchSize: 48})
	if err != nil {
		t.Fatal(err)
	}
	got, err := netWith(t, nn.NewSGD(0.01)).Fit(context.Background(), x, y, nn.FitConfig{Epochs: 3, BatchSize: math.MaxInt})
	if err != nil || !slices.Equal(got.Metrics["loss"], want.Metrics["loss"]) {
		t.Errorf("with the largest batch Fit logs %v, %v; want %v", got.Metrics["loss"], err, want.Metrics["loss"])
	}
	enough := errors.New("enough")
	stop := nn.LambdaCallback{OnEpochEnd: func(epoch int, _ nn.Logs) error {
		if epoch == 2 {
			return enough
		}
		return nil
	}}
	for _, epochs := range []int{math.MaxInt, 1 << 62} {
		got, err := netWith(t, nn.NewSGD(0.01)).Fit(context.Background(), x, y,
			nn.FitConfig{Epochs: epochs, BatchSize: 8, NoShuffle: true, Callbacks: []nn.Callback{stop}})
		if !errors.Is(err, enough) || len(got.Epoch) != 3 {
			t.Errorf("with %d epochs Fit makes %d, %v; want 3, %v", epochs, len(got.Epoch), err, enough)
		}
	}
}

// TestOptionsSetAfterCompile: an option for which Compile made no array of state
// is none.
func TestOptionsSetAfterCompile(t *testing.T) {
	x, y := plane(48)
	for name, optimizer := range map[string]func() (o nn.Optimizer, later func()){
		"momentum": func() (nn.Optimizer, func()) {
			o := nn.NewSGD(0.01)
			return o, func() { o.Momentum = 0.9 }
		},
		"amsgrad": func() (nn.Optimizer, func()) {
			o := nn.NewAdam(0.01)
			return o, func() { o.AMSGrad = true }
		},
	} {
		t.Run(name, func(t *testing.T) {
			var weights [2][]float32
			for i := range weights {
				o, later := optimizer()
				model := netWith(t, o)
				if i == 1 {
					later()
				}
				if _, err := model.Fit(context.Background(), x, y, nn.FitConfig{Epochs: 5, BatchSize: 8}); err != nil {
					t.Fatal(err)
				}
				weights[i] = model.AppendParams(nil)
			}
			if !slices.Equal(weights[0], weights[1]) {
				t.Errorf("set after Compile the weights end at %v, want %v", weights[1], weights[0])
			}
		})
	}
}

// TestOptionsSetInATraining hold from the next step on, in every engine.
func TestOptionsSetInATraining(t *testing.T) {
	x, y := plane(48)
	var weights [2][]float32
	for i := range weights {
		o := nn.NewAdam(0.01)
		model := netWith(t, o)
		set := nn.LambdaCallback{OnEpochEnd: func(epoch int, _ nn.Logs) error {
			if epoch == 1 {
				o.Beta1, o.WeightDecay, o.Epsilon = 0.5, 0.1, 1e-3
			}
			return nil
		}}
		training, err := model.NewTraining(x, y, nn.FitConfig{Epochs: 5, BatchSize: 8, Callbacks: []nn.Callback{set}})
		if err != nil {
			t.Fatal(err)
		}
		for over := false; !over; {
			if i == 0 {
				over, err = training.Advance(context.Background(), 1)
			} else {
				var trace *nn.Trace // which computes in Go
				trace, err = training.Trace()
				over = trace == nil
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		weights[i] = model.AppendParams(nil)
	}
	wantAllNear(t, "weights", weights[0], weights[1], 1e-6, 1e-5)
}

// TestCompileInATraining: the training goes on with what it began with.
func TestCompileInATraining(t *testing.T) {
	x, y := plane(48)
	var weights [2][]float32
	for i := range weights {
		model := netWith(t, nn.NewAdam(0.01))
		training, err := model.NewTraining(x, y, nn.FitConfig{Epochs: 6, BatchSize: 8})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := training.Advance(context.Background(), 3); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			if err := model.Compile(nn.NewSGD(5), nn.MeanAbsoluteError); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := training.Advance(context.Background(), 3); err != nil {
			t.Fatal(err)
		}
		weights[i] = model.AppendParams(nil)
	}
	if !slices.Equal(weights[0], weights[1]) {
		t.Errorf("compiled again, the weights end at %v, want %v", weights[1], weights[0])
	}
}
