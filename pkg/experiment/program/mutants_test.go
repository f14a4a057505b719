package program

import (
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/script"
)

// shapes are ways to say a number somewhere else than where it is used: NAME is the
// number's place there, USE how it is used.
var shapes = []struct{ before, use string }{
	{"", "@"},
	{"N = @\n", "N"},
	{"N = @\nM = N\n", "M"},
	{"def f():\n    return @\n", "f()"},
	{"def f(n=@):\n    return n\n", "f()"},
	{"def f(n, k=1):\n    return n\n", "f(@)"},
	{"def f(*, n):\n    return n\n", "f(n=@)"},
	{"settings = {'n': @, 'other': 3}\n", "settings['n']"},
	{"settings = [1, @]\n", "settings[-1]"},
	{"a, N = 1, @\n", "N"},
	{"f = lambda: @\n", "f()"},
	{"class C:\n    n = @\n", "C.n"},
	{"class C:\n    def __init__(self, n=@):\n        self.n = n\nc = C()\n", "c.n"},
	{"if 1 < 2:\n    N = @\nelse:\n    N = 4\n", "N"},
	{"for N in [5, @]: pass\n", "N"},
	{"N = None or @\n", "N"},
	{"N = @ if True else 7\n", "N"},
}

// uses are the places of numbers in a program, with the property that each says and
// another value of it.
var uses = []struct{ key, was, other string }{
	{"epochs", "5", "9"}, {"units.1", "3", "7"}, {"lr", "0.5", "0.25"}, {"predict", "10.0", "-3.5"}, {"batch", "2", "3"}, {"momentum", "0.9", "0.5"},
}

// programWith is a program that says the number of one property in one of the shapes.
func programWith(shape struct{ before, use string }, key string) string {
	values := map[string]string{}
	for _, use := range uses {
		values[use.key] = use.was
	}
	before := strings.ReplaceAll(shape.before, "@", values[key])
	values[key] = strings.ReplaceAll(shape.use, "@", values[key])
	return imports + before + data + "model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(" + values["units.1"] + "), keras.layers.Dense(1)])\n" +
		"model.compile(optimizer=keras.optimizers.SGD(learning_rate=" + values["lr"] + ", momentum=" + values["momentum"] + "), loss=\"mse\")\n" +
		"model.fit(xs, ys, epochs=" + values["epochs"] + ", batch_size=" + values["batch"] + ")\n" +
		"print(model.predict(np.array([" + values["predict"] + "])))\n"
}

// TestAControlEditsOneLiteral: wherever the number stands that a control is of, it is
// the one thing that changes, and the program evaluated again says the new value.
func TestAControlEditsOneLiteral(t *testing.T) {
	checked := 0
	for _, shape := range shapes {
		for _, use := range uses {
			if use.key == "momentum" { // an option, which its optimizer's line says
				continue
			}
			text := programWith(shape, use.key)
			reading := Read(text, experiment.Default())
			if !reading.OK() || reading.Experiment.Value(use.key) != strings.TrimSuffix(use.was, ".0") {
				t.Errorf("%s is %s, want %s; %v\n%s", use.key, reading.Experiment.Value(use.key), use.was, reading.Problems, text)
				continue
			}
			e, problem := reading.Experiment.With(use.key, use.other)
			if problem != nil {
				t.Fatal(problem)
			}
			revised := Revise(text, e)
			var want string
			if shape.before == "" || strings.Contains(shape.use, "@") {
				literal := strings.ReplaceAll(shape.use, "@", use.was)
				at := strings.LastIndex(text, literal)
				if use.key == "epochs" || use.key == "batch" {
					at = strings.LastIndex(text, "="+literal) + 1
				}
				if use.key == "units.1" {
					at = strings.Index(text, "Dense("+literal) + len("Dense(")
				}
				want = text[:at] + strings.ReplaceAll(shape.use, "@", use.other) + text[at+len(literal):]
			} else {
				at := strings.Index(shape.before, "@") + len(imports)
				want = text[:at] + use.other + text[at+len(use.was):]
			}
			if revised != want {
				t.Errorf("%s revised is\n%s\nwant\n%s", use.key, revised, want)
			}
			if again := Read(revised, e); !again.OK() || !again.Experiment.Equal(e) {
				t.Errorf("%s: again it is %v with %v", use.key, again.Experiment.Value(use.key), again.Problems)
			}
			checked++
		}
	}
	if checked < 50 {
		t.Errorf("%d programs", checked)
	}
}

// TestMutantsAreReadWithoutSilence: whatever becomes of a program, reading it does not
// panic, and each statement of it is run, or passed over with a note, or an error.
func TestMutantsAreReadWithoutSilence(t *testing.T) {
	cases := programsOf(t, "cases.txt")
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"(", ")", "[", "]", "=", "x", "1", "'", ":", "\n", "    ", "def f():", "for", "lambda", "None", "-", "**", ".", "np", "keras", "if", "return", "0", "1e9", "#", "{", "\\", "@", "f'{", "import"}
	refused, read := 0, 0
	for i := range 1000 {
		text := cases[i%len(cases)].Program
		for range 1 + r.IntN(2) {
			at := r.IntN(len(text))
			end := min(at+r.IntN(6), len(text))
			switch r.IntN(3) {
			case 0:
				text = text[:at] + text[end:]
			case 1:
				text = text[:at] + words[r.IntN(len(words))] + text[at:]
			default:
				text = text[:at] + words[r.IntN(len(words))] + text[end:]
			}
		}
		reading := Read(text, experiment.Default())
		for _, p := range reading.Problems {
			if p.Span.Start < 0 || p.Span.End > len(text) || p.Span.Start > p.Span.End {
				t.Fatalf("the problem %v is outside of\n%s", p, text)
			}
			if p.Fix != nil {
				if fixed := script.Apply(text, p.Fix); fixed == text {
					t.Errorf("the fix of %v changes nothing in\n%s", p, text)
				}
			}
		}
		if !reading.OK() {
			refused++
			continue
		}
		read++
		if problems := reading.Experiment.Validate(); len(problems) > 0 {
			t.Errorf("%v of\n%s", problems, text)
		}
		if silent := silentStatement(reading); silent != "" {
			t.Errorf("%q is neither run nor told of in\n%s\n%v", silent, text, reading.Problems)
		}
	}
	if refused < 100 || read < 100 {
		t.Errorf("%d refused, %d read: no test of either", refused, read)
	}
}

// silentStatement is a statement of a program that has not run, although the run came
// to its end, and of which nothing is told.
func silentStatement(r Reading) string {
	file, err := python.Parse(r.Program)
	if err != nil {
		return err.Error()
	}
	for _, s := range file.Statements {
		if !r.ran[s.Start] && !tells(r, s.Span) {
			return r.Program[s.Start:min(s.End, s.Start+60)] + " (line " + strconv.Itoa(script.NewLines(r.Program).Line(s.Start)) + ")"
		}
	}
	return ""
}

// tells reports whether a problem is in a place, or before it, where it ended the run.
func tells(r Reading, at python.Span) bool {
	for _, p := range r.Problems {
		if p.Severity != Note && p.Span.Start <= at.End {
			return true
		}
	}
	return false
}

// TestEveryFixReads: what a fix of any program of the tests makes is read, and does not
// have the problem any more.
func TestEveryFixReads(t *testing.T) {
	type mistake struct{ Program string }
	programs := []string{}
	for _, m := range readFixture[mistake](t, "mistakes.json") {
		programs = append(programs, m.Program)
	}
	for _, c := range append(programsOf(t, "cases.txt"), programsOf(t, "fixes.txt")...) {
		programs = append(programs, c.Program)
	}
	fixes := 0
	for _, text := range programs {
		for _, p := range Read(text, experiment.Default()).Problems {
			if p.Fix == nil {
				continue
			}
			fixes++
			fixed := script.Apply(text, p.Fix)
			if fixed == text {
				t.Errorf("the fix of %v changes nothing in\n%s", p, text)
			}
			for _, again := range Read(fixed, experiment.Default()).Problems {
				if again.Detail.Code == p.Detail.Code && again.Span == p.Span && again.Severity == Wrong {
					t.Errorf("fixed it has %v again\n%s", again, fixed)
				}
			}
		}
	}
	if fixes < 30 {
		t.Errorf("%d fixes", fixes)
	}
}

// fixCase is a program with a mistake, and what Keras said to the program that the
// page's fixes make of it: "" where it ran.
type fixCase struct{ Name, Program, Fixed, Says string }

var update = flag.Bool("update", false, "write the programs that fixes make again; then run generate.py")

// programsOf are the programs of a text, each under its name.
func programsOf(t *testing.T, name string) (cases []fixCase) {
	t.Helper()
	text, err := os.ReadFile(fixtures + name)
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(string(text), "\n"), "\n---\n") {
		name, program, _ := strings.Cut(part, "\n")
		cases = append(cases, fixCase{Name: strings.TrimPrefix(name, "# "), Program: program + "\n"})
	}
	return cases
}

// TestFixesAreWritten writes what the fixes make, with -update, for Keras to run.
func TestFixesAreWritten(t *testing.T) {
	if !*update {
		return
	}
	cases := programsOf(t, "fixes.txt")
	type entry struct {
		Name    string `json:"name"`
		Program string `json:"program"`
		Fixed   string `json:"fixed"`
	}
	var file struct {
		Entries []entry `json:"entries"`
	}
	for _, c := range cases {
		file.Entries = append(file.Entries, entry{c.Name, c.Program, mended(c.Program)})
	}
	text, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(fixtures+"fixes.json", append(text, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestKerasRunsWhatTheFixesMake: all fixes of a program, one after the other, make the
// one that was run by Keras.
func TestKerasRunsWhatTheFixesMake(t *testing.T) {
	for _, want := range readFixture[fixCase](t, "fixes.json") {
		if got := mended(want.Program); got != want.Fixed || want.Says != "" {
			t.Errorf("%s: mended it is\n%s\nwant\n%s\nof which Keras says %q", want.Name, got, want.Fixed, want.Says)
		}
	}
}

// mended applies the fixes of a program, one after the other.
func mended(text string) string {
	for range 20 {
		var fix []Edit
		for _, p := range Read(text, experiment.Default()).Problems {
			if p.Fix != nil && p.Severity != Note {
				fix = p.Fix
				break
			}
		}
		if fix == nil {
			return text
		}
		text = script.Apply(text, fix)
	}
	return text
}
