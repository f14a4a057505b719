package program

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/script"
)

// fixtures is where the results of Keras, PyTorch and TensorFlow.js are.
const fixtures = "../testdata/programs/"

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

// TestMistakesAreAnsweredAsKerasDoes: the words are Keras's own, and the edit
// makes the program that Keras runs.
func TestMistakesAreAnsweredAsKerasDoes(t *testing.T) {
	type mistake struct{ Name, Program, Keras, Mended string }
	for _, want := range readFixture[mistake](t, "mistakes.json") {
		reading := Read(want.Program, experiment.Default())
		if len(reading.Problems) == 0 {
			t.Errorf("%s: no problem is found in\n%s", want.Name, want.Program)
			continue
		}
		p := reading.Problems[0]
		if p.Keras != want.Keras {
			t.Errorf("%s: said %q, Keras says %q", want.Name, p.Keras, want.Keras)
		}
		if p.Detail.Line == 0 || p.Detail.Column == 0 || p.Severity == Note {
			t.Errorf("%s: the problem %+v has no place or no weight", want.Name, p)
		}
		if want.Mended == "" {
			continue
		}
		mended := script.Apply(want.Program, p.Fix)
		if mended != want.Mended {
			t.Errorf("%s: mended to\n%s\nwant\n%s", want.Name, mended, want.Mended)
		}
		if again := Read(mended, experiment.Default()); len(again.Problems) > 0 {
			t.Errorf("%s: the mended program has the problem %v", want.Name, again.Problems[0])
		}
	}
}

func TestColumnsArePrintedAsNumPyDoes(t *testing.T) {
	type column struct {
		Values []string
		Text   string
	}
	for _, want := range readFixture[column](t, "prints.json") {
		values := make([]float32, len(want.Values))
		for i, text := range want.Values {
			v, err := strconv.ParseFloat(text, 32)
			if err != nil {
				t.Fatal(err)
			}
			values[i] = float32(v)
		}
		if got := NumPyColumn(values); got != want.Text {
			t.Errorf("NumPyColumn(%.40v) =\n%s\nwant\n%s", want.Values, got, want.Text)
		}
	}
}

// TestWhatCannotBeReadHasAPlace: each text stops the page at the line and the
// column that are to be mended.
func TestWhatCannotBeReadHasAPlace(t *testing.T) {
	lesson := script.Keras(experiment.Default())
	for _, test := range []struct {
		right, wrong, code string
		line, column       int
	}{
		{"epochs=500)", "epochs=500", "code_unclosed", 13, 10},
		{`"sgd"`, `"sgd`, "code_unclosed", 11, 55},
		{`"sgd"`, `“sgd”`, "code_typographic", 11, 25},
		{"units=1)", "units=1]", "code_unexpected", 9, 31},
		{"units=1", "units=", "code_unexpected", 9, 30},
		{"epochs=500", "epochs=0", "out_of_range", 13, 19},
		{"epochs=500", "epochs=2.5", "not_whole", 13, 19},
		{"epochs=500", "epochs=n", "code_raised", 13, 26},
		{"epochs=500", "epochs=load", "code_raised", 13, 26},
		{"units=1", "units=99", "out_of_range", 9, 24},
		{"units=1", "units=2", "output_units", 7, 1},
		{"keras.layers.Dense(units=1)", "keras.layers.Dropout(0.5)", "code_without_layer", 9, 5},
		{"shape=(1,)", "shape=(2,)", "code_width", 8, 17},
		{"units=1", "units=1, use_bias=False", "code_bias", 9, 33},
		{"ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)", "ys = 2*[1.0, 2.0] - 1", "code_list_arithmetic", 5, 6},
		{"ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)", "ys = np.fft.fft(xs)", "code_lacks_value", 13, 15},
		{"ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)", "ys = open('ys.txt').read()", "code_outside_value", 13, 15},
		{"ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)", "ys = np.linspace(0, 1, 1000000000)", "code_too_many_values", 5, 6},
		{"ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)", "ys = xs = np.arange(6000)", "too_many_points", 5, 1},
		{"ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)", "ys = xs + np.array([1.0, 2.0])", "code_raised", 5, 6},
		{"epochs=500", "epochs=500, validation_data=xs", "code_unsupported", 13, 31},
	} {
		if strings.Count(lesson, test.right) != 1 {
			t.Fatalf("%q is not once in\n%s", test.right, lesson)
		}
		reading := Read(strings.Replace(lesson, test.right, test.wrong, 1), experiment.Default())
		var got *Problem
		for _, p := range reading.Problems {
			if p.Detail.Code == test.code {
				got = p
				break
			}
		}
		if got == nil || got.Detail.Line != test.line || got.Detail.Column != test.column || reading.OK() {
			t.Errorf("%s: the problems are %v, want %s at line %d, column %d", test.wrong, reading.Problems, test.code, test.line, test.column)
		}
		if !reading.Experiment.Equal(experiment.Default()) {
			t.Errorf("%s: the experiment changed", test.wrong)
		}
	}
}

func TestArithmeticIsNumPys(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"np.arange(3)", "0,1,2"},
		{"np.arange(1.0, 2.0, 0.25)", "1,1.25,1.5,1.75"},
		{"np.linspace(-1, 1, 5)", "-1,-0.5,0,0.5,1"},
		{"np.linspace(0, 1, 4, endpoint=False)", "0,0.25,0.5,0.75"},
		{"2*np.array([1.0, 2.0]) - 1", "1,3"},
		{"-np.array([1.0, 2.0])**2", "-1,-4"},
		{"np.array([[1.0], [2.0]]) / 2", "0.5,1"},
		{"(np.array([1.0, 2.0]) + np.array([10.0, 20.0])) * (1 + 1)", "22,44"},
		{"np.sqrt(np.array([1.0, 4.0])).reshape(-1, 1)", "1,2"},
		{"np.ones((3, 1)) - np.zeros((3, 1))", "1,1,1"},
		{"2**-1 * np.array([2.0, 4.0])", "1,2"},
		{"np.array((1, 2)).astype(float)", "1,2"},
	} {
		text := "import numpy as np\nimport keras\nmodel = keras.Sequential([keras.layers.Dense(1)])\nmodel.compile('sgd', 'mse')\n" +
			"xs = " + test.text + "\nmodel.fit(xs, xs)\n"
		reading := Read(text, experiment.Default())
		if got := reading.Experiment.Value("xs"); !reading.OK() || got != test.want {
			t.Errorf("%s = %s, want %s; problems %v", test.text, got, test.want, reading.Problems)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		script.Keras(experiment.Default()), printed, learners, added, "", "((((", "a = [1, [2, {", "f(x for x in y)", "%matplotlib inline\nx = 1",
		"“x”", "x = 'a\nb'", "xs = np.linspace(0, 1, 1e9)\n" + strings.Repeat("xs = xs + xs\n", 50), strings.Repeat("-", 100) + "1", "a" + strings.Repeat(".b()", 100), "x[[1]]",
		"model=Sequential([Dense(1)])\nmodel.compile(+A0(A0%000))#", "from a import Sgdx as S\nm=Sequential([+Dense(1)])\nm.compile(S(), +S())",
	} {
		f.Add(text)
	}
	type mistake struct{ Program string }
	if text, err := os.ReadFile(fixtures + "mistakes.json"); err == nil {
		var file struct{ Entries []mistake }
		if json.Unmarshal(text, &file) == nil {
			for _, m := range file.Entries {
				f.Add(m.Program)
			}
		}
	}
	e, _ := experiment.Decode("layers=2:tanh,1&epochs=7&lr=0.5&also=5:9,6&seed=3")
	f.Fuzz(func(t *testing.T, text string) {
		reading := Read(text, experiment.Default())
		for _, p := range reading.Problems {
			if p.Span.Start < 0 || p.Span.End > len(text) || p.Detail.Line < 1 || p.Detail.Column < 1 {
				t.Errorf("the problem %v is outside of the text", p)
			}
			_ = script.Apply(text, p.Fix)
		}
		if !reading.OK() {
			return
		}
		if problems := reading.Experiment.Validate(); len(problems) > 0 {
			t.Errorf("the experiment read is invalid: %v", problems)
		}
		if len(text) > 4<<10 {
			return
		}
		if again := Read(Revise(text, e), e); !again.OK() || !same(again.Experiment, e) {
			t.Errorf("revised it says another experiment:\n%s", Revise(text, e))
		}
	})
}

func TestLimitsAreKept(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("#", python.MaxSize+1):  "code_too_long",
		strings.Repeat("(", python.MaxDepth+1): "code_too_deep",
		strings.Repeat("-", 1000) + "1":        "code_too_deep",
		"x" + strings.Repeat("[0]", 1000):      "code_too_deep",
	} {
		reading := Read(text, experiment.Default())
		if len(reading.Problems) == 0 || reading.Problems[0].Detail.Code != want {
			t.Errorf("%.10s…: %v, want %s", text, reading.Problems, want)
		}
	}
}
