package nn_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// numbers are those from 1 to n.
func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// TestRecorderKeepsChosenEpochs, in the lesson's own path and layer by layer, however
// the training is cut.
func TestRecorderKeepsChosenEpochs(t *testing.T) {
	x, y := plane(48)
	for name, model := range map[string]func() (*nn.Sequential, nn.Matrix, nn.Matrix, int){
		"line": func() (*nn.Sequential, nn.Matrix, nn.Matrix, int) {
			return neuron(t, 0, 0), lessonX, lessonY, 32
		},
		"line in batches": func() (*nn.Sequential, nn.Matrix, nn.Matrix, int) {
			return neuron(t, 0, 0), lessonX, lessonY, 4
		},
		"net": func() (*nn.Sequential, nn.Matrix, nn.Matrix, int) { return netWith(t, nn.NewAdam(0.01)), x, y, 8 },
	} {
		t.Run(name, func(t *testing.T) {
			// What each epoch leaves, from trainings of that many epochs.
			m, x, y, batch := model()
			start := m.AppendParams(nil)
			config := nn.FitConfig{Epochs: 40, InitialEpoch: 3, BatchSize: batch, NoShuffle: true}
			var weights [][]float32
			listen := nn.LambdaCallback{OnEpochEnd: func(int, nn.Logs) error {
				weights = append(weights, m.AppendParams(nil))
				return nil
			}}
			config.Callbacks = []nn.Callback{listen}
			history, err := m.Fit(context.Background(), x, y, config)
			if err != nil {
				t.Fatal(err)
			}
			for _, cut := range []int{1, 5, 40} {
				m, _, _, _ := model()
				if err := m.SetParams(start); err != nil {
					t.Fatal(err)
				}
				recorder := &nn.Recorder{Epochs: []int{1, 4, 5, 9, 40, 50}, WeightEpochs: []int{2, 5, 20, 39, 41}}
				config.Callbacks, config.Recorder = nil, recorder
				training, err := m.NewTraining(x, y, config)
				if err != nil {
					t.Fatal(err)
				}
				if recorder.LatestWeights() != nil || recorder.Latest() != 3 {
					t.Errorf("before the first epoch the latest is %d", recorder.Latest())
				}
				for done := false; !done; {
					if done, err = training.Advance(context.Background(), cut); err != nil {
						t.Fatal(err)
					}
					at := recorder.Latest() - 4
					if !slices.Equal(recorder.LatestWeights(), weights[at]) || recorder.LatestLogs()[0] != history.Metrics["loss"][at] {
						t.Fatalf("cut by %d: after epoch %d the weights are %v and the loss %v, want %v and %v",
							cut, at+4, recorder.LatestWeights(), recorder.LatestLogs(), weights[at], history.Metrics["loss"][at])
					}
				}
				epochs, logs := recorder.Kept()
				if want := []int{4, 5, 9, 40}; !slices.Equal(epochs, want) {
					t.Fatalf("cut by %d: the epochs %v are kept, want %v", cut, epochs, want)
				}
				for i, epoch := range epochs {
					if got, want := logs[0][i], history.Metrics["loss"][epoch-4]; got != want {
						t.Errorf("cut by %d: epoch %d has the loss %v, want %v", cut, epoch, got, want)
					}
				}
				epochs, kept := recorder.KeptWeights()
				if want := []int{5, 20, 39}; !slices.Equal(epochs, want) {
					t.Fatalf("cut by %d: the weights of %v are kept, want %v", cut, epochs, want)
				}
				for i, epoch := range epochs {
					if got, want := kept[i*len(start):(i+1)*len(start)], weights[epoch-4]; !slices.Equal(got, want) {
						t.Errorf("cut by %d: epoch %d has the weights %v, want %v", cut, epoch, got, want)
					}
				}
			}
		})
	}
}

// TestRecordIsFinite, whatever a training comes to, and tells where it stopped.
func TestRecordIsFinite(t *testing.T) {
	x, y := plane(48)
	for name, net := range map[string]bool{"line": false, "net": true} {
		m, batch := neuron(t, 0, 0), 32
		if net {
			m, batch = netWith(t, nn.NewSGD(1e18)), 8
		} else {
			x, y = lessonX, lessonY
			if err := m.Compile(nn.NewSGD(2), nn.MeanSquaredError); err != nil {
				t.Fatal(err)
			}
		}
		recorder := &nn.Recorder{Epochs: numbers(500), WeightEpochs: numbers(500)}
		training, err := m.NewTraining(x, y, nn.FitConfig{Epochs: 500, BatchSize: batch, Recorder: recorder})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := training.Advance(context.Background(), 500); err != nil {
			t.Fatal(err)
		}
		epoch, _, diverged := training.Diverged()
		if !diverged || recorder.Latest() != epoch-1 {
			t.Errorf("%s: it diverged at epoch %d, %t, and is recorded to epoch %d; want the epoch before", name, epoch, diverged, recorder.Latest())
		}
		_, weights := recorder.KeptWeights()
		for _, v := range append(append(weights, recorder.LatestWeights()...), m.AppendParams(nil)...) {
			if v-v != 0 {
				t.Fatalf("%s: a weight of %v is recorded", name, v)
			}
		}
		epochs, logs := recorder.Kept()
		if len(epochs) != epoch-1 || slices.ContainsFunc(logs[0], func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }) {
			t.Errorf("%s: the losses of %d epochs are kept, %v; want %d, all finite", name, len(epochs), logs[0], epoch-1)
		}
		x, y = plane(48)
	}
}

// TestAnUpdateThatOverflowsIsNotRecorded: the loss of the epoch is finite, and what its
// last update leaves is not.
func TestAnUpdateThatOverflowsIsNotRecorded(t *testing.T) {
	x, y := plane(48)
	for i := range y.Data {
		y.Data[i] *= 1000 // its gradient is far above 1
	}
	m := netWith(t, nn.NewSGD(math.MaxFloat32))
	start := m.AppendParams(nil)
	recorder := &nn.Recorder{Epochs: numbers(3), WeightEpochs: numbers(3)}
	training, err := m.NewTraining(x, y, nn.FitConfig{Epochs: 3, BatchSize: 48, Recorder: recorder})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := training.Advance(context.Background(), 3); err != nil {
		t.Fatal(err)
	}
	if epoch, _, diverged := training.Diverged(); !diverged || epoch != 1 || recorder.Latest() != 0 {
		t.Errorf("it diverged at epoch %d, %t, and is recorded to epoch %d; want the first, and none", epoch, diverged, recorder.Latest())
	}
	if got := m.AppendParams(nil); !slices.Equal(got, start) {
		t.Errorf("the weights are %v, want those before the update", got)
	}
}

// TestRecorderAllocatesNothing while the training goes on.
func TestRecorderAllocatesNothing(t *testing.T) {
	x, y := plane(48)
	const epochs = 400
	training, err := netWith(t, nn.NewSGD(0.01)).NewTraining(x, y, nn.FitConfig{
		Epochs: epochs, BatchSize: 8, Recorder: &nn.Recorder{Epochs: numbers(epochs), WeightEpochs: numbers(epochs)},
	})
	if err != nil {
		t.Fatal(err)
	}
	each := testing.AllocsPerRun(epochs/2, func() {
		if _, err := training.Advance(context.Background(), 1); err != nil {
			t.Fatal(err)
		}
	})
	if each != 0 {
		t.Errorf("an epoch allocates %v times, want 0", each)
	}
}
