package nn_test

import (
	"math"
	"testing"

	"firstneuron/pkg/nn"
)

// TestEarlyStoppingFollowsValues: the epoch after which it stops, for what is
// logged.
func TestEarlyStoppingFollowsValues(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, test := range []struct {
		name     string
		mode     string
		patience int
		delta    float64
		values   []float64
		stops    int // an index, or -1
	}{
		{"no number from the start", "min", 2, 0, []float64{nan, nan, nan, nan}, 2},
		{"no number, then some", "min", 3, 0, []float64{nan, 5, 4, 3, 2}, 3},
		{"infinite from the start", "min", 2, 0, []float64{inf, inf, inf}, 2},
		{"no number on the way", "min", 2, 0, []float64{3, 2, nan, nan, nan}, 3},
		{"highest, no number", "max", 2, 0, []float64{nan, nan, nan}, 2},
		{"highest", "max", 1, 0, []float64{-3, -2, -2}, 2},
		{"a step too small", "min", 1, 0.5, []float64{3, 2.4, 2}, 2},
		{"a delta below 0", "min", 1, -0.5, []float64{3, 2.4, 2}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			stopping := nn.NewEarlyStopping()
			stopping.Monitor, stopping.Mode, stopping.Patience, stopping.MinDelta = "loss", test.mode, test.patience, test.delta
			training, err := neuron(t, 0, 0).NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 100})
			if err != nil {
				t.Fatal(err)
			}
			if err := stopping.TrainBegin(training); err != nil {
				t.Fatal(err)
			}
			stops := -1
			for epoch, value := range test.values {
				if err := stopping.EpochEnd(epoch, nn.LogsOf([]string{"loss"}, []float64{value})); err != nil {
					t.Fatal(err)
				}
				if stops < 0 && nn.Stopped(training) {
					stops = epoch
				}
			}
			if stops != test.stops {
				t.Errorf("with %v it stops after epoch %d, want %d", test.values, stops, test.stops)
			}
		})
	}
}
