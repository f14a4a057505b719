package nn_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

// TestWrongUses: each is an error before the model has changed. Before, they were
// taken in silence or panicked.
func TestWrongUses(t *testing.T) {
	for want, config := range map[string]nn.FitConfig{
		"6 rows of validation y and none of x": {ValidationY: lessonY},
		"the weight of class 7 is NaN":         {ClassWeight: map[int]float64{7: math.NaN()}},
	} {
		model := neuron(t, 0, 0)
		_, err := model.Fit(context.Background(), lessonX, lessonY, config)
		if err == nil || !strings.Contains(err.Error(), want) || !slices.Equal(model.AppendParams(nil), []float32{0, 0}) {
			t.Errorf("Fit = %v with weights %v, want an error with %q and no change", err, model.AppendParams(nil), want)
		}
	}
	huge := nn.Matrix{Rows: math.MaxInt/2 + 1, Cols: 4}
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(4)))
	if _, err := model.Predict(huge); err == nil || !strings.Contains(err.Error(), "no memory holds") {
		t.Errorf("Predict of a matrix whose size overflows = %v, want an error", err)
	}
}

// TestUnitsSetLater: a layer is as large as it was when its model was made.
func TestUnitsSetLater(t *testing.T) {
	layer := nn.NewDense(2, nn.InputShape(1))
	model := nn.NewSequential(layer)
	layer.Units = 9
	if y, err := model.Predict(nn.Column(1)); err != nil || y.Cols != 2 {
		t.Errorf("Predict = %v, %v; want two columns", y, err)
	}
}

// TestTooFewSeeds: seeds are one a start.
func TestTooFewSeeds(t *testing.T) {
	model := neuron(t, 0, 0)
	runs, err := model.NewMultiStart(lessonX, lessonY, nn.FitConfig{Epochs: 2, BatchSize: 2}, [][]float32{{0, 0}, {1, 1}})
	if err != nil {
		t.Fatal(err)
	}
	runs.Seeds = []uint64{1}
	if _, err := runs.AdvanceUntil(context.Background(), time.Time{}); err == nil || !strings.Contains(err.Error(), "1 seeds for 2 starts") {
		t.Errorf("AdvanceUntil = %v, want an error", err)
	}
}
