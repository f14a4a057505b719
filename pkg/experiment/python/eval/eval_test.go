package eval

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/python"
)

// runs runs a program and returns what it prints.
func runs(t *testing.T, text string, config Config) (string, Result) {
	t.Helper()
	file, problem := python.Parse(text)
	if problem != nil {
		t.Fatalf("%v at %d in\n%s", problem, problem.Start, text)
	}
	var b strings.Builder
	config.Print = func(p Print) { b.WriteString(p.Text) }
	result := Run(text, file, config)
	return b.String(), result
}

// TestProgramsRunAsInPython compares with what Python printed, and with the error it
// ended with.
func TestProgramsRunAsInPython(t *testing.T) {
	text, err := os.ReadFile("testdata/programs.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Entries []struct{ Text, Printed, Error string }
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	if len(fixture.Entries) < 45 {
		t.Fatalf("%d programs", len(fixture.Entries))
	}
	for _, want := range fixture.Entries {
		printed, result := runs(t, want.Text, Config{})
		failed := ""
		if result.Failure != nil {
			failed = result.Failure.Error()
		}
		if printed != want.Printed || failed != want.Error {
			t.Errorf("%s\nprints\n%sand ends with %q, Python prints\n%sand ends with %q", want.Text, printed, failed, want.Printed, want.Error)
		}
	}
}

// TestEveryValueKnowsItsLiteral: wherever it went.
func TestEveryValueKnowsItsLiteral(t *testing.T) {
	const text = `EPOCHS = 500
def settings(lr=0.1, n=-3):
    units = [EPOCHS, 7]
    return lr, n, *units, {"a": 'adam'}["a"]
a, b, c, d, e = settings()
f = settings(lr=0.25)[0]
g = 2 * EPOCHS
h = float(EPOCHS)
`
	_, result := runs(t, text, Config{})
	if result.Failure != nil {
		t.Fatal(result.Failure)
	}
	for name, want := range map[string]string{"a": "0.1", "b": "-3", "c": "500", "d": "7", "e": "'adam'", "f": "0.25", "g": "", "h": "500"} {
		at := Origin(result.Globals[name])
		if got := text[at.Start:at.End]; got != want {
			t.Errorf("%s came from %q, want %q", name, got, want)
		}
	}
}

func TestWhatIsNotKnownGoesThrough(t *testing.T) {
	const text = `import seaborn
from somewhere import load
x = load("data")[0] * 2 + 1
y = [v for v in x]
z = f"{x} {len(y)}"
n = 5
if x > 3:
    n = 6
for i in x:
    n += i
a, b = load()
print("known", 1)
print("not", z)
seaborn.plot(x)
m = round(float(x), 2)
`
	var prints []Print
	file, _ := python.Parse(text)
	result := Run(text, file, Config{Print: func(p Print) { prints = append(prints, p) }})
	if result.Failure != nil {
		t.Fatal(result.Failure)
	}
	for _, name := range []string{"x", "y", "z", "n", "a", "b", "m"} {
		if _, unknown := result.Globals[name].(Unknown); !unknown {
			t.Errorf("%s is %v, want that it is not known", name, result.Globals[name])
		}
	}
	if len(prints) != 2 || prints[0].Text != "known 1\n" || prints[1].Unknown == nil {
		t.Errorf("printed %+v", prints)
	}
	if len(result.Notes) < 3 {
		t.Errorf("the notes are %v, want one for each line that is lost", result.Notes)
	}
}

// TestLimitsAreKept: whatever a text asks for, the run ends soon, at its place.
func TestLimitsAreKept(t *testing.T) {
	for text, want := range map[string]LimitKind{
		"while True: pass":                                         Steps,
		"n = 0\nwhile True:\n    n += 1":                           Steps,
		"x = [0] * 10_000_000":                                     Elements,
		"x = 'a' * 10 ** 9":                                        Elements,
		"x = [1]\nwhile True: x = x + x":                           Elements,
		"x = 'ab'\nwhile True: x += x":                             Elements,
		"x = list(range(10 ** 9))":                                 Elements,
		"def f(n): return f(n + 1)\nf(0)":                          Depth,
		"x = []\nx.append(x)\ny = []\ny.append(y)\nx == y":         Depth,
		"d = {}\nd[1] = d\ne = {}\ne[1] = e\nd == e":               Depth,
		"f = lambda: f()\nf()":                                     Depth,
		"for i in range(10 ** 12): pass":                           Steps,
		"x = 2 ** 100":                                             Large,
		"x = 99999999999999999999":                                 Large,
		"while True: print('x' * 1000)":                            Printed,
		"d = {}\nfor i in range(10 ** 7): d[i] = i":                Steps,
		"x = [i for i in range(10 ** 7)]":                          Elements,
		"sum(i for i in range(10 ** 7) if i % 2 == i)":             Steps,
		"class A:\n    def __getitem__(s, i): return 1\nlist(A())": Steps,
	} {
		_, result := runs(t, text, Config{})
		var limit *Limit
		if !errors.As(result.Failure, &limit) || limit.Kind != want && limit.Kind+want != Elements+Steps {
			t.Errorf("%s ends with %v, want the limit %v", text, result.Failure, &Limit{Kind: want})
			continue
		}
		if limit.At.End == 0 || limit.At.End > len(text) {
			t.Errorf("%s: the limit has the place %v", text, limit.At)
		}
		if result.Steps > 2*MaxSteps {
			t.Errorf("%s takes %d steps", text, result.Steps)
		}
	}
}

// FuzzRun: no text makes it panic, or go beyond its limits.
func FuzzRun(f *testing.F) {
	text, err := os.ReadFile("testdata/programs.txt")
	if err != nil {
		f.Fatal(err)
	}
	for program := range strings.SplitSeq(string(text), "\n---\n") {
		f.Add(program)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, problem := python.Parse(text)
		if problem != nil {
			return
		}
		printed := 0
		result := Run(text, file, Config{Print: func(p Print) { printed += len(p.Text) }})
		if result.Steps > 2*MaxSteps || printed > 2*MaxPrinted {
			t.Errorf("%d steps, %d bytes printed", result.Steps, printed)
		}
		var raised *Exception
		if errors.As(result.Failure, &raised) && (raised.At.Start < 0 || raised.At.End > len(text)) {
			t.Errorf("%v is outside of the text", raised)
		}
	})
}

// BenchmarkSteps is what a million steps take.
func BenchmarkSteps(b *testing.B) {
	const text = "n = 0\nwhile True:\n    n = n + 1\n"
	file, _ := python.Parse(text)
	for b.Loop() {
		Run(text, file, Config{})
	}
}
