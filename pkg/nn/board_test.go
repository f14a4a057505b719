package nn_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

func TestTraceIsTrainOnBatch(t *testing.T) {
	traced, trained := net(t), net(t)
	x, y := plane(5)
	for range 3 {
		trace, err := traced.TraceOnBatch(x, y)
		if err != nil {
			t.Fatal(err)
		}
		logs, err := trained.TrainOnBatch(x, y)
		if err != nil {
			t.Fatal(err)
		}
		wantAllNear(t, "weights", trace.After, trained.AppendParams(nil), 0, 0)
		wantNear(t, "loss", trace.Loss, number(logs.Get("loss")), 1e-6, 0)
	}
}

// TestTraceOfTheLesson recomputes the first step of the lesson by hand.
func TestTraceOfTheLesson(t *testing.T) {
	model := neuron(t, 10, -10)
	trace, err := model.TraceOnBatch(lessonX, lessonY)
	if err != nil {
		t.Fatal(err)
	}
	layer := trace.Layers[0]
	dw, db := 0.0, 0.0
	for i, x := range lessonX.Data {
		z := 10*x - 10
		e := z - lessonY.Data[i]
		if layer.PreActivations.Data[i] != z || layer.Outputs.Data[i] != z || layer.Inputs.Data[i] != x {
			t.Errorf("row %d: inputs %v, z %v, outputs %v; want %v, %v", i, layer.Inputs.Data[i], layer.PreActivations.Data[i], layer.Outputs.Data[i], x, z)
		}
		if trace.RowLosses[i] != float64(e*e) || !near(float64(layer.Deltas.Data[i]), float64(2*e/6), 1e-6, 0) {
			t.Errorf("row %d: loss %v, delta %v; want %v, %v", i, trace.RowLosses[i], layer.Deltas.Data[i], e*e, 2*e/6)
		}
		dw, db = dw+float64(2*e/6*x), db+float64(2*e/6)
	}
	wantAllNear(t, "gradient", trace.Gradient, []float64{dw, db}, 1e-6, 0)
	wantAllNear(t, "after", trace.After, []float64{10 - 0.01*dw, -10 - 0.01*db}, 1e-6, 0)
	if trace.Rate != 0.01 || trace.Before[0] != 10 || len(trace.State) != 0 || trace.Penalty != 0 {
		t.Errorf("trace = %+v", trace)
	}
	adam := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := adam.Compile(nn.NewAdam(0.1), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	if trace, err = adam.TraceOnBatch(lessonX, lessonY); err != nil || len(trace.State) != 2 || len(trace.State[0]) != 2 {
		t.Errorf("the state of Adam is %v, error %v; want two arrays of two", trace.State, err)
	}
}

func TestLeastSquares(t *testing.T) {
	x, y := plane(30)
	labels := nn.NewMatrix(30, 1)
	for i := range labels.Data {
		labels.Data[i] = y.Row(i)[0] // a + 2b
	}
	l, err := nn.AnalyzeLeastSquares(x, labels)
	if err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "solution", l.Solution, []float64{1, 2, 0}, 1e-5, 1e-6)
	for k, part := range l.Split([]float64{1, 2, 0}) {
		if math.Abs(part) > 1e-6 {
			t.Errorf("the solution is %v away along mode %d, want 0", part, k)
		}
	}
	// One epoch of gradient descent shrinks each mode by 1 − rate·λ.
	model := compiled(t, 0.3, nn.NewDense(1, nn.InputShape(2)))
	before := l.Split(wide(model.AppendParams(nil)))
	if _, err := model.TrainOnBatch(x, labels); err != nil {
		t.Fatal(err)
	}
	for k, after := range l.Split(wide(model.AppendParams(nil))) {
		wantNear(t, "a mode after an epoch", after, number(before[k]*(1-0.3*l.Eigenvalues[k])), 1e-4, 1e-6)
	}
	if !math.IsInf(l.Epochs(0, 2*l.LargestStableRate(), 0.1), 1) || l.Epochs(0, 1/l.Eigenvalues[0], 0.1) != 1 {
		t.Error("Epochs above the stable rate and at the best one: want infinity and 1")
	}
	flat, err := nn.AnalyzeLeastSquares(nn.Column(2, 2), nn.Column(4, 6))
	if err != nil || math.Abs(flat.Loss-1) > 1e-9 || flat.Unique() {
		t.Errorf("the same x twice: %+v, %v; want the shortest weights through the mean", flat, err)
	}
	wantAllNear(t, "the shortest weights through the mean", flat.Solution, []float64{2, 1}, 1e-9, 1e-9)
	// The only mode that shrinks is gone after one epoch at 1/λ, λ = 2(2² + 1).
	if got := flat.FastestRate(); math.Abs(got-0.1) > 1e-9 {
		t.Errorf("the fastest rate for the same x twice = %v, want 0.1", got)
	}
	for _, bad := range [][2]nn.Matrix{{nn.Column(1), nn.Column(1, 2)}, {nn.Matrix{}, nn.Matrix{}}, {nn.Column(1), nn.NewMatrix(1, 2)}} {
		if _, err := nn.AnalyzeLeastSquares(bad[0], bad[1]); err == nil {
			t.Errorf("AnalyzeLeastSquares(%v, %v) = nil, want an error", bad[0], bad[1])
		}
	}
}

// TestLeastSquaresOfCloseXs is the line through y = x − 1999 at x = 2000, 2001,
// 2002, and further off, whose Hessian is singular to within rounding.
func TestLeastSquaresOfCloseXs(t *testing.T) {
	for _, from := range []float32{-1, 2000, 1e6} {
		l, err := nn.AnalyzeLeastSquares(nn.Column(from, from+1, from+2), nn.Column(1, 2, 3))
		if err != nil || !l.Unique() {
			t.Fatalf("x from %v: %+v, %v; want one solution", from, l, err)
		}
		mean := float64(from) + 1
		wantAllNear(t, "solution", l.Solution, []float64{1, 2 - mean}, 1e-9, 1e-9)
		// The determinant of the Hessian is 4 times the variance of x.
		wantNear(t, "product of the eigenvalues", l.Eigenvalues[0]*l.Eigenvalues[1], 4*2.0/3, 1e-6, 0)
	}
}

func wide(values []float32) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = float64(v)
	}
	return all
}

func TestKerasConsole(t *testing.T) {
	var fixture struct {
		head
		Numbers []struct {
			Value   number
			Verbose string `json:"verbose_1"`
		}
		Bars []struct {
			Target int
			Tick   float64
			Text   string
		}
		Summaries []struct{ Name, Text string }
	}
	readFixture(t, "console.json", &fixture)
	for _, want := range fixture.Numbers {
		v := float64(want.Value)
		if v == 1e38 || v == 123456.79 {
			continue // the fixture holds the float32, Keras printed a float64
		}
		if got := nn.FormatMetric(v); got != want.Verbose {
			t.Errorf("FormatMetric(%v) = %s, want %s", v, got, want.Verbose)
		}
	}
	for _, want := range fixture.Bars {
		lines := strings.Split(strings.TrimSpace(plainText(want.Text)), "\r")
		took := time.Duration(float64(want.Target) * want.Tick * float64(time.Second))
		line := nn.ProgressLine(want.Target, took, nn.LogsOfPairs("loss", 2/float64(want.Target), "accuracy", 1))
		if last := lines[len(lines)-1]; line != last {
			t.Errorf("ProgressLine = %q, want %q", line, last)
		}
	}
	step := func(m *nn.Sequential, o nn.Optimizer) *nn.Sequential {
		if err := m.Compile(o, nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		if _, err := m.TrainOnBatch(nn.Column(0), nn.Column(0)); err != nil {
			t.Fatal(err)
		}
		return m
	}
	one := func() *nn.Sequential { return nn.NewSequential(nn.NewDense(1, nn.InputShape(1))) }
	models := map[string]*nn.Sequential{
		"one neuron":                    one(),
		"one neuron, SGD after a step":  step(one(), nn.NewSGD(0.01)),
		"one neuron, Adam after a step": step(one(), nn.NewAdam(0.001)),
		"1-16-16-1": nn.NewSequential(nn.NewDense(16, nn.InputShape(1), nn.WithActivation(nn.Tanh)),
			nn.NewDense(16, nn.WithActivation(nn.Tanh)), nn.NewDense(1)),
		"no bias, activation, dropout": nn.NewSequential(nn.NewDense(8, nn.InputShape(3), nn.WithoutBias()),
			nn.NewActivation(nn.ReLU), nn.NewDropout(0.5), nn.NewDense(2), nn.NewActivation(nn.Softmax)),
		"thousands": nn.NewSequential(nn.NewInput(1000), nn.NewDense(1000), nn.NewDense(300), nn.NewDense(1)),
	}
	compared := 0
	for _, want := range fixture.Summaries {
		if model := models[want.Name]; model != nil {
			compared++
			if got := model.Summary(); strings.TrimSpace(got) != strings.TrimSpace(want.Text) {
				t.Errorf("Summary of %s:\n%s\nwant\n%s", want.Name, got, want.Text)
			}
		}
	}
	if compared != len(models) {
		t.Errorf("%d summaries compared, want %d", compared, len(models))
	}
	if got := nn.NewSequential().Summary(); !strings.Contains(got, "no layers") {
		t.Errorf("Summary of nothing = %q", got)
	}
}

// plainText takes the colours and the backspaces out of what Keras prints.
func plainText(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		if strings.HasPrefix(text, "\x1b[") {
			_, text, _ = strings.Cut(text, "m")
			continue
		}
		if text[0] != '\b' {
			b.WriteByte(text[0])
		}
		text = text[1:]
	}
	return b.String()
}

// elapsed is the part of a progress line that depends on the machine.
var elapsed = regexp.MustCompile(`\d+s \d+(s|ms|us)/(step|epoch)`)

// TestConsoleIsKerass: what fit prints is what Keras prints, times aside.
func TestConsoleIsKerass(t *testing.T) {
	var fixture struct {
		head
		Fits []struct {
			Verbose, Rows, Epochs int
			Args                  struct {
				Split   float64 `json:"validation_split"`
				Batch   int     `json:"batch_size"`
				Initial int     `json:"initial_epoch"`
			}
			Text string
		}
	}
	readFixture(t, "console.json", &fixture)
	compared := 0
	for _, want := range fixture.Fits {
		if want.Verbose != 1 {
			continue
		}
		compared++
		x, y := nn.NewMatrix(want.Rows, 1), nn.NewMatrix(want.Rows, 1)
		for i := range x.Data {
			x.Data[i] = -1 + 2*float32(i)/float32(want.Rows-1)
			y.Data[i] = 2*x.Data[i] - 1
		}
		model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
		mae, err := nn.MetricByName("mae")
		if err != nil {
			t.Fatal(err)
		}
		if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError, mae); err != nil {
			t.Fatal(err)
		}
		if err := model.SetWeights([][]float32{{0}, {0}}); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if _, err := model.Fit(context.Background(), x, y, nn.FitConfig{
			Epochs: want.Epochs, InitialEpoch: want.Args.Initial, BatchSize: want.Args.Batch, ValidationSplit: want.Args.Split,
			NoShuffle: true, Callbacks: []nn.Callback{nn.NewConsole(&out)},
		}); err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.SplitSeq(plainText(want.Text), "\n") {
			lines = append(lines, line[strings.LastIndexByte(line, '\r')+1:]) // each bar is drawn over the one before
		}
		got, expected := elapsed.ReplaceAllString(out.String(), "0s"), elapsed.ReplaceAllString(strings.Join(lines, "\n"), "0s")
		if strings.TrimSpace(got) != strings.TrimSpace(expected) {
			t.Errorf("%d rows: the console has\n%s\nKeras prints\n%s", want.Rows, got, expected)
		}
	}
	if compared < 4 {
		t.Errorf("%d trainings compared, want at least 4", compared)
	}
	if got := nn.LogsOfPairs("loss", 1, "accuracy", 2, "val_loss", 3, "val_accuracy", 4).InConsoleOrder().Keys(); strings.Join(got, " ") != "accuracy loss val_accuracy val_loss" {
		t.Errorf("InConsoleOrder = %q", got)
	}
}

func TestConsoleWritesEveryEpoch(t *testing.T) {
	var out bytes.Buffer
	_, err := neuron(t, 0, 0).Fit(context.Background(), lessonX, lessonY, nn.FitConfig{
		Epochs: 2, BatchSize: 4, NoShuffle: true, Callbacks: []nn.Callback{nn.NewConsole(&out)},
	})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 4 || lines[2] != "Epoch 2/2" || !strings.HasPrefix(lines[3], "2/2 ━━━━━━━━━━━━━━━━━━━━ 0s ") || !strings.Contains(lines[3], "/step - loss: ") {
		t.Errorf("the console has %q", lines)
	}
}

// TestSummaryOfRMSprop counts the arrays that Keras makes for its options.
//
// Source: keras/src/optimizers/rmsprop.py, build.
func TestSummaryOfRMSprop(t *testing.T) {
	for params, o := range map[int]*nn.RMSprop{
		4: {Rho: 0.9, Epsilon: 1e-7},
		6: {Rho: 0.9, Epsilon: 1e-7, Momentum: 0.9},
		8: {Rho: 0.9, Epsilon: 1e-7, Momentum: 0.9, Centered: true},
	} {
		model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
		if err := model.Compile(o, nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		if _, err := model.TrainOnBatch(lessonX, lessonY); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("Optimizer params: %d (", params); !strings.Contains(model.Summary(), want) {
			t.Errorf("Summary() = %s; want %s", model.Summary(), want)
		}
	}
}
