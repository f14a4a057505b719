package nn_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestValidationOfSomeEpochs: the history has values of those epochs alone, and what
// callbacks write under a key of the validation part stands there.
func TestValidationOfSomeEpochs(t *testing.T) {
	const epochs = 6
	for _, c := range []struct {
		config nn.FitConfig
		want   []int
	}{
		{nn.FitConfig{}, []int{1, 2, 3, 4, 5, 6}},
		{nn.FitConfig{Validation: nn.ValidationConfig{Freq: 1}}, []int{1, 2, 3, 4, 5, 6}},
		{nn.FitConfig{Validation: nn.ValidationConfig{Freq: 4}}, []int{4}},
		{nn.FitConfig{Validation: nn.ValidationConfig{Freq: 2}, InitialEpoch: 1}, []int{2, 4, 6}},
		{nn.FitConfig{Validation: nn.ValidationConfig{Epochs: []int{5, 2, 99}}}, []int{2, 5}},
		{nn.FitConfig{Validation: nn.ValidationConfig{Epochs: []int{}}}, nil},
	} {
		var measured []int
		var console bytes.Buffer
		c.config.Epochs, c.config.ValidationX, c.config.ValidationY = epochs, nn.Column(1), nn.Column(9)
		c.config.Callbacks = []nn.Callback{nn.LambdaCallback{OnEpochEnd: func(epoch int, logs nn.Logs) error {
			if _, ok := logs.Lookup("val_loss"); ok {
				measured = append(measured, epoch+1)
			}
			return nil
		}}, nn.NewConsole(&console)}
		history, err := neuron(t, 0, 0).Fit(context.Background(), lessonX, lessonY, c.config)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(measured, c.want) || len(history.Metrics["val_loss"]) != len(c.want) || len(history.Metrics["loss"]) != epochs-c.config.InitialEpoch {
			t.Errorf("%+v: epochs %v log val_loss, want %v; the history is %v", c.config, measured, c.want, history)
		}
		if _, has := history.Metrics["val_loss"]; has != (len(c.want) > 0) {
			t.Errorf("%+v: the history has val_loss: %v", c.config, has)
		}
		if n := strings.Count(console.String(), "val_loss"); n != len(c.want) {
			t.Errorf("%+v: the console shows val_loss %d times, want %d", c.config, n, len(c.want))
		}
	}
}

// TestEMAIsMeasured: an Evaluate with SwapEMAWeights measures the average, and leaves the
// weights as they were.
func TestEMAIsMeasured(t *testing.T) {
	sgd := nn.NewSGD(0.01)
	sgd.UseEMA, sgd.EMAMomentum = true, 0.5
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(sgd, nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	if err := model.SetParams([]float32{0, 0}); err != nil {
		t.Fatal(err)
	}
	var trail [][]float32
	for range 2 {
		if _, err := model.TrainOnBatch(lessonX, lessonY); err != nil {
			t.Fatal(err)
		}
		trail = append(trail, model.AppendParams(nil))
	}
	average := []float32{(trail[0][0] + trail[1][0]) / 2, (trail[0][1] + trail[1][1]) / 2}
	swap := nn.NewSwapEMAWeights()
	got, err := model.Evaluate(lessonX, lessonY, nn.EvaluateConfig{Callbacks: []nn.TestCallback{swap}})
	if err != nil {
		t.Fatal(err)
	}
	want, err := neuron(t, average[0], average[1]).Evaluate(lessonX, lessonY)
	if err != nil {
		t.Fatal(err)
	}
	wantNear(t, "the loss of the average", got.Get("loss"), number(want.Get("loss")), 1e-6, 0)
	if after := model.AppendParams(nil); !slices.Equal(after, trail[1]) {
		t.Errorf("after Evaluate the weights are %v, want %v as before", after, trail[1])
	}
}
