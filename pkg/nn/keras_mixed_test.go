package nn_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"firstneuron/pkg/nn"
)

// mixedFixture is a training with everything that compile, fit, evaluate, predict and
// train_on_batch take: testdata/keras/mixed.py.
type mixedFixture struct {
	drawnFixture
	WeightedMetrics     []any `json:"weighted_metrics"`
	Callbacks           []spec
	InitialEpoch        int                `json:"initial_epoch"`
	ClassWeight         map[string]float64 `json:"class_weight"`
	ValidationX         [][]float32        `json:"validation_x"`
	ValidationY         [][]float32        `json:"validation_y"`
	ValidationWeight    []float32          `json:"validation_weight"`
	ValidationBatchSize int                `json:"validation_batch_size"`
	ValidationFreq      any                `json:"validation_freq"`
	Again               struct {
		BatchSize    int       `json:"batch_size"`
		SampleWeight []float32 `json:"sample_weight"`
	}
	Epoch     []int
	Evaluated map[string]number
	OnBatch   map[string]number `json:"on_batch"`
	AtLast    [][]number        `json:"at_last"`
}

// TestKerasMixedTrainings: trainings drawn at random with callbacks, weights of rows and
// classes, reductions, weighted metrics, averages, constraints, every kind of validation
// and, in the last third, any last layer after any loss agree with Keras as those of
// TestKerasDrawnTrainings do, and so do evaluate, predict and train_on_batch afterwards.
func TestKerasMixedTrainings(t *testing.T) {
	var fixture struct {
		head
		Trainings []mixedFixture
	}
	readFixture(t, "mixed.json", &fixture)
	if len(fixture.Trainings) < 60 {
		t.Fatalf("%d trainings, want at least 60", len(fixture.Trainings))
	}
	var drawn []drawnFixture
	for _, want := range fixture.Trainings {
		drawn = append(drawn, want.drawnFixture)
		t.Run(want.Name, func(t *testing.T) { checkMixed(t, want, want.relative()) })
	}
	wantCovered(t, drawn, 55)
}

func checkMixed(t *testing.T, want mixedFixture, relative float64) {
	absolute := relative // as mixed.py measures how far apart Keras's own two are
	model := modelOf(t, want.wholeFixture, want.WeightedMetrics...)
	x, y := want.data(t)
	history, err := model.Fit(context.Background(), x, y, want.fitConfig(t))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(history.Epoch, want.Epoch) {
		t.Errorf("the epochs are %v, want %v", history.Epoch, want.Epoch)
	}
	want.checkTrained(t, model, history, relative, absolute)
	logs, err := model.Evaluate(x, y, nn.EvaluateConfig{BatchSize: want.Again.BatchSize, SampleWeight: want.Again.SampleWeight})
	if err != nil {
		t.Fatal(err)
	}
	wantLogs(t, "Evaluate", logs, want.Evaluated, relative)
	predicted, err := model.Predict(x, nn.PredictConfig{BatchSize: want.Again.BatchSize})
	if err != nil {
		t.Fatal(err)
	}
	want.checkPredicted(t, predicted, relative, absolute)
	logs, err = model.TrainOnBatch(x, y, nn.BatchConfig{SampleWeight: want.Again.SampleWeight})
	if err != nil {
		t.Fatal(err)
	}
	wantLogs(t, "TrainOnBatch", logs, want.OnBatch, relative)
	for i, values := range model.Weights() {
		wantAllNear(t, fmt.Sprintf("weights[%d] after TrainOnBatch", i), values, want.AtLast[i], relative, absolute)
	}
}

func wantLogs(t *testing.T, call string, got nn.Logs, want map[string]number, relative float64) {
	t.Helper()
	if len(got.Keys()) != len(want) {
		t.Errorf("%s logs %v, want %d keys", call, got.Keys(), len(want))
	}
	for key, value := range want {
		wantNear(t, call+" "+key, got.Get(key), value, relative, relative)
	}
}

func (want mixedFixture) fitConfig(t *testing.T) nn.FitConfig {
	t.Helper()
	c := nn.FitConfig{
		Epochs: want.Epochs, InitialEpoch: want.InitialEpoch, BatchSize: want.BatchSize, NoShuffle: true, SampleWeight: want.SampleWeight,
		ValidationSplit: want.ValidationSplit,
	}
	validation := nn.ValidationConfig{SampleWeight: want.ValidationWeight, BatchSize: want.ValidationBatchSize}
	for class, weight := range want.ClassWeight {
		if c.ClassWeight == nil {
			c.ClassWeight = make(map[int]float64)
		}
		number, err := strconv.Atoi(class)
		if err != nil {
			t.Fatal(err)
		}
		c.ClassWeight[number] = weight
	}
	switch freq := want.ValidationFreq.(type) {
	case float64:
		validation.Freq = int(freq)
	case []any:
		for _, epoch := range freq {
			validation.Epochs = append(validation.Epochs, int(epoch.(float64)))
		}
	}
	c.Validation = validation
	if want.ValidationX != nil {
		var err error
		if c.ValidationX, err = nn.FromRows(want.ValidationX); err != nil {
			t.Fatal(err)
		}
		if c.ValidationY, err = nn.FromRows(want.ValidationY); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range want.Callbacks {
		c.Callbacks = append(c.Callbacks, mixedCallback(t, s))
	}
	return c
}

// mixedCallback is callbackOf for the callbacks that it does not know.
func mixedCallback(t *testing.T, s spec) nn.Callback {
	t.Helper()
	switch s.Class {
	case "LearningRateScheduler":
		factor := s.Args["factor"].(float64)
		return &nn.LearningRateScheduler{Schedule: func(_ int, rate float64) float64 { return rate * factor }}
	case "SwapEMAWeights":
		swap := nn.NewSwapEMAWeights()
		configure(t, swap, s.Args)
		return swap
	case "TerminateOnNaN":
		return nn.TerminateOnNaN{}
	}
	c := callbackOf(t, s)
	if stopping, ok := c.(*nn.EarlyStopping); ok {
		if baseline, ok := s.Args["baseline"].(float64); ok {
			stopping.Baseline = &baseline
		}
	}
	return c
}
