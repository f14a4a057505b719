package nn_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// told is what a callback of Keras did with some logged values.
type told struct {
	Stops    int
	Rates    []number
	Warnings []string
}

// TestKerasCallbacks: what callbacks do with any value, those that are no number
// among them. Before, a first value of inf or NaN counted as a wait.
func TestKerasCallbacks(t *testing.T) {
	var fixture struct {
		head
		Cases []struct {
			Mode     string
			Patience int
			MinDelta float64 `json:"min_delta"`
			Baseline *float64
			Values   []number

			EarlyStopping told `json:"early_stopping"`
			Plateau       told
		}
	}
	readFixture(t, "callbacks.json", &fixture)
	if len(fixture.Cases) < 10 {
		t.Fatalf("%d cases, want at least 10", len(fixture.Cases))
	}
	for _, c := range fixture.Cases {
		stopping, plateau := nn.NewEarlyStopping(), nn.NewReduceLROnPlateau()
		stopping.Monitor, stopping.Mode, stopping.Patience, stopping.MinDelta = "loss", c.Mode, c.Patience, c.MinDelta
		stopping.Baseline = c.Baseline
		plateau.Monitor, plateau.Mode, plateau.Patience, plateau.MinDelta, plateau.Factor = "loss", c.Mode, c.Patience, c.MinDelta, 0.5
		sgd := nn.NewSGD(0.5)
		model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
		if err := model.Compile(sgd, nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 100})
		if err != nil {
			t.Fatal(err)
		}
		for _, callback := range []nn.Callback{stopping, plateau} {
			if err := callback.TrainBegin(training); err != nil {
				t.Fatal(err)
			}
		}
		stops := -1
		var rates []float64
		for epoch, value := range c.Values {
			for _, callback := range []nn.Callback{stopping, plateau} {
				if err := callback.EpochEnd(epoch, nn.LogsOf([]string{"loss"}, []float64{float64(value)})); err != nil {
					t.Fatal(err)
				}
			}
			if stops < 0 && nn.Stopped(training) {
				stops = epoch
			}
			rates = append(rates, sgd.LearningRate)
		}
		if stops != c.EarlyStopping.Stops {
			t.Errorf("%+v: it stops after epoch %d, want %d", c, stops, c.EarlyStopping.Stops)
		}
		for i, want := range c.Plateau.Rates {
			if math.Abs(rates[i]-float64(want)) > 1e-7 {
				t.Errorf("%+v: the rates are %v, want %v", c, rates, c.Plateau.Rates)
				break
			}
		}
	}
}

// TestUnloggedMonitorWarns: a key that is not logged is warned of, and the
// training goes on. Before, Fit failed after the first epoch.
func TestUnloggedMonitorWarns(t *testing.T) {
	var fixture struct {
		head
		Missing struct {
			EarlyStopping told `json:"early_stopping"`
			Plateau       told
		}
	}
	readFixture(t, "callbacks.json", &fixture)
	for _, test := range []struct {
		callback nn.Callback
		want     told
	}{
		{nn.NewEarlyStopping(), fixture.Missing.EarlyStopping},
		{nn.NewReduceLROnPlateau(), fixture.Missing.Plateau},
	} {
		training, err := neuron(t, 0, 0).NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 3, Callbacks: []nn.Callback{test.callback}})
		if err != nil {
			t.Fatal(err)
		}
		if done, err := training.Advance(context.Background(), 100); !done || err != nil || training.Epoch() != 3 {
			t.Errorf("%T: done %v, %v after %d epochs; want all 3", test.callback, done, err, training.Epoch())
		}
		if got := training.Warnings(); len(test.want.Warnings) == 0 || !slices.Equal(got, test.want.Warnings[:1]) {
			t.Errorf("%T: it warns %q, want %q", test.callback, got, test.want.Warnings)
		}
	}
}

// TestUnknownMonitorFailsFirst: a key of which is not known whether it should be
// high or low is an error before the model has changed.
func TestUnknownMonitorFailsFirst(t *testing.T) {
	for _, key := range []string{"accuracy", "val_accuracy", "val_los"} {
		stopping := nn.NewEarlyStopping()
		stopping.Monitor = key
		model := neuron(t, 0, 0)
		_, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 2, Callbacks: []nn.Callback{stopping}})
		if err == nil || !strings.Contains(err.Error(), key) || !slices.Equal(model.AppendParams(nil), []float32{0, 0}) {
			t.Errorf("monitor %q: Fit = %v with weights %v, want an error and no change", key, err, model.AppendParams(nil))
		}
	}
}

// TestCallbacksLog: the rate is in the history, as Keras writes it there.
func TestCallbacksLog(t *testing.T) {
	plateau := nn.NewReduceLROnPlateau()
	plateau.Monitor, plateau.Patience, plateau.Factor, plateau.MinDelta = "loss", 0, 0.5, 1e9
	scheduler := &nn.LearningRateScheduler{Schedule: func(epoch int, _ float64) float64 { return 0.25 / float64(epoch+1) }}
	var console strings.Builder
	for _, test := range []struct {
		callback nn.Callback
		want     []float64
	}{
		// The plateau logs the rate before it lowers it.
		{plateau, []float64{0.015625, 0.015625, 0.0078125}},
		{scheduler, []float64{0.25, 0.125, float64(float32(0.25 / 3))}},
	} {
		console.Reset()
		model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
		if err := model.Compile(nn.NewSGD(0.015625), nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		history, err := model.Fit(context.Background(), lessonX, lessonY,
			nn.FitConfig{Epochs: 3, Callbacks: []nn.Callback{test.callback, nn.NewConsole(&console)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := history.Metrics["learning_rate"]; !slices.Equal(got, test.want) {
			t.Errorf("%T: learning_rate = %v, want %v", test.callback, got, test.want)
		}
		if want := " - learning_rate: " + nn.FormatMetric(test.want[0]) + "\n"; !strings.Contains(console.String(), want) {
			t.Errorf("%T: the console shows %q, want %q at a line's end", test.callback, console.String(), want)
		}
	}
	model := neuron(t, 0, 0)
	_, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Callbacks: []nn.Callback{&nn.LearningRateScheduler{}}})
	if err == nil || !slices.Equal(model.AppendParams(nil), []float32{0, 0}) {
		t.Errorf("with a LearningRateScheduler without a function Fit = %v, want an error and no change", err)
	}
}
