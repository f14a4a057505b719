package nn_test

import (
	"context"
	"reflect"
	"testing"

	"firstneuron/pkg/nn"
)

// wantSameRestarted trains twice from the same weights, the second time after a
// Restart, and wants the same history.
func wantSameRestarted(t *testing.T, model *nn.Sequential, config nn.FitConfig) {
	t.Helper()
	start := model.AppendParams(nil)
	training, err := model.NewTraining(lessonX, lessonY, config)
	if err != nil {
		t.Fatal(err)
	}
	var histories [2]*nn.History
	for i := range histories {
		if err := model.SetParams(start); err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			training.Restart()
		}
		if _, err := training.Advance(context.Background(), config.Epochs); err != nil {
			t.Fatal(err)
		}
		histories[i] = training.History()
	}
	if !reflect.DeepEqual(histories[0], histories[1]) {
		t.Errorf("after Restart the history is %v, want %v", histories[1], histories[0])
	}
}

// TestRestartTakesBackTheRate that callbacks have set on the way.
func TestRestartTakesBackTheRate(t *testing.T) {
	halve := &nn.LearningRateScheduler{Schedule: func(_ int, rate float64) float64 { return rate / 2 }}
	wantSameRestarted(t, neuron(t, 0, 0), nn.FitConfig{Epochs: 5, Callbacks: []nn.Callback{halve}})

	reduce := nn.NewReduceLROnPlateau()
	reduce.Monitor, reduce.Patience, reduce.MinDelta = "loss", 1, 1
	wantSameRestarted(t, neuron(t, 0, 0), nn.FitConfig{Epochs: 9, Callbacks: []nn.Callback{reduce}})
}

// TestRestartDropsTheSame units as the first time.
func TestRestartDropsTheSame(t *testing.T) {
	model := compiled(t, 0.001, nn.NewDense(32, nn.InputShape(1)), nn.NewDropout(0.5), nn.NewDense(1))
	wantSameRestarted(t, model, nn.FitConfig{Epochs: 5, BatchSize: 4})
}
