package nn_test

import (
	"context"
	"testing"

	"firstneuron/pkg/nn"
)

// TestCarriedRowsCountInTheNextEpoch: of three rows in batches of two the third makes no
// update; with the first two of the next epoch it makes one of three rows.
func TestCarriedRowsCountInTheNextEpoch(t *testing.T) {
	x, y := nn.Column(1, 2, 4), nn.Column(3, -1, 2)
	again := nn.Column(4, 1, 2) // the row that waited, and the first two
	labels := nn.Column(2, 3, -1)
	for name, build := range map[string]func() *nn.Sequential{
		"one neuron": func() *nn.Sequential { return neuron(t, 1, -1) },
		"a penalty, momentum": func() *nn.Sequential {
			model := nn.NewSequential(nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Tanh), nn.WithKernelRegularizer(nn.L1L2(0.01, 0.1))), nn.NewDense(1))
			sgd := nn.NewSGD(0.05)
			sgd.Momentum = 0.5
			if err := model.Compile(sgd, nn.MeanSquaredError); err != nil {
				t.Fatal(err)
			}
			return model
		},
	} {
		carrying, byHand := build(), build()
		training, err := carrying.NewTraining(x, y, nn.FitConfig{Epochs: 4, BatchSize: 2, NoShuffle: true, CarryRows: true})
		if err != nil {
			t.Fatal(err)
		}
		for epoch := 1; epoch <= 4; epoch++ {
			if _, err := training.Advance(context.Background(), 1); err != nil {
				t.Fatal(err)
			}
			batchX, batchY := again, labels
			if epoch == 1 {
				batchX, batchY = nn.Column(1, 2), nn.Column(3, -1)
			}
			if _, err := byHand.TrainOnBatch(batchX, batchY); err != nil {
				t.Fatal(err)
			}
			wantAllNear(t, name, carrying.AppendParams(nil), doubles(byHand.AppendParams(nil)), 1e-5, 1e-6)
			if training.Steps() != epoch {
				t.Errorf("%s: %d updates after %d epochs, want one an epoch", name, training.Steps(), epoch)
			}
		}
		// What waits is forgotten by a training that begins again.
		fresh := build()
		if err := carrying.SetParams(fresh.AppendParams(nil)); err != nil {
			t.Fatal(err)
		}
		training.Restart()
		if _, err := training.Advance(context.Background(), 1); err != nil {
			t.Fatal(err)
		}
		if _, err := fresh.TrainOnBatch(nn.Column(1, 2), nn.Column(3, -1)); err != nil {
			t.Fatal(err)
		}
		wantAllNear(t, name+" again", carrying.AppendParams(nil), doubles(fresh.AppendParams(nil)), 1e-5, 1e-6)
	}
}

// TestRulesThatChangeNothingCostNothing: rows that fill their batches, and a penalty that
// no weight dies of, leave a training on the fused paths.
func TestRulesThatChangeNothingCostNothing(t *testing.T) {
	for _, test := range []struct {
		batch   int
		penalty nn.Regularizer
		want    bool
	}{
		{3, nn.Regularizer{}, false},
		{4, nn.Regularizer{}, true},
		{7, nn.Regularizer{}, true}, // of more than all rows
		{3, nn.Regularizer{L2: 0.1, Dies: true}, false},
		{3, nn.Regularizer{L1: 0.1, Dies: true}, true},
		{3, nn.Regularizer{L1: 0.1}, false},
	} {
		model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1), nn.WithKernelRegularizer(&test.penalty)))
		if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		begin := func(batch int) *nn.Training {
			training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 1, BatchSize: batch, CarryRows: true})
			if err != nil {
				t.Fatal(err)
			}
			return training
		}
		training := begin(test.batch)
		if got := nn.HasOwnRules(training); got != test.want {
			t.Errorf("batches of %d, %+v: own rules: %v, want %v", test.batch, test.penalty, got, test.want)
		}
		if _, err := training.Advance(context.Background(), 1); err != nil {
			t.Fatal(err)
		}
		// Those that wait count in the next training of the model too.
		if got := nn.HasOwnRules(begin(3)); got != test.want {
			t.Errorf("after batches of %d, %+v: own rules: %v, want %v", test.batch, test.penalty, got, test.want)
		}
	}
}

// TestABatchOfMoreThanAllRowsNeverComes: no weight changes, however many epochs.
func TestABatchOfMoreThanAllRowsNeverComes(t *testing.T) {
	model := neuron(t, 1, -1)
	if _, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 5, BatchSize: 7, CarryRows: true}); err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "weights", model.AppendParams(nil), []float64{1, -1}, 0, 0)
}

// TestATraceCarriesRows: looked at step by step, a training makes the same updates.
func TestATraceCarriesRows(t *testing.T) {
	config := nn.FitConfig{Epochs: 3, BatchSize: 4, NoShuffle: true, CarryRows: true}
	traced, plain := neuron(t, 1, -1), neuron(t, 1, -1)
	training, err := traced.NewTraining(lessonX, lessonY, config)
	if err != nil {
		t.Fatal(err)
	}
	for step := range 6 {
		trace, err := training.Trace()
		if err != nil {
			t.Fatal(err)
		}
		if waits := step%2 == 1; waits != (trace.Before[0] == trace.After[0]) {
			t.Errorf("step %d goes from %v to %v", step, trace.Before, trace.After)
		}
	}
	if _, err := plain.Fit(context.Background(), lessonX, lessonY, config); err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "weights", traced.AppendParams(nil), doubles(plain.AppendParams(nil)), 1e-6, 0)
}

func doubles(values []float32) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = float64(v)
	}
	return all
}
