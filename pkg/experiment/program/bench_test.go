package program

import (
	"os"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// BenchmarkInStep is what an edit of a control costs: the program is written
// and read again.
func BenchmarkInStep(b *testing.B) {
	for b.Loop() {
		e := experiment.Default()
		Read(script.Keras(e), e)
	}
}

// BenchmarkNotebook reads 300 lines: functions, loops over a thousand numbers, arrays,
// a model, and what is printed.
func BenchmarkNotebook(b *testing.B) {
	data, err := os.ReadFile("testdata/notebook.py")
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	if n := strings.Count(text, "\n"); n < 290 || n > 310 {
		b.Fatalf("%d lines", n)
	}
	if r := Read(text, experiment.Default()); !r.OK() || len(r.Problems) > 0 {
		b.Fatal(r.Problems)
	}
	for b.Loop() {
		Read(text, experiment.Default())
	}
}
