package export

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGoProgramsGiveThePagesAnswer compiles and runs exported Go programs.
func TestGoProgramsGiveThePagesAnswer(t *testing.T) {
	all := named(t, []string{"lesson", "net-many", "logits", "patience", "ftrl", "asked", "penalty", "log-cosh", "normalized", "normalized-net"})
	given := exported{"given weights", named(t, []string{"net-tanh"})[0].Experiment}
	weights := make([]float32, 25)
	for i := range weights {
		weights[i] = float32(i)/7 - 1
	}
	given.Experiment = given.WithWeights(weights)
	for _, e := range append(append(all, given), onThePlane(t)...) {
		path := filepath.Join(t.TempDir(), "firstneuron.go")
		if err := os.WriteFile(path, []byte(Go(e.Experiment)), 0o644); err != nil {
			t.Fatal(err)
		}
		// Inside this module, so that it finds the library.
		out, err := exec.Command("go", "run", path).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s\n%s", e.name, err, out, Go(e.Experiment))
			continue
		}
		logs, answer := trained(t, e.Experiment, float32(e.Predict[0]))
		losses := logs["loss"]
		lines := strings.Split(string(out), "\n")
		if want := fmt.Sprint("loss ", losses[len(losses)-1]); lines[0] != want {
			t.Errorf("%s: the program prints %q, want %q", e.name, lines[0], want)
		}
		if want := fmt.Sprint("[", float32(answer)); !strings.HasPrefix(lines[1], want) {
			t.Errorf("%s: the program prints %q, want %q", e.name, lines[1], want)
		}
	}
}

func TestGoProgramsAreFormatted(t *testing.T) {
	for _, e := range append(experiments(t), onThePlane(t)...) {
		command := exec.Command("gofmt")
		command.Stdin = strings.NewReader(Go(e.Experiment))
		out, err := command.Output()
		if err != nil || string(out) != Go(e.Experiment) {
			t.Errorf("%s: gofmt makes (%v)\n%s\nof\n%s", e.name, err, out, Go(e.Experiment))
		}
	}
}
