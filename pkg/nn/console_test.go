package nn_test

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

// TestConsoleCountsTheEpochsAskedFor, also in the one after which a callback
// before it stops the training.
func TestConsoleCountsTheEpochsAskedFor(t *testing.T) {
	stopping := nn.NewEarlyStopping()
	stopping.Monitor, stopping.MinDelta = "loss", 1000
	var printed strings.Builder
	if _, err := neuron(t, 0, 0).Fit(context.Background(), lessonX, lessonY, nn.FitConfig{
		Epochs: 50, Callbacks: []nn.Callback{stopping, nn.NewConsole(&printed)},
	}); err != nil {
		t.Fatal(err)
	}
	if got := printed.String(); !strings.Contains(got, "Epoch 2/50\n") || strings.Contains(got, "Epoch 3/") {
		t.Errorf("printed %q, want epochs 1/50 and 2/50", got)
	}
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
