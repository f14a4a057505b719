package nn_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// wholeFixture is a model that Keras wrote, and its training there:
// testdata/keras/whole.py.
type wholeFixture struct {
	Name            string
	Config          json.RawMessage
	Optimizer, Loss spec
	Metrics         []any
	BatchSize       int `json:"batch_size"`
	Epochs          int
	ValidationSplit float64   `json:"validation_split"`
	SampleWeight    []float32 `json:"sample_weight"`
	X, Y            [][]float32
	Start           [][]float32
	Final           [][]number
	History         map[string][]number
	Predicted       [][]number
	Summary         string
}

// TestKerasLayers: every layer, constraint, further loss and metric, and option of
// an optimizer trains, predicts and is summarized as in Keras.
func TestKerasLayers(t *testing.T) {
	var fixture struct {
		head
		Trainings []wholeFixture
	}
	readFixture(t, "layers.json", &fixture)
	trainings := fixture.Trainings
	fixture.Trainings = nil
	readFixture(t, "further.json", &fixture)
	if trainings = append(trainings, fixture.Trainings...); len(trainings) < 100 {
		t.Fatalf("%d trainings, want at least 100", len(trainings))
	}
	for _, want := range trainings {
		t.Run(want.Name, func(t *testing.T) { checkWhole(t, want, 3*shortRun) })
	}
}

// modelOf returns the model of a fixture with its first weights, compiled with weighted
// metrics too.
func modelOf(t *testing.T, want wholeFixture, weighted ...any) *nn.Sequential {
	t.Helper()
	model, err := nn.FromConfig(want.Config)
	if err != nil {
		t.Fatal(err)
	}
	var metrics []nn.Metric
	for _, m := range want.Metrics {
		metrics = append(metrics, metricOf(t, m))
	}
	for _, m := range weighted {
		metrics = append(metrics, nn.Weighted(metricOf(t, m)))
	}
	if err := model.Compile(optimizerOf(t, want.Optimizer), lossOf(t, want.Loss), metrics...); err != nil {
		t.Fatal(err)
	}
	if err := model.SetWeights(want.Start); err != nil {
		t.Fatal(err)
	}
	return model
}

func (want wholeFixture) data(t *testing.T) (x, y nn.Matrix) {
	t.Helper()
	x, err := nn.FromRows(want.X)
	if err != nil {
		t.Fatal(err)
	}
	if y, err = nn.FromRows(want.Y); err != nil {
		t.Fatal(err)
	}
	return x, y
}

func checkWhole(t *testing.T, want wholeFixture, relative float64) {
	model := modelOf(t, want)
	x, y := want.data(t)
	history, err := model.Fit(context.Background(), x, y, nn.FitConfig{
		Epochs: want.Epochs, BatchSize: want.BatchSize, NoShuffle: true,
		ValidationSplit: want.ValidationSplit, SampleWeight: want.SampleWeight,
	})
	if err != nil {
		t.Fatal(err)
	}
	want.checkTrained(t, model, history, relative, 5e-6)
	predicted, err := model.Predict(x)
	if err != nil {
		t.Fatal(err)
	}
	want.checkPredicted(t, predicted, relative, 1e-5)
	if got := model.Summary(); strings.TrimSpace(got) != strings.TrimSpace(want.Summary) {
		t.Errorf("Summary:\n%s\nwant\n%s", got, want.Summary)
	}
}

// checkTrained compares the history and the last weights.
func (want wholeFixture) checkTrained(t *testing.T, model *nn.Sequential, history *nn.History, relative, absolute float64) {
	t.Helper()
	if len(history.Metrics) != len(want.History) {
		t.Errorf("the history has %d keys, want %d", len(history.Metrics), len(want.History))
	}
	for key, values := range want.History {
		wantAllNear(t, key, history.Metrics[key], values, relative, absolute)
	}
	for i, values := range model.Weights() {
		wantAllNear(t, fmt.Sprintf("weights[%d] at the end", i), values, want.Final[i], relative, absolute)
	}
}

func (want wholeFixture) checkPredicted(t *testing.T, predicted nn.Matrix, relative, absolute float64) {
	t.Helper()
	for i, row := range want.Predicted {
		if !wantAllNear(t, fmt.Sprintf("Predict row %d", i), predicted.Row(i), row, relative, absolute) {
			break
		}
	}
}

// drawnFixture is a training that was drawn at random.
type drawnFixture struct {
	wholeFixture
	Moved float64 // how far Keras's own result moves with the first weights' last places
}

func (want drawnFixture) relative() float64 { return math.Max(1e-4, 10*want.Moved) }

// wantCovered wants many losses and optimizers among the trainings, and so many that do
// not multiply rounding.
func wantCovered(t *testing.T, trainings []drawnFixture, least int) {
	t.Helper()
	losses, optimizers, closely := make(map[string]bool), make(map[string]bool), 0
	for _, want := range trainings {
		losses[want.Loss.Class], optimizers[want.Optimizer.Class] = true, true
		if want.Moved < 1e-5 {
			closely++
		}
	}
	if len(losses) < 18 || len(optimizers) < 11 || closely < least {
		t.Errorf("%d losses and %d optimizers, %d trainings that do not multiply rounding; want 18, 11 and %d", len(losses), len(optimizers), closely, least)
	}
}

// TestKerasDrawnTrainings: trainings drawn at random over every loss, last layer and
// optimizer agree with Keras within 1e-4, or within ten times what Keras's own result
// moves when each first weight is one unit in the last place away.
func TestKerasDrawnTrainings(t *testing.T) {
	var fixture struct {
		head
		Trainings []drawnFixture
	}
	readFixture(t, "drawn.json", &fixture)
	if len(fixture.Trainings) < 40 {
		t.Fatalf("%d trainings, want at least 40", len(fixture.Trainings))
	}
	for _, want := range fixture.Trainings {
		t.Run(want.Name, func(t *testing.T) { checkWhole(t, want.wholeFixture, want.relative()) })
	}
	wantCovered(t, fixture.Trainings, 35)
}
