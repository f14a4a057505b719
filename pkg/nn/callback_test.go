package nn_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

func TestCallbacksAreCalledAndCanStop(t *testing.T) {
	var calls []string
	model := neuron(t, 0, 0)
	var training *nn.Training
	_, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 9, InitialEpoch: 2, Callbacks: []nn.Callback{
		nn.LambdaCallback{
			OnTrainBegin: func(t *nn.Training) error { training = t; calls = append(calls, "train"); return nil },
			OnEpochBegin: func(int) error { calls = append(calls, "begin"); return nil },
			OnEpochEnd: func(epoch int, logs nn.Logs) error {
				if v, ok := logs.Lookup("loss"); !ok || v <= 0 || !slices.Equal(logs.Keys(), []string{"loss"}) {
					t.Errorf("logs %v, want a loss", logs)
				}
				calls = append(calls, "end")
				if epoch == 3 {
					training.Stop()
				}
				return nil
			},
		},
		nn.LambdaCallback{},
	}})
	if want := []string{"train", "begin", "end", "begin", "end"}; err != nil || !slices.Equal(calls, want) {
		t.Errorf("calls %v, error %v; want %v, nil", calls, err, want)
	}
	if training.Epoch() != 4 {
		t.Errorf("Epoch = %d, want 4", training.Epoch())
	}
	failed := errors.New("enough")
	for name, c := range map[string]nn.LambdaCallback{
		"train": {OnTrainBegin: func(*nn.Training) error { return failed }},
		"begin": {OnEpochBegin: func(int) error { return failed }},
		"end":   {OnEpochEnd: func(int, nn.Logs) error { return failed }},
	} {
		if _, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Callbacks: []nn.Callback{c}}); !errors.Is(err, failed) {
			t.Errorf("%s: error %v, want the callback's", name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	history, err := model.Fit(ctx, lessonX, lessonY, nn.FitConfig{Epochs: 1 << 20})
	if !errors.Is(err, context.Canceled) || len(history.Epoch) == 0 || len(history.Epoch) == 1<<20 {
		t.Errorf("a cancelled Fit gives %d epochs, error %v; want some and the context's", len(history.Epoch), err)
	}
}

// TestACallbackThatCancels ends the training with its epoch, from which it can
// go on; what is over is not ended by it.
func TestACallbackThatCancels(t *testing.T) {
	for name, model := range map[string]*nn.Sequential{"fused": neuron(t, 0, 0), "general": net(t)} {
		x, y := lessonX, lessonY
		if name == "general" {
			x, y = plane(6)
		}
		const epochs, at = 100, 3
		for _, last := range []int{at, epochs} {
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			training, err := model.NewTraining(x, y, nn.FitConfig{Epochs: epochs, Callbacks: []nn.Callback{
				nn.LambdaCallback{OnEpochEnd: func(epoch int, _ nn.Logs) error {
					if epoch+1 == last {
						cancel()
					}
					return nil
				}},
			}})
			if err != nil {
				t.Fatal(err)
			}
			done, err := training.Advance(ctx, epochs)
			if done != (last == epochs) || (err == nil) != (last == epochs) || training.Epoch() != last {
				t.Errorf("%s: cancelled in epoch %d, Advance = %v, %v after %d", name, last, done, err, training.Epoch())
			}
			if done, err = training.Advance(context.Background(), epochs); !done || err != nil || training.Epoch() != epochs {
				t.Errorf("%s: Advance = %v, %v after %d; want it to go on to the end", name, done, err, training.Epoch())
			}
		}
	}
}
