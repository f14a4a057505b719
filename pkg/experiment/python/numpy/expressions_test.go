package numpy_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/pandas"
	"firstneuron/pkg/experiment/python/pyrandom"
	"firstneuron/pkg/experiment/python/sklearn"
)

// run runs a program and returns what it prints, and the error it ended with.
func run(text string) (printed string, result eval.Result, err error) {
	file, problem := python.Parse(text)
	if problem != nil {
		return "", result, problem
	}
	var b strings.Builder
	result = eval.Run(text, file, eval.Config{
		Modules: map[string]*eval.Module{"numpy": numpy.Module(), "random": pyrandom.Module(), "sklearn": sklearn.Module(), "pandas": pandas.Module(nil)},
		Print: func(p eval.Print) {
			if p.Unknown != nil {
				b.WriteString("unknown: " + p.Unknown.Text + "\n")
			}
			b.WriteString(p.Text)
		},
	})
	return b.String(), result, result.Failure
}

// TestExpressions compares some hundred expressions with NumPy's own answers, to the
// letter: those that programs have.
func TestExpressions(t *testing.T) { compare(t, "testdata/expressions.json", 700) }

// TestMixtures does so with expressions that are put together at random.
func TestMixtures(t *testing.T) { compare(t, "testdata/mixtures.json", 500) }

func compare(t *testing.T, path string, least int) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Rows []struct{ Setup, Line, Repr, Error string }
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	if len(fixture.Rows) < least {
		t.Fatalf("%d expressions, want %d", len(fixture.Rows), least)
	}
	failed := 0
	for _, row := range fixture.Rows {
		body, last := "", row.Line
		if i := strings.LastIndex(row.Line, "; "); i >= 0 {
			body, last = row.Line[:i], row.Line[i+2:]
		}
		program := row.Setup + strings.ReplaceAll(body, "; ", "\n") + "\nprint(repr((" + last + ")))\n"
		printed, _, err := run(program)
		got := strings.TrimSuffix(printed, "\n")
		want := row.Repr
		if err != nil {
			got = err.Error()
		}
		if row.Error != "" {
			want = row.Error
		}
		if got != want {
			failed++
			t.Errorf("%s\n got %s\nwant %s", row.Line, got, want)
		}
	}
	t.Logf("%d of %d differ", failed, len(fixture.Rows))
}
