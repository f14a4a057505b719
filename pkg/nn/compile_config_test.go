package nn_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// outputsOf is a model of so many outputs.
func outputsOf(n int) *nn.Sequential {
	return nn.NewSequential(nn.NewDense(n, nn.InputShape(1), nn.WithActivation(nn.Sigmoid)))
}

// again compiles a second model with what the first was compiled with, and compares
// what both say of it.
func again(t *testing.T, what string, m, other *nn.Sequential) {
	t.Helper()
	text, err := m.CompileConfig()
	if err != nil {
		t.Errorf("%s: CompileConfig error = %v", what, err)
		return
	}
	if err := other.CompileFromConfig(text); err != nil {
		t.Errorf("%s: CompileFromConfig(%s) error = %v", what, text, err)
		return
	}
	if got, err := other.CompileConfig(); err != nil || !bytes.Equal(got, text) {
		t.Errorf("%s: CompileConfig after CompileFromConfig is\n%s, %v; want\n%s", what, got, err, text)
	}
}

// TestCompileConfigGoesOutAndIn: everything that a model can be compiled with.
func TestCompileConfigGoesOutAndIn(t *testing.T) {
	for _, e := range nn.Optimizers().Entries() {
		o, err := nn.OptimizerByName(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		m := outputsOf(2)
		if err := m.Compile(o, nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		again(t, e.Name, m, outputsOf(2))
	}
	for _, c := range []*nn.Catalogue{nn.Losses(), nn.FurtherLosses()} {
		for _, e := range c.Entries() {
			l, err := nn.LossByName(e.Name)
			if err != nil {
				t.Fatal(err)
			}
			for _, reduction := range []string{nn.SumOverBatchSize, nn.Sum, nn.MeanWithSampleWeight, nn.NoReduction} {
				m := outputsOf(2)
				if err := m.Compile(nn.NewSGD(0.1), nn.WithReduction(l, reduction)); err != nil {
					t.Fatal(err)
				}
				again(t, e.Name, m, outputsOf(2))
			}
		}
	}
	for _, c := range []*nn.Catalogue{nn.Metrics(), nn.FurtherMetrics()} {
		for _, e := range c.Entries() {
			loss := nn.MeanSquaredError
			if strings.HasPrefix(e.Name, "sparse") {
				loss = nn.NewSparseCategoricalCrossentropy()
			}
			for _, byName := range []bool{true, false} {
				metric := nn.Construct(e).(nn.Metric)
				if byName || e.Class == "" {
					var err error
					if metric, err = nn.MetricByName(e.Name); err != nil {
						t.Fatal(err)
					}
				}
				outputs := 2
				if strings.Contains(e.Name, "f1") || strings.Contains(e.Name, "fbeta") {
					outputs = 1
				}
				m := outputsOf(outputs)
				if err := m.Compile(nn.NewSGD(0.1), loss, metric); err != nil {
					t.Fatal(err)
				}
				again(t, e.Name, m, outputsOf(outputs))
			}
		}
	}
	for _, s := range []nn.Schedule{
		&nn.ExponentialDecay{InitialLearningRate: 0.1, DecaySteps: 3, DecayRate: 0.5, Staircase: true},
		&nn.PiecewiseConstantDecay{Boundaries: []float64{2, 5}, Values: []float64{1, 0.5, 0.1}},
	} {
		o := nn.NewSGD(0.1)
		o.SetSchedule(s)
		o.UseEMA, o.EMAOverwriteFrequency, o.GradientAccumulationSteps, o.EMAMomentum = true, 4, 2, 0.5
		m := outputsOf(1)
		if err := m.Compile(o, nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		again(t, s.Name(), m, outputsOf(1))
	}
	precision := nn.NewPrecision()
	precision.TopK, precision.ClassID = 1, 1
	m := outputsOf(2)
	if err := m.Compile(nn.NewSGD(0.1), nn.MeanSquaredError, precision); err != nil {
		t.Fatal(err)
	}
	again(t, "precision of a class", m, outputsOf(2))
}

// TestKerasCompileConfigsAreRead: what Keras's get_compile_config gave.
func TestKerasCompileConfigsAreRead(t *testing.T) {
	var fixture struct {
		head
		Compile []json.RawMessage
	}
	readFixture(t, "configs.json", &fixture)
	for i, text := range fixture.Compile {
		m := outputsOf(1)
		if err := m.CompileFromConfig(text); err != nil {
			t.Errorf("%d: CompileFromConfig(%s) error = %v", i, text, err)
			continue
		}
		if _, err := m.Fit(context.Background(), nn.Column(0, 1), nn.Column(0, 1), nn.FitConfig{}); err != nil {
			t.Error(err)
		}
	}
}

// TestWrongCompileConfigs name what they have wrong and leave the model as it was.
func TestWrongCompileConfigs(t *testing.T) {
	optimizer := func(config string) string {
		return `{"loss":"mse","optimizer":{"class_name":"SGD","config":` + config + `}}`
	}
	metric := func(object string) string { return `{"loss":"mse","optimizer":"sgd","metrics":[` + object + `]}` }
	for _, c := range []struct{ text, want string }{
		{`{}`, "the optimizer is missing"},
		{`{"optimizer":"sgd"}`, "the loss is missing"},
		{`{"optimizer":"sdg"}`, `did you mean "sgd"`},
		{`{"optimizer":{"class_name":"SDG","config":{}}}`, "there is no optimizer"},
		{optimizer(`{"momentum":"much"}`), "momentum is much; give a number"},
		{optimizer(`{"speed":1}`), `"speed" is not known`},
		{optimizer(`{"loss_scale_factor":2}`), "loss_scale_factor is 2, which this library does not have"},
		{optimizer(`{"learning_rate":{"class_name":"Sine","config":{}}}`), "there is no schedule"},
		{optimizer(`{"learning_rate":{"class_name":"CosineDecay"}}`), "config is missing"},
		{optimizer(`{"learning_rate":{"class_name":"CosineDecay","config":{"steps":1}}}`), `"steps" is not known`},
		{`{"optimizer":"sgd","loss":{"class_name":"Huber","config":{"delta":"x"}}}`, "delta is x"},
		{`{"optimizer":"sgd","loss":{"class_name":"Huber","config":{"reduction":"nil"}}}`, `the reduction is "nil"`},
		{metric(`7`), "metric is 7"},
		{metric(`{"class_name":"AUC","config":{"num_labels":2}}`), "num_labels is 2 without multi_label"},
		{metric(`{"class_name":"AUC","config":{"curve":7}}`), "curve is 7; give a text"},
		{metric(`{"class_name":"Mean","config":{}}`), "there is no metric"},
		{strings.Repeat(" ", 64<<20+1), "more than the"},
	} {
		m := outputsOf(1)
		if err := m.CompileFromConfig([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("CompileFromConfig(%.80s) error = %v, want one with %q", c.text, err, c.want)
		}
		if m.Compiled() {
			t.Errorf("CompileFromConfig(%.80s) compiles the model", c.text)
		}
	}
	if _, err := outputsOf(1).CompileConfig(); err == nil || !strings.Contains(err.Error(), "not compiled") {
		t.Errorf("CompileConfig error = %v, want one about Compile", err)
	}
}

// TestOnesOwnHaveNoConfiguration: Keras does not know them.
func TestOnesOwnHaveNoConfiguration(t *testing.T) {
	m := outputsOf(1)
	for want, compile := range map[string]func() error{
		"the loss pinball is one of your own": func() error { return m.Compile(nn.NewSGD(1), nn.NewCustomLoss(pinball{})) },
		"the metric worst is one of your own": func() error { return m.Compile(nn.NewSGD(1), nn.MeanSquaredError, nn.NewCustomMetric(worst{})) },
	} {
		if err := compile(); err != nil {
			t.Fatal(err)
		}
		if _, err := m.CompileConfig(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("CompileConfig error = %v, want one with %q", err, want)
		}
	}
	for want, layer := range map[string]nn.Layer{
		"the layer gain is one of your own":      nn.NewCustomLayer(gain{}),
		"the activation sine is one of your own": nn.NewDense(1, nn.WithActivation(nn.NewCustomActivation(sine{}))),
	} {
		if _, err := nn.NewSequential(nn.NewInput(1), layer).Config(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Config error = %v, want one with %q", err, want)
		}
	}
	infinite := nn.NewDense(1, nn.InputShape(1))
	m = nn.NewSequential(infinite)
	infinite.KernelRegularizer = nn.L2(math.Inf(1))
	if _, err := m.Config(); err == nil || !strings.Contains(err.Error(), "give a finite one") {
		t.Errorf("Config of an infinite factor = %v, want an error", err)
	}
}

// TestDirections: whether more of a metric is better is as Keras has it; of counts,
// and of one's own, it is not known.
//
// Source: keras/src/metrics, _direction.
func TestDirections(t *testing.T) {
	const up = " binary_accuracy categorical_accuracy sparse_categorical_accuracy cosine_similarity r2_score accuracy" +
		" auc precision recall f1_score fbeta_score top_k_categorical_accuracy sparse_top_k_categorical_accuracy "
	const unknown = " true_positives true_negatives false_positives false_negatives "
	for _, c := range []*nn.Catalogue{nn.Metrics(), nn.FurtherMetrics()} {
		for _, e := range c.Entries() {
			loss := nn.MeanSquaredError
			y := nn.Column(1, 0)
			if strings.HasPrefix(e.Name, "sparse") {
				loss, y = nn.NewSparseCategoricalCrossentropy(), nn.Column(0, 0)
			}
			metric, err := nn.MetricByName(e.Name)
			if err != nil {
				t.Fatal(err)
			}
			m := outputsOf(1)
			if err := m.Compile(nn.NewSGD(0), loss, metric); err != nil {
				t.Fatal(err)
			}
			stopping := nn.NewEarlyStopping()
			stopping.Monitor = e.Name
			training, err := m.NewTraining(nn.Column(1, 2), y, nn.FitConfig{Epochs: 5, Callbacks: []nn.Callback{stopping}})
			if err != nil {
				t.Fatal(err)
			}
			err = stopping.TrainBegin(training)
			if is := strings.Contains(unknown, " "+e.Name+" "); is != (err != nil) {
				t.Errorf("%s: TrainBegin = %v, want an error: %v", e.Name, err, is)
				continue
			} else if is {
				continue
			}
			for epoch, value := range []float64{1, 2} {
				if err := stopping.EpochEnd(epoch, nn.LogsOf([]string{e.Name}, []float64{value})); err != nil {
					t.Fatal(err)
				}
			}
			if stopped := nn.Stopped(training); stopped == strings.Contains(up, " "+e.Name+" ") {
				t.Errorf("%s: growing ends the training: %v", e.Name, stopped)
			}
		}
	}
}
