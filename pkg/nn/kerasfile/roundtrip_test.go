package kerasfile_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"firstneuron/pkg/nn"
	"firstneuron/pkg/nn/kerasfile"
)

// update writes what Keras is to read: `make fixtures` does, and then runs Keras
// (testdata/roundtrip.py).
var update = flag.Bool("update", false, "write testdata/configs.json and testdata/written")

// compiling is how one of the models is compiled.
type compiling struct {
	optimizer nn.Optimizer
	loss      nn.Loss
	metrics   []nn.Metric
}

// written is what is handed to Keras.
type written struct {
	Config  json.RawMessage `json:"config"`
	Weights [][]float32     `json:"weights"`
	X       [][]float32     `json:"x"`
	Y       [][]float32     `json:"y"`
}

func rowsOf(m nn.Matrix) [][]float32 {
	rows := make([][]float32, m.Rows)
	for i := range rows {
		rows[i] = m.Row(i)
	}
	return rows
}

func fileName(i int) string {
	return filepath.Join("testdata", "written", fmt.Sprintf("%02d.keras", i))
}

// TestKerasReadsWhatIsWritten: Keras has loaded 30 configurations and 10 files of this
// library, and predicts the same; they are still those that it writes.
func TestKerasReadsWhatIsWritten(t *testing.T) {
	all := models(t)
	if len(all) != 30 {
		t.Fatalf("%d models, want 30", len(all))
	}
	var configs []written
	for i, m := range all {
		config, err := m.Config()
		if err != nil {
			t.Fatalf("model %d: %v", i, err)
		}
		p, err := m.Predict(nn.NewMatrix(1, 3))
		if err != nil {
			t.Fatal(err)
		}
		x, y := data(p.Cols)
		configs = append(configs, written{config, m.Weights(), rowsOf(x), rowsOf(y)})
	}
	text, err := json.MarshalIndent(configs, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, filepath.Join("testdata", "configs.json"), text)
	for i, m := range all[:10] {
		var b bytes.Buffer
		if err := kerasfile.Write(&b, m); err != nil {
			t.Fatalf("model %d: %v", i, err)
		}
		compare(t, fileName(i), b.Bytes())
	}
	if *update {
		return
	}
	var keras struct {
		Keras   string
		Configs [][][]float64
		Files   []struct {
			Predicted [][]float64
			Evaluated map[string]float64
		}
	}
	read(t, "roundtrip.json", &keras)
	if keras.Keras == "" || len(keras.Configs) != 30 || len(keras.Files) != 10 {
		t.Fatalf("Keras %q has read %d configurations and %d files, want 30 and 10", keras.Keras, len(keras.Configs), len(keras.Files))
	}
	for i, m := range all {
		predicts(t, fmt.Sprintf("configuration %d", i), m, keras.Configs[i])
	}
	for i, m := range all[:10] {
		predicts(t, fmt.Sprintf("file %d", i), m, keras.Files[i].Predicted)
		evaluates(t, fmt.Sprintf("file %d", i), m, keras.Files[i].Evaluated)
		again, err := kerasfile.Load(fileName(i))
		if err != nil {
			t.Errorf("Load(%s) error = %v", fileName(i), err)
			continue
		}
		predicts(t, fmt.Sprintf("file %d read here", i), again, keras.Files[i].Predicted)
		evaluates(t, fmt.Sprintf("file %d read here", i), again, keras.Files[i].Evaluated)
	}
}

// TestFilesOfKerasAreRead: ten models that Keras has saved predict and measure here
// what they do there, and go on training.
func TestFilesOfKerasAreRead(t *testing.T) {
	if *update {
		t.Skip("Keras writes them")
	}
	var keras struct {
		Saved []struct {
			Name      string
			Predicted [][]float64
			Evaluated map[string]float64
		}
	}
	read(t, "roundtrip.json", &keras)
	if len(keras.Saved) != 10 {
		t.Fatalf("Keras has saved %d models, want 10", len(keras.Saved))
	}
	for _, saved := range keras.Saved {
		m, err := kerasfile.Load(filepath.Join("testdata", "saved", saved.Name+".keras"))
		if err != nil {
			t.Errorf("Load(%s) error = %v", saved.Name, err)
			continue
		}
		predicts(t, saved.Name, m, saved.Predicted)
		evaluates(t, saved.Name, m, saved.Evaluated)
		if !m.Compiled() {
			continue
		}
		x, y := data(len(saved.Predicted[0]))
		if _, err := m.Fit(context.Background(), x, y, nn.FitConfig{}); err != nil {
			t.Errorf("%s: Fit error = %v", saved.Name, err)
		}
	}
}

func read(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

// compare compares a file with what is to be in it, or writes it.
func compare(t *testing.T, path string, want []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what the library writes now (%v); run `make fixtures`", path, err)
	}
}

// predicts compares predictions to a millionth.
func predicts(t *testing.T, what string, m *nn.Sequential, want [][]float64) {
	t.Helper()
	x, _ := data(1)
	got, err := m.Predict(x)
	if err != nil {
		t.Errorf("%s: Predict error = %v", what, err)
		return
	}
	for i, row := range want {
		for j, v := range row {
			if math.Abs(float64(got.Row(i)[j])-v) > 1e-6*math.Max(1, math.Abs(v)) {
				t.Errorf("%s: Predict[%d][%d] = %v, want %v", what, i, j, got.Row(i)[j], v)
				return
			}
		}
	}
}

// evaluates compares the loss and the metrics.
func evaluates(t *testing.T, what string, m *nn.Sequential, want map[string]float64) {
	t.Helper()
	if want == nil {
		return
	}
	p, err := m.Predict(nn.NewMatrix(1, 3))
	if err != nil {
		t.Fatal(err)
	}
	x, y := data(p.Cols)
	logs, err := m.Evaluate(x, y)
	if err != nil {
		t.Errorf("%s: Evaluate error = %v", what, err)
		return
	}
	if len(logs.Keys()) != len(want) {
		t.Errorf("%s: Evaluate logs %v, want %v", what, logs.Keys(), want)
	}
	for key, v := range want {
		if got := logs.Get(key); math.Abs(got-v) > 3e-6*math.Max(1, math.Abs(v)) {
			t.Errorf("%s: Evaluate %s = %v, want %v", what, key, got, v)
		}
	}
}
