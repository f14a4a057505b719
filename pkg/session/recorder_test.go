package session

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// TestRecorderIsWhatAListenerHears trains a hundred random experiments twice: as
// the page does, whose recorder is written by the engine, and with a listener that
// is called after every epoch. The timelines are the same, bit for bit, and so is
// where a training diverged or stopped. The browser tests run it with the kernel.
func TestRecorderIsWhatAListenerHears(t *testing.T) {
	if want := os.Getenv("ENGINE"); want != "" && nn.Engine() != want {
		t.Fatalf("the engine is %q, want %q", nn.Engine(), want)
	}
	// How often a slice ends depends on the machine: that draws from a source of its own.
	r, ends := rand.New(rand.NewPCG(13, 20261127)), rand.New(rand.NewPCG(1, 2))
	diverged := 0
	for range 100 {
		fragment := randomTraining(r)
		e, problems := experiment.Decode(fragment)
		if len(problems) > 0 {
			t.Fatalf("%s: %v", fragment, problems)
		}
		want, at := heard(t, e)
		if at != nil {
			diverged++
		}
		for _, deadline := range []func() time.Time{
			func() time.Time { return time.Now().Add(time.Hour) },
			func() time.Time { return time.Now().Add(time.Duration(ends.IntN(200)) * time.Microsecond) },
		} {
			got := sliced(t, e, deadline)
			if !reflect.DeepEqual(got.Diverged, at) {
				t.Errorf("%s: it diverged at %v, a listener hears of %v", fragment, got.Diverged, at)
			}
			if got.Timeline.Len() != len(want) {
				t.Errorf("%s: %d records, a listener hears of %d to keep", fragment, got.Timeline.Len(), len(want))
				continue
			}
			for i, record := range got.Timeline.All() {
				if !reflect.DeepEqual(record, want[i]) {
					t.Errorf("%s: record %d is %+v, a listener hears of %+v", fragment, i, record, want[i])
					break
				}
			}
		}
	}
	if diverged < 5 || diverged > 50 {
		t.Errorf("%d of 100 trainings diverged, want some of each kind", diverged)
	}
}

// sliced trains as the page does.
func sliced(t *testing.T, e experiment.Experiment, deadline func() time.Time) Progress {
	t.Helper()
	params, problem := e.InitialParams()
	if problem != nil {
		t.Fatal(problem)
	}
	var trainer Trainer
	if problem := trainer.Start(StartTraining{Run: 1, Experiment: e, Epochs: e.Epochs, Timeline: newTimeline(params)}); problem != nil {
		t.Fatal(problem)
	}
	for {
		if progress := trainer.Slice(context.Background(), 1, deadline()); progress.Done || progress.Problem != nil {
			if progress.Problem != nil {
				t.Fatal(progress.Problem)
			}
			return progress
		}
	}
}

// heard trains with a listener that keeps the records of a timeline.
func heard(t *testing.T, e experiment.Experiment) (records []Record, diverged *Divergence) {
	t.Helper()
	model, err := e.Model()
	if err != nil {
		t.Fatal(err)
	}
	records = []Record{{Params: model.AppendParams(nil)}}
	weights := keptWeights(len(records[0].Params))
	last := records[0]
	var training *nn.Training
	config := e.FitConfig()
	config.Callbacks = append(config.Callbacks, nn.TerminateOnNaN{}, nn.LambdaCallback{OnEpochEnd: func(epoch int, logs nn.Logs) error {
		if _, _, ok := training.Diverged(); ok {
			return nil
		}
		params := model.AppendParams(nil)
		if !finite(params) {
			diverged = &Divergence{Epoch: epoch + 1, Step: training.Steps()}
			training.Stop()
			return nil
		}
		last = Record{Epoch: epoch + 1, Loss: logs.Get("loss"), Params: params}
		value := func(key string) func(int) float64 { return func(int) float64 { return logs.Get(key) } }
		if _, ok := logs.Lookup("val_loss"); ok {
			last.Validation, last.Validated = finiteLog(1, value("val_loss"))
		}
		if e.Metric != "" {
			last.Metric, last.Measured = finiteLog(1, value(e.Metric))
			last.ValidationMetric, _ = finiteLog(1, value("val_"+e.Metric))
		}
		if among(keptEpochs(), last.Epoch) {
			kept := last
			if !among(weights, last.Epoch) {
				kept.Params = nil
			}
			records = append(records, kept)
		}
		return nil
	}})
	x, y := e.Data()
	if training, err = model.NewTraining(x, y, config); err != nil {
		t.Fatal(err)
	}
	if _, err := training.Advance(context.Background(), e.Epochs); err != nil {
		t.Fatal(err)
	}
	if n := len(records); records[n-1].Epoch == last.Epoch {
		records[n-1] = last
	} else {
		records = append(records, last)
	}
	if epoch, step, ok := training.Diverged(); ok {
		diverged = &Divergence{Epoch: epoch, Step: step}
	}
	return records, diverged
}

// randomTraining is the link of an experiment of the kind that a first course trains.
func randomTraining(r *rand.Rand) string {
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	var link strings.Builder
	set := func(key, format string, value any) { fmt.Fprintf(&link, "&"+key+"="+format, value) }
	fmt.Fprintf(&link, "seed=%d", 1+r.IntN(1000))
	if n := 2 + r.IntN(60); r.IntN(3) > 0 {
		var xs, ys []string
		for i := range n {
			xs = append(xs, fmt.Sprintf("%.3f", float64(i)/float64(n)*4-2+r.Float64()))
			ys = append(ys, fmt.Sprintf("%.3f", r.Float64()*3))
		}
		set("xs", "%s", strings.Join(xs, ","))
		set("ys", "%s", strings.Join(ys, ","))
	}
	lesson := r.IntN(4) == 0 // in one batch, which has a path of its own
	if !lesson && r.IntN(3) > 0 {
		activations := []string{"relu", "tanh", "sigmoid", "elu", "softplus", "gelu", "leaky_relu", "silu"}
		set("layers", "%s", fmt.Sprintf("%d:%s,%d:%s,1", 1+r.IntN(16), one(activations...), 1+r.IntN(16), one(activations...)))
	}
	set("lr", "%s", one("0.001", "0.01", "0.05", "0.1", "0.5", "3", "50"))
	set("epochs", "%d", []int{1, 3, 40, 200, 600, 1100}[r.IntN(6)])
	if r.IntN(3) == 0 {
		set("validation", "%s", "0.3")
	}
	if r.IntN(5) == 0 {
		set("patience", "%s", one("2", "20"))
	}
	if r.IntN(3) == 0 {
		set("metric", "%s", one("mae", "mse", "r2_score", "root_mean_squared_error", "mape", "accuracy"))
	}
	if r.IntN(4) == 0 {
		set(one("l1", "l2"), "%s", one("0.001", "0.01", "0.3"))
	}
	if lesson {
		set("batch", "%s", one("4", "64", "64"))
		return link.String()
	}
	set("optimizer", "%s", one("sgd", "sgd", "sgd", "adam", "rmsprop", "adagrad", "nadam", "adamw"))
	set("batch", "%s", one("4", "7", "32", "64"))
	set("loss", "%s", one("mean_squared_error", "mean_squared_error", "mean_absolute_error", "huber", "log_cosh"))
	if r.IntN(3) == 0 {
		set("shuffle", "%s", "1")
	}
	return link.String()
}
