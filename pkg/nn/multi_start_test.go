package nn_test

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

// starts are so many initial weights of a model.
func starts(model *nn.Sequential, n int) [][]float32 {
	all := make([][]float32, n)
	for i := range all {
		model.Initialize(uint64(i + 1))
		all[i] = model.AppendParams(nil)
	}
	return all
}

// TestMultiStartTrainsEachRunAsFitDoes: whether the runs go side by side, one after
// the other, or have an optimizer that remembers.
func TestMultiStartTrainsEachRunAsFitDoes(t *testing.T) {
	for name, c := range map[string]struct {
		model  func() *nn.Sequential
		config nn.FitConfig
		loss   nn.Optimizer
	}{
		"lines":        {config: nn.FitConfig{Epochs: 60}},
		"shuffled":     {config: nn.FitConfig{Epochs: 60, BatchSize: 4, Seed: 3}},
		"that go on":   {config: nn.FitConfig{Epochs: 60, InitialEpoch: 20}},
		"with Adam":    {config: nn.FitConfig{Epochs: 60}, loss: nn.NewAdam(0.1)},
		"and stop":     {config: nn.FitConfig{Epochs: 600, Callbacks: []nn.Callback{stopsEarly()}}},
		"without bias": {config: nn.FitConfig{Epochs: 60}, model: func() *nn.Sequential { return nn.NewSequential(nn.NewDense(1, nn.InputShape(1), nn.WithoutBias())) }},
		"nets": {config: nn.FitConfig{Epochs: 12}, model: func() *nn.Sequential {
			return nn.NewSequential(nn.NewDense(5, nn.InputShape(1), nn.WithActivation(nn.Tanh)), nn.NewDense(1))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
			if c.model != nil {
				model = c.model()
			}
			optimizer := c.loss
			if optimizer == nil {
				optimizer = nn.NewSGD(0.01)
			}
			if err := model.Compile(optimizer, nn.MeanSquaredError); err != nil {
				t.Fatal(err)
			}
			from := starts(model, 11)
			many, err := model.NewMultiStart(lessonX, lessonY, c.config, from)
			if err != nil {
				t.Fatal(err)
			}
			marks := make([][]int, len(from))
			ends := make([][]float32, len(from))
			many.OnCheckpoint = func(run, epoch int, params []float32) {
				marks[run] = append(marks[run], epoch)
				ends[run] = append(ends[run][:0], params...)
			}
			for done := false; !done; {
				if done, err = many.AdvanceUntil(context.Background(), time.Now().Add(20*time.Microsecond)); err != nil {
					t.Fatal(err)
				}
			}
			if many.Done() != len(from) {
				t.Errorf("Done() = %d, want %d", many.Done(), len(from))
			}
			for run, start := range from {
				if err := model.SetParams(start); err != nil {
					t.Fatal(err)
				}
				if err := model.Compile(optimizer, nn.MeanSquaredError); err != nil { // which forgets
					t.Fatal(err)
				}
				history, err := model.Fit(context.Background(), lessonX, lessonY, c.config)
				if err != nil {
					t.Fatal(err)
				}
				// Side by side, sums are taken in another order.
				wantAllNear(t, "weights of a run", ends[run], model.AppendParams(nil), shortRun, 2e-6)
				last := history.Epoch[len(history.Epoch)-1] + 1
				if !slices.IsSorted(marks[run]) || marks[run][0] != c.config.InitialEpoch || marks[run][len(marks[run])-1] != last {
					t.Errorf("marks at epochs %v, want from %d to %d", marks[run], c.config.InitialEpoch, last)
				}
			}
		})
	}
}

// TestMultiStartDivergesWhereFitDoes: at a rate whose losses leave float32, sooner
// from one start than from another, while the weights are still finite.
func TestMultiStartDivergesWhereFitDoes(t *testing.T) {
	for name, c := range map[string]struct {
		layers []nn.Layer
		rate   float64
	}{
		"lines": {[]nn.Layer{nn.NewDense(1, nn.InputShape(1))}, 0.19},
		"nets":  {[]nn.Layer{nn.NewDense(2, nn.InputShape(1)), nn.NewDense(1)}, 0.08},
	} {
		t.Run(name, func(t *testing.T) {
			model := nn.NewSequential(c.layers...)
			if err := model.Compile(nn.NewSGD(c.rate), nn.MeanSquaredError); err != nil {
				t.Fatal(err)
			}
			from := starts(model, 40)
			config := nn.FitConfig{Epochs: 318, Callbacks: []nn.Callback{nn.TerminateOnNaN{}}}
			many, err := model.NewMultiStart(lessonX, lessonY, config, from)
			if err != nil {
				t.Fatal(err)
			}
			if done, err := many.AdvanceUntil(context.Background(), time.Now().Add(time.Hour)); !done || err != nil {
				t.Fatalf("done %v, error %v", done, err)
			}
			count := 0
			for run, start := range from {
				if err := model.SetParams(start); err != nil {
					t.Fatal(err)
				}
				training, err := model.NewTraining(lessonX, lessonY, config)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := training.Advance(context.Background(), config.Epochs); err != nil {
					t.Fatal(err)
				}
				_, _, want := training.Diverged()
				if want {
					count++
				}
				if got := many.Diverged(run); got != want {
					t.Errorf("from %v: Diverged = %v, want %v", start, got, want)
				}
			}
			if count == 0 || count == len(from) {
				t.Errorf("%d of %d diverge, want some", count, len(from))
			}
		})
	}
}

func stopsEarly() nn.Callback {
	c := nn.NewEarlyStopping()
	c.Monitor, c.MinDelta = "loss", 0.01
	return c
}

func TestMultiStartSaysWhichStartDoesNotFit(t *testing.T) {
	model := neuron(t, 0, 0)
	_, err := model.NewMultiStart(lessonX, lessonY, nn.FitConfig{}, [][]float32{{1, 2}, {1}})
	if want := "nn: NewMultiStart: start 1 has 1 values, the model has 2 parameters; give as many"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

// TestRestartGivesTheSameBits: a training that begins again is as if made anew.
func TestRestartGivesTheSameBits(t *testing.T) {
	model := nn.NewSequential(nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Tanh)), nn.NewDense(1))
	if err := model.Compile(nn.NewAdam(0.01), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	start := model.AppendParams(nil)
	training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 30, BatchSize: 4, Callbacks: []nn.Callback{nn.TerminateOnNaN{}}})
	if err != nil {
		t.Fatal(err)
	}
	var want []float64
	for round := range 3 {
		if round == 1 {
			// From the middle of an epoch.
			training.Restart()
			if _, err := training.AdvanceUntil(context.Background(), time.Time{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := model.SetParams(start); err != nil {
			t.Fatal(err)
		}
		training.Restart()
		if _, err := training.Advance(context.Background(), math.MaxInt); err != nil {
			t.Fatal(err)
		}
		losses := training.History().Metrics["loss"]
		if round == 0 {
			want = losses
		} else if !slices.Equal(losses, want) {
			t.Errorf("round %d: losses %v, want %v", round, losses, want)
		}
	}
}

// BenchmarkStarts trains the lesson from two hundred starts.
func BenchmarkStarts(b *testing.B) {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
		b.Fatal(err)
	}
	from := starts(model, 200)
	for b.Loop() {
		many, err := model.NewMultiStart(lessonX, lessonY, nn.FitConfig{Epochs: 500}, from)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := many.AdvanceUntil(context.Background(), time.Now().Add(time.Minute)); err != nil {
			b.Fatal(err)
		}
	}
}

// TestMultiStartLooksAtTheClock: however many epochs are left, a call does not make
// many more than the deadline allows.
func TestMultiStartLooksAtTheClock(t *testing.T) {
	model := neuron(t, 0, 0)
	const runs, epochs, calls = 8, 1 << 40, 40
	many, err := model.NewMultiStart(lessonX, lessonY, nn.FitConfig{Epochs: epochs}, starts(model, runs))
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	many.OnCheckpoint = func(_, epoch int, _ []float32) { last = epoch }
	for range calls { // each time the runs could double
		if done, err := many.AdvanceUntil(context.Background(), time.Time{}); done || err != nil {
			t.Fatalf("AdvanceUntil = %v, %v; want false, nil", done, err)
		}
	}
	if most := calls * (1 + (1<<20)/(runs*lessonX.Rows)); last > most {
		t.Errorf("%d calls made %d epochs, want at most %d", calls, last, most)
	}
}
