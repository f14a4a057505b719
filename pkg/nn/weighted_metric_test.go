package nn_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// share is a metric of one's own that counts with weights: the share of the rows, or of
// their weights, that were guessed too low.
type share struct{}

func (share) Name() string             { return "share" }
func (share) Count(int) nn.MetricCount { return new(shareCount) }

type shareCount struct{ low, all float64 }

func (c *shareCount) Reset()             { *c = shareCount{} }
func (c *shareCount) Result() float64    { return c.low / c.all }
func (c *shareCount) Add(y, p []float32) { c.AddWeighted(y, p, 1) }

func (c *shareCount) AddWeighted(y, p []float32, weight float64) {
	if p[0] < y[0] {
		c.low += weight
	}
	c.all += weight
}

// TestWeightedMetrics: they come after the others, under the names that Keras gives
// them, and the rows' weights count in them alone, in metrics of one's own too.
func TestWeightedMetrics(t *testing.T) {
	mae, err := nn.MetricByName("mae")
	if err != nil {
		t.Fatal(err)
	}
	model := neuron(t, 1, 0)
	own := nn.NewCustomMetric(share{})
	if err := model.Compile(nn.NewSGD(0), nn.MeanSquaredError, nn.Weighted(mae), mae, nn.Weighted(nn.NewAUC()), own, mae, nn.NewAUC(), nn.Weighted(nn.Weighted(mae)), nn.Weighted(own)); err != nil {
		t.Fatal(err)
	}
	x, y, weights := nn.Column(0, 0, 0), nn.Column(0, 1, 1), []float32{1, 1, 4}
	logs, err := model.Evaluate(x, y, nn.EvaluateConfig{SampleWeight: weights})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"loss", "mae", "share", "mae_1", "auc", "weighted_mae", "auc_1", "weighted_mae_1", "weighted_share"}
	if !slices.Equal(logs.Keys(), want) {
		t.Errorf("the keys are %v, want %v", logs.Keys(), want)
	}
	check := func(call string, logs nn.Logs) {
		for key, want := range map[string]float64{"mae": 2. / 3, "weighted_mae": 5. / 6, "weighted_mae_1": 5. / 6, "share": 2. / 3, "weighted_share": 5. / 6, "loss": 5. / 3} {
			if got := logs.Get(key); math.Abs(got-want) > 1e-6 {
				t.Errorf("%s: %s = %v, want %v", call, key, got, want)
			}
		}
	}
	check("Evaluate", logs)
	logs, err = model.TrainOnBatch(x, y, nn.BatchConfig{ClassWeight: map[int]float64{0: 1, 1: 2.5}})
	if err != nil || math.Abs(logs.Get("weighted_share")-5./6) > 1e-6 || math.Abs(logs.Get("share")-2./3) > 1e-6 {
		t.Errorf("TrainOnBatch = %v, %v; want a weighted share of 5/6", logs, err)
	}
	history, err := model.Fit(context.Background(), x, y, nn.FitConfig{SampleWeight: weights, ValidationX: x, ValidationY: y, Validation: nn.ValidationConfig{SampleWeight: weights}})
	if err != nil {
		t.Fatal(err)
	}
	for _, prefix := range []string{"", "val_"} {
		var keys []string
		var values []float64
		for key, v := range history.Metrics {
			if strings.HasPrefix(key, "val_") == (prefix != "") {
				keys, values = append(keys, strings.TrimPrefix(key, prefix)), append(values, v[0])
			}
		}
		check("Fit "+prefix, nn.LogsOf(keys, values))
	}
	stopping := nn.NewEarlyStopping()
	for key, want := range map[string]bool{"weighted_mae_1": true, "auc_1": true, "weighted_share": false} {
		stopping.Monitor = key
		if _, err := model.Fit(context.Background(), x, y, nn.FitConfig{Callbacks: []nn.Callback{stopping}}); (err == nil) != want {
			t.Errorf("monitoring %s, Fit = %v; is it known which is better? want %v", key, err, want)
		}
	}
}

// TestNamedMetrics are logged under their names, written and read with their options. A
// metric of a loss has the loss's.
func TestNamedMetrics(t *testing.T) {
	curve := nn.NewAUC()
	curve.Curve = "PR"
	smooth := nn.NewBinaryCrossentropy()
	smooth.LabelSmoothing = 0.25
	model := neuron(t, 1, 0)
	if err := model.Compile(nn.NewSGD(0), nn.NewBinaryCrossentropy(), nn.Named(curve, "precision"), nn.MetricOfLoss(smooth), nn.Weighted(nn.Named(nn.MetricOfLoss(nn.MeanSquaredError), "far")), nn.MetricOfLoss(nn.Hinge)); err != nil {
		t.Fatal(err)
	}
	x, y := nn.Column(0.25, 0.75), nn.Column(0, 1)
	logs, err := model.Evaluate(x, y, nn.EvaluateConfig{SampleWeight: []float32{3, 1}})
	if want := []string{"loss", "precision", "binary_crossentropy", "hinge", "far"}; err != nil || !slices.Equal(logs.Keys(), want) {
		t.Fatalf("Evaluate = %v, %v; want %v", logs, err, want)
	}
	wantNear(t, "far", logs.Get("far"), 0.0625, 1e-6, 0)
	// Labels of 0.125 and 0.875 for both; the hinge takes −1 and 1.
	wantNear(t, "binary_crossentropy", logs.Get("binary_crossentropy"), number(-0.125*math.Log(0.25)-0.875*math.Log(0.75)), 1e-6, 0)
	wantNear(t, "hinge", logs.Get("hinge"), 0.75, 1e-6, 0)
	text, err := model.CompileConfig()
	if err != nil {
		t.Fatal(err)
	}
	again := neuron(t, 1, 0)
	if err := again.CompileFromConfig([]byte(strings.ReplaceAll(string(text), `"from_logits":false`, `"from_logits":true`))); err != nil {
		t.Fatal(err)
	}
	if got, err := again.CompileConfig(); err != nil || strings.ReplaceAll(string(got), `"from_logits":true`, `"from_logits":false`) != string(text) {
		t.Errorf("read and written again it is %s, %v; want %s", got, err, text)
	}
}

// TestNamesOfAnyMetric: a weighted metric stays so under another name, the last of two
// names counts, and "accuracy" is written under a name as the metric that it means.
func TestNamesOfAnyMetric(t *testing.T) {
	accuracy, err := nn.MetricByName("accuracy")
	if err != nil {
		t.Fatal(err)
	}
	model := neuron(t, 1, 0)
	if err := model.Compile(nn.NewSGD(0), nn.MeanSquaredError, nn.Named(nn.Named(accuracy, "hit"), "hits"), nn.Named(nn.Weighted(accuracy), "heavy")); err != nil {
		t.Fatal(err)
	}
	logs, err := model.Evaluate(nn.Column(0, 1), nn.Column(0, 0), nn.EvaluateConfig{SampleWeight: []float32{3, 1}})
	if err != nil || logs.Get("hits") != 0.5 || logs.Get("heavy") != 0.75 {
		t.Errorf("Evaluate = %v, %v; want hits of 0.5 and heavy of 0.75", logs, err)
	}
	text, err := model.CompileConfig()
	if err != nil {
		t.Fatal(err)
	}
	again := neuron(t, 1, 0)
	if err := again.CompileFromConfig(text); err != nil {
		t.Fatal(err)
	}
	if got, err := again.CompileConfig(); err != nil || string(got) != string(text) {
		t.Errorf("read and written again it is %s, %v; want %s", got, err, text)
	}
}

// TestWeightedMetricsAreWritten and read: Keras's weighted_metrics.
func TestWeightedMetricsAreWritten(t *testing.T) {
	model := neuron(t, 1, 0)
	if err := model.Compile(nn.NewSGD(0), nn.WithReduction(nn.WithReduction(nn.MeanSquaredError, nn.Sum), nn.NoReduction), nn.Weighted(nn.R2Score), nn.NewBinaryAccuracy()); err != nil {
		t.Fatal(err)
	}
	text, err := model.CompileConfig()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"reduction":"none"`, `"class_name":"R2Score"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("CompileConfig = %s, want %s in it", text, want)
		}
	}
	again := neuron(t, 1, 0)
	if err := again.CompileFromConfig([]byte(strings.ReplaceAll(string(text), `"reduction":"none"`, `"reduction":null`))); err != nil {
		t.Fatal(err)
	}
	if got, err := again.CompileConfig(); err != nil || string(got) != string(text) {
		t.Errorf("read and written again it is %s, %v; want %s", got, err, text)
	}
}
