package nn_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// TestHooksAreCalledInOrder: of an epoch, its batches and the measuring of its
// validation part, with what they have logged so far.
func TestHooksAreCalledInOrder(t *testing.T) {
	var told []string
	note := func(format string, values ...any) error {
		told = append(told, fmt.Sprintf(format, values...))
		return nil
	}
	callback := nn.LambdaCallback{
		OnTrainBegin:      func(*nn.Training) error { return note("train") },
		OnEpochBegin:      func(epoch int) error { return note("epoch %d", epoch) },
		OnTrainBatchBegin: func(batch int) error { return note("batch %d", batch) },
		OnTrainBatchEnd:   func(batch int, logs nn.Logs) error { return note("end %d %.0f", batch, logs.Get("loss")) },
		OnTestBegin:       func() error { return note("test") },
		OnTestBatchBegin:  func(batch int) error { return note("test batch %d", batch) },
		OnTestBatchEnd:    func(batch int, logs nn.Logs) error { return note("test end %d %.0f", batch, logs.Get("loss")) },
		OnTestEnd:         func(logs nn.Logs) error { return note("tested %.0f", logs.Get("loss")) },
		OnEpochEnd: func(epoch int, logs nn.Logs) error {
			return note("ended %.0f %.0f", logs.Get("loss"), logs.Get("val_loss"))
		},
		OnTrainEnd: func() error { return note("over") },
	}
	model := neuron(t, 0, 0)
	if err := model.Compile(nn.NewSGD(0), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	x, y := nn.Column(1, 1, 1, 1, 1), nn.Column(1, 2, 3, 4, 6)
	config := nn.FitConfig{BatchSize: 2, NoShuffle: true, ValidationX: nn.Column(1, 1, 1), ValidationY: nn.Column(2, 4, 8), Callbacks: []nn.Callback{callback}}
	if _, err := model.Fit(context.Background(), x, y, config); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"train", "epoch 0", "batch 0", "end 0 2", "batch 1", "end 1 8", "batch 2", "end 2 13",
		"test", "test batch 0", "test end 0 10", "test batch 1", "test end 1 28", "tested 28", "ended 13 28", "over",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	told = nil
	logs, err := model.Evaluate(x, y, nn.EvaluateConfig{BatchSize: 4, SampleWeight: []float32{1, 0, 1, 0, 2}, Callbacks: []nn.TestCallback{callback}})
	if err != nil || math.Abs(logs.Get("loss")-(1+9+72)/5.0) > 1e-9 {
		t.Errorf("Evaluate = %v, %v; want a loss of 16.4", logs, err)
	}
	if want := []string{"test", "test batch 0", "test end 0 2", "test batch 1", "test end 1 16", "tested 16"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// TestHooksThatFail end the training or the measuring with their error.
func TestHooksThatFail(t *testing.T) {
	wrong := errors.New("nn: wrong")
	for i, c := range []nn.LambdaCallback{
		{OnTrainBatchBegin: func(int) error { return wrong }},
		{OnTrainBatchEnd: func(int, nn.Logs) error { return wrong }},
		{OnTestBegin: func() error { return wrong }},
		{OnTestBatchBegin: func(int) error { return wrong }},
		{OnTestBatchEnd: func(int, nn.Logs) error { return wrong }},
		{OnTestEnd: func(nn.Logs) error { return wrong }},
	} {
		model := neuron(t, 0, 0)
		_, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{ValidationSplit: 0.5, Epochs: 3, Callbacks: []nn.Callback{c}})
		if !errors.Is(err, wrong) {
			t.Errorf("callback %d: Fit = %v, want its error", i, err)
		}
		if _, err := model.Evaluate(lessonX, lessonY, nn.EvaluateConfig{Callbacks: []nn.TestCallback{c}}); i >= 2 && !errors.Is(err, wrong) {
			t.Errorf("callback %d: Evaluate = %v, want its error", i, err)
		}
		if training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Callbacks: []nn.Callback{c}}); err != nil {
			t.Error(err)
		} else if _, err := training.Trace(); i == 0 && !errors.Is(err, wrong) {
			t.Errorf("callback %d: Trace = %v, want its error", i, err)
		}
	}
}

// TestEMAWaitsForAStep: a training that ends before its first step has no average.
func TestEMAWaitsForAStep(t *testing.T) {
	o := nn.NewSGD(0.1)
	o.UseEMA = true
	model := neuron(t, 1, 2)
	if err := model.Compile(o, nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	if _, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 1, InitialEpoch: 1}); err != nil {
		t.Fatal(err)
	}
	if got := model.AppendParams(nil); !slices.Equal(got, []float32{1, 2}) {
		t.Errorf("the weights are %v, want 1 and 2", got)
	}
}

// TestPredictHooksAreCalledInOrder, with what the model gives for each batch; the error
// of each ends the Predict.
func TestPredictHooksAreCalledInOrder(t *testing.T) {
	var told []string
	failing, fails := "", errors.New("enough")
	note := func(format string, values ...any) error {
		told = append(told, fmt.Sprintf(format, values...))
		if told[len(told)-1] == failing {
			return fails
		}
		return nil
	}
	callback := nn.LambdaPredictCallback{
		OnPredictBegin:      func() error { return note("predict") },
		OnPredictBatchBegin: func(batch int) error { return note("batch %d", batch) },
		OnPredictBatchEnd:   func(batch int, outputs nn.Matrix) error { return note("end %d %v", batch, outputs.Data) },
		OnPredictEnd:        func() error { return note("over") },
	}
	model := neuron(t, 2, 1)
	config := nn.PredictConfig{BatchSize: 2, Callback: nn.PredictCallbacks{callback, nn.LambdaPredictCallback{}}}
	outputs, err := model.Predict(nn.Column(1, 2, 3), config)
	want := []string{"predict", "batch 0", "end 0 [3 5]", "batch 1", "end 1 [7]", "over"}
	if err != nil || !slices.Equal(outputs.Data, []float32{3, 5, 7}) || !slices.Equal(told, want) {
		t.Errorf("Predict = %v, %v; told %q, want %q", outputs, err, told, want)
	}
	for _, failing = range want {
		if _, err := model.Predict(nn.Column(1, 2, 3), config); !errors.Is(err, fails) {
			t.Errorf("where %q fails Predict = %v, want that error", failing, err)
		}
	}
}
