package nn_test

import (
	"context"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestConsoleCountsTheEpochsAskedFor, also in the one after which a callback
// before it stops the training.
func TestConsoleCountsTheEpochsAskedFor(t *testing.T) {
	stopping := nn.NewEarlyStopping()
	stopping.Monitor, stopping.MinDelta = "loss", 1000
	var printed strings.Builder
	if _, err := neuron(t, 0, 0).Fit(context.Background(), lessonX, lessonY, nn.FitConfig{
		Epochs: 50, Callbacks: []nn.Callback{stopping, nn.NewConsole(&printed)},
	}); err != nil {
		t.Fatal(err)
	}
	if got := printed.String(); !strings.Contains(got, "Epoch 2/50\n") || strings.Contains(got, "Epoch 3/") {
		t.Errorf("printed %q, want epochs 1/50 and 2/50", got)
	}
}
