package pyrandom_test

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/pyrandom"
)

func run(t *testing.T, text string) (string, eval.Result) {
	t.Helper()
	file, problem := python.Parse(text)
	if problem != nil {
		t.Fatal(problem)
	}
	var b strings.Builder
	result := eval.Run(text, file, eval.Config{
		Modules: map[string]*eval.Module{"random": pyrandom.Module()},
		Print:   func(p eval.Print) { b.WriteString(p.Text) },
	})
	return b.String(), result
}

// TestWithoutASeed: the learner is told once, at the place, and the numbers are the
// same at every reading. What is drawn with a seed is compared in ../numpy.
func TestWithoutASeed(t *testing.T) {
	const text = "import random\nprint(random.random(), random.gauss(0, 1))\nr = random.Random()\nprint(r.random())\n"
	first, result := run(t, text)
	second, _ := run(t, text)
	if first != second || len(first) < 30 {
		t.Errorf("prints %q, then %q", first, second)
	}
	var told []string
	for _, note := range result.Notes {
		told = append(told, note.Code+" "+strings.Join(note.Args, " ")+" "+text[note.At.Start:note.At.End])
	}
	want := "code_random text random.random random.random()|code_random text random.Random() random.Random()"
	if got := strings.Join(told, "|"); got != want {
		t.Errorf("tells %q, want %q", got, want)
	}
}

// TestASeedTellsNothing and leaves nothing for the next run.
func TestASeedTellsNothing(t *testing.T) {
	got, result := run(t, "import random\nrandom.seed(42)\nprint(random.random())\n")
	if got != "0.6394267984578837\n" || len(result.Notes) > 0 {
		t.Errorf("prints %q and tells %v", got, result.Notes)
	}
	if _, result = run(t, "import random\nx = random.random()\n"); len(result.Notes) != 1 {
		t.Errorf("after a run with a seed one without tells %v, want one note", result.Notes)
	}
}
