package nn_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"firstneuron/pkg/nn"
)

func TestKerasOptimizers(t *testing.T) {
	var fixture struct {
		head
		X, Y   [][][]float32
		Kernel [][]float32
		Bias   []float32
		Cases  []struct {
			spec
			Loss    []number
			Weights [][]number
		}
	}
	readFixture(t, "optimizers.json", &fixture)
	start := append(append([]float32{}, flat(fixture.Kernel)...), fixture.Bias...)
	for _, want := range fixture.Cases {
		name := fmt.Sprint(want.Class, want.Args)
		model := nn.NewSequential(nn.NewDense(2, nn.InputShape(4)))
		if err := model.Compile(optimizerOf(t, want.spec), nn.MeanSquaredError); err != nil {
			t.Errorf("%s: Compile error = %v", name, err)
			continue
		}
		if err := model.SetParams(start); err != nil {
			t.Fatal(err)
		}
		for step := range want.Loss {
			x, _ := nn.FromRows(fixture.X[step%len(fixture.X)])
			y, _ := nn.FromRows(fixture.Y[step%len(fixture.Y)])
			logs, err := model.TrainOnBatch(x, y)
			if err != nil {
				t.Fatal(err)
			}
			// Fifteen steps. The absolute part is for weights near 0, whose
			// steps of up to a tenth are right to a few units in the last place.
			if loss := logs.Get("loss"); !near(loss, float64(want.Loss[step]), shortRun, 1e-7) {
				t.Errorf("%s: loss of step %d = %v, want %v", name, step, loss, want.Loss[step])
				break
			}
			if !wantAllNear(t, fmt.Sprintf("%s: weights after step %d", name, step), model.AppendParams(nil), want.Weights[step], shortRun, 5e-7) {
				break
			}
		}
	}
}

func flat(rows [][]float32) []float32 {
	var all []float32
	for _, row := range rows {
		all = append(all, row...)
	}
	return all
}

func TestKerasSchedules(t *testing.T) {
	var fixture struct {
		head
		Steps []int
		Cases []struct {
			spec
			Rates []number
		}
	}
	readFixture(t, "schedules.json", &fixture)
	for _, want := range fixture.Cases {
		schedule := scheduleOf(t, map[string]any{"class": want.Class, "args": want.Args})
		for i, step := range fixture.Steps {
			// Keras computes the rate in float32, this package in float64.
			wantNear(t, fmt.Sprintf("%s%v.Rate(%d)", want.Class, want.Args, step), schedule.Rate(step), want.Rates[i], 2e-6, 1e-9)
		}
	}
}

func TestKerasActivations(t *testing.T) {
	var fixture struct {
		head
		X           []float32
		Elementwise []struct {
			Name  string
			Y, DY []number
		}
		Layers []struct {
			spec
			Y, DY []number
		}
		Rows, Upstream [][]float32
		Rowwise        []struct {
			Name  string
			Y, DX [][]number
		}
	}
	readFixture(t, "activations.json", &fixture)
	seen := map[string]bool{}
	for _, want := range fixture.Elementwise {
		seen[want.Name] = true
		y, dy := nn.Apply(t, want.Name, fixture.X, nil, 1)
		// The absolute part is for values that float32 rounds away beside 1.
		for i := range y {
			wantNear(t, fmt.Sprintf("%s(%v)", want.Name, fixture.X[i]), float64(y[i]), want.Y[i], 2e-6, 1.2e-7)
			wantNear(t, fmt.Sprintf("d%s(%v)", want.Name, fixture.X[i]), float64(dy[i]), want.DY[i], 1e-5, 3e-7)
		}
	}
	for _, want := range fixture.Layers {
		config, err := json.Marshal(map[string]any{"layers": []any{
			map[string]any{"class_name": "InputLayer", "config": map[string]any{"batch_shape": []any{nil, len(fixture.X)}}},
			map[string]any{"class_name": want.Class, "config": want.Args},
		}})
		if err != nil {
			t.Fatal(err)
		}
		model, err := nn.FromConfig(config)
		if err != nil {
			t.Fatal(err)
		}
		y, dx := nn.ApplyLast(model, fixture.X)
		name := fmt.Sprint(want.Class, want.Args)
		for i := range y {
			wantNear(t, fmt.Sprintf("%s(%v)", name, fixture.X[i]), float64(y[i]), want.Y[i], 2e-6, 1.2e-7)
			wantNear(t, fmt.Sprintf("d%s(%v)", name, fixture.X[i]), float64(dx[i]), want.DY[i], 1e-5, 3e-7)
		}
	}
	for _, want := range fixture.Rowwise {
		seen[want.Name] = true
		y, dx := nn.Apply(t, want.Name, flat(fixture.Rows), flat(fixture.Upstream), 3)
		for i := range y {
			wantNear(t, fmt.Sprintf("%s[%d]", want.Name, i), float64(y[i]), want.Y[i/3][i%3], 2e-6, 1.2e-7)
			wantNear(t, fmt.Sprintf("d%s[%d]", want.Name, i), float64(dx[i]), want.DX[i/3][i%3], 1e-5, 1e-6)
		}
	}
	nan := float32(math.NaN())
	if _, dz := nn.Apply(t, "relu", []float32{-1, 0, 2}, []float32{nan, nan, 3}, 1); dz[0] == dz[0] || dz[1] == dz[1] || dz[2] != 3 {
		t.Errorf("relu gives %v for a gradient that is no number, want it to stay so, as in TensorFlow", dz)
	}
	for _, name := range nn.Activations().Names() {
		if !seen[name] {
			t.Errorf("the fixture lacks the activation %s", name)
		}
	}
}

func TestKerasMetrics(t *testing.T) {
	var fixture struct {
		head
		Data    lossData
		Batches []int
		Cases   []struct {
			spec
			Data         string
			Results      []number
			SampleWeight []float64 `json:"sample_weight"`
		}
		Accuracy []struct {
			Loss, Data string
			Accuracy   number
		}
	}
	readFixture(t, "metrics.json", &fixture)
	for _, want := range fixture.Cases {
		metric := metricOf(t, map[string]any{"class": want.Class, "args": want.Args})
		y, p := fixture.Data.find(want.Data)
		results := nn.Count(metric, y, p, want.SampleWeight, fixture.Batches)
		for i, got := range results {
			wantNear(t, fmt.Sprintf("%s%v %s after batch %d", want.Class, want.Args, want.Data, i), got, want.Results[i], 2e-6, 2e-7)
		}
	}
	for _, want := range fixture.Accuracy {
		loss, err := nn.LossByName(want.Loss)
		if err != nil {
			t.Fatal(err)
		}
		metric, err := nn.MetricByName("accuracy")
		if err != nil {
			t.Fatal(err)
		}
		y, p := fixture.Data.find(want.Data)
		model := nn.NewSequential(nn.NewInput(len(p[0])), nn.NewActivation(nn.Linear))
		if err := model.Compile(nn.NewSGD(0.01), loss, metric); err != nil {
			t.Fatal(err)
		}
		x, _ := nn.FromRows(p)
		labels, _ := nn.FromRows(y)
		logs, err := model.Evaluate(x, labels)
		if err != nil {
			t.Fatal(err)
		}
		wantNear(t, "accuracy with "+want.Loss, logs.Get("accuracy"), want.Accuracy, 1e-6, 0)
	}
}

func TestKerasRegularizers(t *testing.T) {
	var fixture struct {
		head
		Weights [][]float32
		Cases   []struct {
			spec
			Value    number
			Gradient [][]number
		}
	}
	readFixture(t, "regularizers.json", &fixture)
	for _, want := range fixture.Cases {
		r, err := nn.RegularizerByName(want.Class)
		if err != nil {
			t.Fatal(err)
		}
		if want.Class == "L1L2" {
			r = nn.L1L2(0, 0)
		}
		configure(t, r, want.Args)
		weights := flat(fixture.Weights)
		value, gradient := nn.PenaltyOf(r, weights)
		wantNear(t, fmt.Sprint(want.Class, want.Args), value, want.Value, 2e-6, 0)
		for i, g := range gradient {
			wantNear(t, fmt.Sprintf("%s%v gradient[%d]", want.Class, want.Args, i), float64(g), want.Gradient[i/3][i%3], 2e-6, 0)
		}
	}
	if value, _ := nn.PenaltyOf(nil, []float32{1}); value != 0 || math.IsNaN(value) {
		t.Errorf("no regularizer adds %v, want 0", value)
	}
}
