package export

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

var update = flag.Bool("update", false, "write the exported programs again, for make fixtures to run")

// Those that PyTorch and TensorFlow.js run too.
var (
	torched = []string{"lesson", "momentum", "adam", "net-tanh", "huber", "penalty", "crossentropy", "validation"}
	scripts = []string{"lesson", "nesterov", "celsius", "net-tanh", "huber", "rmsprop", "penalty", "normalized"}
)

// fixtures is where the results of Keras, PyTorch and TensorFlow.js are.
const fixtures = "../../testdata/programs/"

// readFixture reads the entries that a script recorded.
func readFixture[T any](t *testing.T, name string) []T {
	t.Helper()
	text, err := os.ReadFile(fixtures + name)
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Entries []T }
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Entries) == 0 {
		t.Fatalf("%s has no entries", name)
	}
	return file.Entries
}

// exported is one experiment of experiments.txt.
type exported struct {
	name string
	experiment.Experiment
}

func experiments(t *testing.T) []exported {
	t.Helper()
	text, err := os.ReadFile(fixtures + "experiments.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []exported
	for line := range strings.SplitSeq(string(text), "\n") {
		name, fragment, found := strings.Cut(line, " ")
		if !found || name == "#" {
			continue
		}
		e, problems := experiment.Decode(fragment)
		if len(problems) > 0 {
			t.Fatalf("%s: %v", name, problems[0])
		}
		all = append(all, exported{name, e})
	}
	return all
}

func named(t *testing.T, names []string) []exported {
	t.Helper()
	var some []exported
	for _, name := range names {
		for _, e := range experiments(t) {
			if e.name == name {
				some = append(some, e)
			}
		}
	}
	if len(some) != len(names) {
		t.Fatalf("experiments.txt lacks one of %q", names)
	}
	return some
}

// golden compares a program with the one that was run, or writes it.
func golden(t *testing.T, path, text string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(fixtures+path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fixtures+path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(fixtures + path)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("%s is now\n%s\nand not as it was run; run make fixtures", path, text)
	}
}

func TestExportedProgramsAreThoseThatWereRun(t *testing.T) {
	for _, e := range experiments(t) {
		golden(t, "keras/"+e.name+".py", script.KerasWithWeights(e.Experiment))
	}
	for _, e := range named(t, torched) {
		text, ok := PyTorch(e.Experiment)
		if !ok {
			t.Errorf("%s: PyTorch cannot: %s", e.name, text)
		}
		golden(t, "torch/"+e.name+".py", text)
	}
	for _, e := range named(t, scripts) {
		text, ok := TensorFlowJS(e.Experiment)
		if !ok {
			t.Errorf("%s: TensorFlow.js cannot: %s", e.name, text)
		}
		golden(t, "tfjs/"+e.name+".mjs", text)
	}
}

// trained is what this library makes of an experiment.
func trained(t *testing.T, e experiment.Experiment, x float32) (logs map[string][]float64, answer float64) {
	t.Helper()
	model, err := e.Model()
	if err != nil {
		t.Fatal(err)
	}
	xs, ys := e.Data()
	history, err := model.Fit(context.Background(), xs, ys, e.FitConfig())
	if err != nil {
		t.Fatal(err)
	}
	at := e.Matrix(experiment.Place{float64(x)})
	if e.Inputs > 1 {
		at = e.Matrix(e.Predict)
	}
	answers, err := model.Predict(at)
	if err != nil {
		t.Fatal(err)
	}
	return history.Metrics, float64(answers.Data[0])
}

// near reports whether two numbers agree to 1e-4, of their size where they are
// larger than 1.
func near(got, want float64) bool { return math.Abs(got-want) <= 1e-4*max(1, math.Abs(want)) }

func compare(t *testing.T, name string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d epochs, want %d", name, len(got), len(want))
		return
	}
	for i := range got {
		if !near(got[i], want[i]) {
			t.Errorf("%s of epoch %d = %v, want %v", name, i+1, got[i], want[i])
			return
		}
	}
}

// TestKerasProgramsGiveThePagesNumbers: each exported program was run by Keras.
func TestKerasProgramsGiveThePagesNumbers(t *testing.T) {
	type entry struct {
		Name   string
		Logs   map[string][]float64
		Answer float64
	}
	ran := map[string]entry{}
	for _, e := range readFixture[entry](t, "keras.json") {
		ran[e.Name] = e
	}
	all := experiments(t)
	if len(all) < 30 || len(ran) != len(all) {
		t.Errorf("%d programs were run of %d, want all and at least 30", len(ran), len(all))
	}
	for _, e := range all {
		want := ran[e.name]
		logs, answer := trained(t, e.Experiment, 10)
		for key, values := range want.Logs {
			compare(t, e.name+": "+key, logs[key], values)
		}
		if len(logs) != len(want.Logs) || !near(answer, want.Answer) {
			t.Errorf("%s: %d logs and the answer %v, want %d and %v", e.name, len(logs), answer, len(want.Logs), want.Answer)
		}
	}
}

// TestOtherLibrariesGiveThePagesNumbers: PyTorch and TensorFlow.js too.
func TestOtherLibrariesGiveThePagesNumbers(t *testing.T) {
	type entry struct {
		Name   string
		Losses []float64
		Answer float64
	}
	for file, names := range map[string][]string{"torch.json": torched, "tfjs.json": scripts} {
		entries := readFixture[entry](t, file)
		if len(entries) != len(names) {
			t.Errorf("%s has %d entries, want %d", file, len(entries), len(names))
		}
		for _, want := range entries {
			e := named(t, []string{want.Name})[0]
			logs, answer := trained(t, e.Experiment, 10)
			compare(t, file+": "+want.Name, logs["loss"], want.Losses)
			if !near(answer, want.Answer) {
				t.Errorf("%s: %s answers %v, want %v", file, want.Name, answer, want.Answer)
			}
		}
	}
}

// TestPyTorchsNadamIsKerass follows both formulas: that of
// torch.optim.NAdam's page with the momentum_decay that is written, and nn's.
func TestPyTorchsNadamIsKerass(t *testing.T) {
	e, problems := experiment.Decode("optimizer=nadam&lr=0.05&xs=1,1&ys=0,0&w=2&b=0&epochs=20")
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	text, _ := PyTorch(e)
	_, after, found := strings.Cut(text, "momentum_decay=")
	decay := 0.004 // PyTorch's default
	if found {
		if _, err := fmt.Sscan(after[:strings.IndexAny(after, ",)")], &decay); err != nil {
			t.Fatal(err)
		}
	}
	mu := func(step int) float64 { return 0.9 * (1 - 0.5*math.Pow(0.96, float64(step)*decay)) }
	// At x = 1 and y = 0 the gradient of w and of b is 2·(w + b), so both move
	// alike.
	answer, m, v, product := 2.0, 0.0, 0.0, 1.0
	for step := 1; step <= e.Epochs; step++ {
		g := 2 * answer
		m, v, product = 0.9*m+0.1*g, 0.999*v+0.001*g*g, product*mu(step)
		hat := mu(step+1)*m/(1-product*mu(step+1)) + (1-mu(step))*g/(1-product)
		answer -= 2 * e.Optimizer.LearningRate * hat / (math.Sqrt(v/(1-math.Pow(0.999, float64(step)))) + 1e-7)
	}
	if _, ours := trained(t, e, 1); !near(answer, ours) {
		t.Errorf("PyTorch would answer %v, want %v", answer, ours)
	}
}
