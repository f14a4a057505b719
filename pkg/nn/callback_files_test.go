//go:build !js

// A browser has no files: these tests are left out where pkg/nn is tested in one.

package nn_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestCSVLogger: a row an epoch, as Keras writes it; appended behind what there is.
func TestCSVLogger(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log.csv")
	logger := nn.NewCSVLogger(path)
	fit := func(split float64) {
		t.Helper()
		if _, err := neuron(t, 0, 0).Fit(context.Background(), lessonX, lessonY, nn.FitConfig{
			Epochs: 2, ValidationSplit: split, Callbacks: []nn.Callback{logger},
		}); err != nil {
			t.Fatal(err)
		}
	}
	fit(0)
	logger.Append = true
	fit(0)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\r\n")
	if len(lines) != 6 || lines[0] != "epoch,loss,val_loss" || lines[1] != lines[3] || !strings.HasPrefix(lines[2], "1,") || !strings.HasSuffix(lines[4], ",NA") {
		t.Errorf("the file is %q", lines)
	}
	logger.Append, logger.Separator = false, ";"
	fit(0.5)
	text, err = os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(text), "epoch;loss;val_loss\r\n0;") || strings.Contains(string(text), "NA") {
		t.Errorf("the file is %q, %v", text, err)
	}
}

// TestModelCheckpoint saves the best weights under names of the epoch and the loss.
func TestModelCheckpoint(t *testing.T) {
	folder := t.TempDir()
	checkpoint := nn.NewModelCheckpoint(filepath.Join(folder, "more", "{epoch:03d}-{loss:.2f}-{loss:8.1e}-{epoch}.weights.json"))
	checkpoint.Monitor, checkpoint.SaveBestOnly = "loss", true
	model := neuron(t, 0, 0)
	if _, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 2, Callbacks: []nn.Callback{checkpoint}}); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(folder, "more", "*"))
	if err != nil || len(names) != 2 || !strings.HasSuffix(names[0], "001-15.67- 1.6e+01-1.weights.json") {
		t.Fatalf("the files are %q, %v", names, err)
	}
	text, err := os.ReadFile(names[1])
	if err != nil {
		t.Fatal(err)
	}
	again := neuron(t, 0, 0)
	if err := again.LoadWeightsJSON(text); err != nil || !slices.Equal(again.AppendParams(nil), model.AppendParams(nil)) {
		t.Errorf("the saved weights are %v, %v; want %v", again.AppendParams(nil), err, model.AppendParams(nil))
	}
	checkpoint.FilePath = filepath.Join(folder, "{mae}.weights.json")
	if _, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Callbacks: []nn.Callback{checkpoint}}); err == nil || !strings.Contains(err.Error(), "{mae}, which is not logged") {
		t.Errorf("Fit = %v, want an error about {mae}", err)
	}
	broken := nn.NewModelCheckpoint("a.keras")
	broken.Save = func(*nn.Sequential, string) error { return errors.New("full") }
	if _, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Callbacks: []nn.Callback{broken}}); err == nil || !strings.Contains(err.Error(), "ModelCheckpoint: full") {
		t.Errorf("Fit = %v, want the error of Save", err)
	}
}

// TestModelCheckpointCountsBatches saves after every so many, over epochs.
func TestModelCheckpointCountsBatches(t *testing.T) {
	var saved []string
	checkpoint := nn.NewModelCheckpoint("{epoch}-{batch}")
	checkpoint.SaveFreq = 2
	checkpoint.Save = func(_ *nn.Sequential, path string) error {
		saved = append(saved, path)
		return nil
	}
	if _, err := neuron(t, 0, 0).Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 2, BatchSize: 2, Callbacks: []nn.Callback{checkpoint}}); err != nil {
		t.Fatal(err)
	}
	if want := []string{"1-2", "2-1", "2-3"}; !slices.Equal(saved, want) {
		t.Errorf("saved %q, want %q", saved, want)
	}
}

// TestBestCheckpointWarns of a value that is not logged, and saves, as Keras does.
func TestBestCheckpointWarns(t *testing.T) {
	saved := 0
	checkpoint := nn.NewModelCheckpoint("a")
	checkpoint.SaveBestOnly, checkpoint.Save = true, func(*nn.Sequential, string) error { saved++; return nil }
	training, err := neuron(t, 0, 0).NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 2, Callbacks: []nn.Callback{checkpoint}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := training.Advance(context.Background(), 9); err != nil {
		t.Fatal(err)
	}
	if got := training.Warnings(); saved != 2 || len(got) != 1 || got[0] != "Can save best model only with val_loss available." {
		t.Errorf("saved %d times with the warnings %q", saved, got)
	}
}

// TestLogOfTheValidation: a callback may give the value that an epoch has not measured,
// and what it adds beside that.
func TestLogOfTheValidation(t *testing.T) {
	var training *nn.Training
	path := filepath.Join(t.TempDir(), "log.csv")
	callbacks := []nn.Callback{
		nn.LambdaCallback{
			OnTrainBegin: func(t *nn.Training) error { training = t; return nil },
			OnEpochEnd: func(epoch int, logs nn.Logs) error {
				training.Log("own", float64(epoch))
				training.Log("val_loss", float64(10+epoch))
				training.Log("own", float64(20+epoch))
				training.Log("val_loss", float64(30+epoch))
				return nil
			},
		},
		nn.NewCSVLogger(path),
	}
	history, err := neuron(t, 0, 0).Fit(context.Background(), lessonX, lessonY, nn.FitConfig{
		Epochs: 4, Validation: nn.ValidationConfig{Freq: 2}, ValidationX: nn.Column(1), ValidationY: nn.Column(9), Callbacks: callbacks,
	})
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string][]float64{"own": {20, 21, 22, 23}, "val_loss": {30, 31, 32, 33}} {
		if got := history.Metrics[key]; !slices.Equal(got, want) {
			t.Errorf("%s = %v, want %v", key, got, want)
		}
	}
	if len(history.Metrics) != 3 {
		t.Errorf("the history has %v, want loss, own and val_loss", history.Metrics)
	}
	text, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(text), "epoch,loss,own,val_loss\r\n") || strings.Count(string(text), ",3") < 4 {
		t.Errorf("the log is %q, %v; want a val_loss in every row", text, err)
	}
}
