package program

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
)

// TestPlacesAreCounted: in whatever order the places are asked for.
func TestPlacesAreCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aé“\n"))).Draw(t, "text")
		lines := newLines(text)
		for _, offset := range rapid.SliceOf(rapid.IntRange(0, len(text)+1)).Draw(t, "offsets") {
			before := text[:min(offset, len(text))]
			wantLine := strings.Count(before, "\n") + 1
			wantColumn := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
			if !utf8.ValidString(before) {
				continue // no problem begins within a character
			}
			if line, column := lines.place(offset); line != wantLine || column != wantColumn {
				t.Fatalf("the place %d of %q is line %d, column %d, want %d, %d", offset, text, line, column, wantLine, wantColumn)
			}
		}
	})
}

// TestProblemsAreBounded: of a program of any number of mistakes some are told,
// and that it cannot be used is among them.
func TestProblemsAreBounded(t *testing.T) {
	many := func(piece string) string { return strings.Repeat(piece, 20_000/len(piece)) }
	for name, text := range map[string]string{
		"layers that are numbers": "keras.Sequential([" + many("1,") + "])",
		"mistakes, then wrong":    "m = Sequential([" + many("Input(1),") + "1])",
		"one array too many":      "import numpy as np\n" + many("x=np.arange(9999)\n"),
	} {
		reading := Read(text, experiment.Default())
		if n := len(reading.Problems); n < 2 || n > maxProblems+1 || reading.OK() {
			t.Errorf("%s: %d problems, OK %v, want at most %d, and not OK", name, n, reading.OK(), maxProblems+1)
		}
	}
}

// TestWorkIsBounded: what a program calls by a name is read again for each call.
func TestWorkIsBounded(t *testing.T) {
	text := "d=Dense(1" + strings.Repeat(",name=1", 5000) + ")\nmodel = Sequential([Dense(1)])\n" + strings.Repeat("model.add(d)\n", 5000)
	reading := Read(text, experiment.Default())
	told := slices.ContainsFunc(reading.Problems, func(p *Problem) bool { return p.Detail.Code == "code_too_much" })
	if !told || reading.OK() {
		t.Errorf("problems %v, want it told that the program takes too much work", reading.Problems)
	}
}

// TestALoopChangesEachNameOnce: a line of many = names them all, and none twice.
func TestALoopChangesEachNameOnce(t *testing.T) {
	file, err := python.Parse("for i in c:\n  a = b = a.x = 1\n  d.append(2)\n")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := file.Statements[0].Changes, []string{"i", "a", "b", "a", "d"}; !slices.Equal(got, want) {
		t.Errorf("the loop changes %q, want %q", got, want)
	}
}
