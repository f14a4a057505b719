package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// TestPageCarriesNoLayerThatItDoesNotName looks for the functions of pkg/nn in the
// page's program, whose tables name all that it holds. What no lesson of the page
// uses is not in what every learner loads.
func TestPageCarriesNoLayerThatItDoesNotName(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the page's program")
	}
	file := filepath.Join(t.TempDir(), "app.wasm")
	build := exec.Command("go", "build", "-tags", "minimal,simd", "-o", file, ".")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	program, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	holds := func(name string) bool { return bytes.Contains(program, []byte("firstneuron/pkg/nn."+name)) }
	for _, name := range []string{"(*Dense).build", "(*EarlyStopping).EpochEnd", "(*Adam).update"} {
		if !holds(name) {
			t.Errorf("the program does not name %s, which the page uses: this test looks for names in vain", name)
		}
	}
	used := []string{"Dense", "Input", "Normalization", "EarlyStopping", "TerminateOnNaN", "LambdaCallback"}
	for _, c := range []*nn.Catalogue{nn.Layers(), nn.Constraints(), nn.FurtherLosses(), nn.FurtherMetrics(), nn.Callbacks()} {
		for _, e := range c.Entries() {
			if !slices.Contains(used, e.Go) && (holds("(*"+e.Go+").") || holds(e.Go+".") || holds("New"+e.Go+"\x00")) {
				t.Errorf("the page's program holds the %s %s, which no lesson uses", c.Kind(), e.Name)
			}
		}
	}
	for _, name := range []string{
		"(*Sequential).Config", "(*Sequential).CompileConfig", "(*Sequential).Add", "FromConfig", "(*configReader)", "NewCustomLayer", "(*customLayer)",
		"(*batchNormalizationPass)", "internal/hdf5", "kerasfile",
	} {
		if holds(name) {
			t.Errorf("the page's program holds %s, which no lesson uses", name)
		}
	}
	// What reads programs is cmd/reader's.
	for _, name := range []string{"experiment/program.Read", "python.Parse", "python/eval.", "python/numpy.", "python/pandas.", "python/sklearn."} {
		if bytes.Contains(program, []byte("firstneuron/pkg/"+name)) || bytes.Contains(program, []byte("firstneuron/pkg/experiment/"+name)) {
			t.Errorf("the page's program holds %s, which only a text of a learner needs", name)
		}
	}
}
