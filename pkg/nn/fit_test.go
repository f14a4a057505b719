package nn_test

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

func TestTrainingInPiecesIsTrainingAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		model  func(testing.TB) *nn.Sequential
		x, y   nn.Matrix
		config nn.FitConfig
	}{
		"the lesson":      {func(t testing.TB) *nn.Sequential { return neuron(t, 0, 0) }, lessonX, lessonY, nn.FitConfig{Epochs: 50}},
		"shuffled":        {func(t testing.TB) *nn.Sequential { return neuron(t, 0, 0) }, lessonX, lessonY, nn.FitConfig{Epochs: 50, BatchSize: 4, Seed: 3}},
		"layers, partial": {net, first(plane(50)), second(plane(50)), nn.FitConfig{Epochs: 9, BatchSize: 8}},
	} {
		t.Run(name, func(t *testing.T) {
			whole := c.model(t)
			want, err := whole.Fit(context.Background(), c.x, c.y, c.config)
			if err != nil {
				t.Fatal(err)
			}
			check := func(way string, model *nn.Sequential, got *nn.History) {
				t.Helper()
				if !slices.Equal(model.AppendParams(nil), whole.AppendParams(nil)) {
					t.Errorf("%s: weights %v, want %v", way, model.AppendParams(nil), whole.AppendParams(nil))
				}
				if !slices.Equal(got.Metrics["loss"], want.Metrics["loss"]) || !slices.Equal(got.Epoch, want.Epoch) {
					t.Errorf("%s: losses %v, want %v", way, got.Metrics["loss"], want.Metrics["loss"])
				}
			}
			byEpochs := c.model(t)
			training, err := byEpochs.NewTraining(c.x, c.y, c.config)
			if err != nil {
				t.Fatal(err)
			}
			for done := false; !done; {
				if done, err = training.Advance(context.Background(), 4); err != nil {
					t.Fatal(err)
				}
			}
			check("Advance", byEpochs, training.History())

			bySteps := c.model(t)
			if training, err = bySteps.NewTraining(c.x, c.y, c.config); err != nil {
				t.Fatal(err)
			}
			for slices, done := 0, false; !done; slices++ {
				deadline := time.Time{}
				if slices%3 == 2 {
					deadline = time.Now().Add(10 * time.Microsecond)
				}
				if done, err = training.AdvanceUntil(context.Background(), deadline); err != nil {
					t.Fatal(err)
				}
			}
			check("AdvanceUntil", bySteps, training.History())

			// Two fits, the second from where the first ended.
			twice := c.model(t)
			half := c.config
			half.Epochs = c.config.Epochs / 2
			if _, err := twice.Fit(context.Background(), c.x, c.y, half); err != nil {
				t.Fatal(err)
			}
			rest := c.config
			rest.InitialEpoch = half.Epochs
			if _, err := twice.Fit(context.Background(), c.x, c.y, rest); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(twice.AppendParams(nil), whole.AppendParams(nil)) {
				t.Errorf("two fits: weights %v, want %v", twice.AppendParams(nil), whole.AppendParams(nil))
			}
		})
	}
}

func first(x, _ nn.Matrix) nn.Matrix  { return x }
func second(_, y nn.Matrix) nn.Matrix { return y }

func TestFusedPathIsTheGeneralPath(t *testing.T) {
	fused := neuron(t, 3, -2)
	// A second layer that passes its input on takes the general path.
	general := compiled(t, 0, nn.NewDense(1, nn.InputShape(1)), nn.NewDense(1))
	if err := general.SetParams([]float32{3, -2, 1, 0}); err != nil {
		t.Fatal(err)
	}
	for _, batch := range []int{1, 4, 6} {
		var losses []float64
		for _, model := range []*nn.Sequential{fused, general} {
			logs, err := model.Evaluate(lessonX, lessonY)
			if err != nil {
				t.Fatal(err)
			}
			losses = append(losses, logs.Get("loss"))
			x := nn.Column(lessonX.Data[:batch]...)
			y := nn.Column(lessonY.Data[:batch]...)
			if logs, err = model.TrainOnBatch(x, y); err != nil {
				t.Fatal(err)
			}
			losses = append(losses, logs.Get("loss"))
		}
		if batch == 1 && (losses[0] != losses[2] || losses[1] != losses[3]) {
			t.Errorf("losses %v of one neuron and %v of a net that is the same, want them equal", losses[:2], losses[2:])
		}
	}
	byFit, byBatch := neuron(t, 3, -2), neuron(t, 3, -2)
	history, err := byFit.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 100})
	if err != nil {
		t.Fatal(err)
	}
	for epoch := range 100 {
		logs, err := byBatch.TrainOnBatch(lessonX, lessonY)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := history.Metrics["loss"][epoch], logs.Get("loss"); !near(got, want, 1e-5, 1e-9) {
			t.Fatalf("Fit loss of epoch %d = %v, TrainOnBatch gives %v", epoch, got, want)
		}
	}
}

func TestShuffleDependsOnSeedAndEpochAlone(t *testing.T) {
	run := func(config nn.FitConfig) []float64 {
		model := neuron(t, 0, 0)
		config.Epochs, config.BatchSize = 20, 2
		history, err := model.Fit(context.Background(), lessonX, lessonY, config)
		if err != nil {
			t.Fatal(err)
		}
		return history.Metrics["loss"]
	}
	if !slices.Equal(run(nn.FitConfig{Seed: 5}), run(nn.FitConfig{Seed: 5})) {
		t.Error("the same seed gives two histories, want one")
	}
	if slices.Equal(run(nn.FitConfig{Seed: 5}), run(nn.FitConfig{Seed: 6})) {
		t.Error("two seeds give the same history, want two")
	}
	if slices.Equal(run(nn.FitConfig{NoShuffle: true}), run(nn.FitConfig{})) {
		t.Error("shuffled and not gives the same history, want two")
	}
}

func TestInitialWeightsFollowGlorot(t *testing.T) {
	model := nn.NewSequential(nn.NewDense(50, nn.InputShape(40)))
	limit := float32(math.Sqrt(6.0 / 90))
	var low, high float32
	kernel := model.Weights()[0]
	for _, v := range kernel {
		low, high = min(low, v), max(high, v)
	}
	if low < -limit || high > limit || low > -0.95*limit || high < 0.95*limit {
		t.Errorf("kernel in [%v, %v], want it to fill ±%v", low, high, limit)
	}
	for _, v := range model.Weights()[1] {
		if v != 0 {
			t.Fatalf("bias %v, want 0", v)
		}
	}
	model.Initialize(7)
	again := nn.NewSequential(nn.NewDense(50, nn.InputShape(40)))
	again.Initialize(7)
	if !slices.Equal(model.AppendParams(nil), again.AppendParams(nil)) || slices.Equal(model.Weights()[0], kernel) {
		t.Error("Initialize(7) twice: want the same weights, and others than seed 0 draws")
	}
}

func TestStepsAllocateNothing(t *testing.T) {
	for name, make := range map[string]func() (*nn.Sequential, nn.Matrix, nn.Matrix, int){
		"fused":    func() (*nn.Sequential, nn.Matrix, nn.Matrix, int) { return neuron(t, 0, 0), lessonX, lessonY, 32 },
		"shuffled": func() (*nn.Sequential, nn.Matrix, nn.Matrix, int) { return neuron(t, 0, 0), lessonX, lessonY, 2 },
		"general": func() (*nn.Sequential, nn.Matrix, nn.Matrix, int) {
			x, y := plane(50)
			return net(t), x, y, 8
		},
		"normalized": func() (*nn.Sequential, nn.Matrix, nn.Matrix, int) {
			given := nn.NewNormalization()
			given.Inputs, given.Mean, given.Variance = 2, []float64{1, 2}, []float64{4, 9}
			model := nn.NewSequential(given, nn.NewDense(2))
			if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
				t.Fatal(err)
			}
			x, y := plane(50)
			return model, x, y, 8
		},
	} {
		model, x, y, batch := make()
		training, err := model.NewTraining(x, y, nn.FitConfig{Epochs: 1 << 15, BatchSize: batch})
		if err != nil {
			t.Fatal(err)
		}
		allocated := testing.AllocsPerRun(50, func() {
			if _, err := training.Advance(context.Background(), 100); err != nil {
				t.Fatal(err)
			}
		})
		if allocated > 0 {
			t.Errorf("%s: %v allocations in 100 epochs, want 0", name, allocated)
		}
	}
}

func TestModelDescribesItself(t *testing.T) {
	if got, want := net(t).String(), "Sequential(2 → Dense 3 → Dense 2)"; got != want {
		t.Errorf("String = %q, want %q", got, want)
	}
	if got, want := net(t).ParamCount(), 2*3+3+3*2+2; got != want {
		t.Errorf("ParamCount = %d, want %d", got, want)
	}
}

func BenchmarkLesson(b *testing.B) {
	model := neuron(b, 0, 0)
	b.ReportAllocs()
	for b.Loop() {
		if err := model.SetParams([]float32{0, 0}); err != nil {
			b.Fatal(err)
		}
		if _, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 500}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStep is one step of the lesson, which allocates nothing.
func BenchmarkStep(b *testing.B) {
	training, err := neuron(b, 0, 0).NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 1 << 40})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	if _, err := training.Advance(context.Background(), b.N); err != nil {
		b.Fatal(err)
	}
}
