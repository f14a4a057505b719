package program

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// The parts of a program that most tests leave as they are.
const (
	imports = "import keras\nimport numpy as np\n"
	data    = "xs = np.array([1.0, 2.0, 3.0])\nys = np.array([2.0, 4.0, 6.0])\n"
	built   = "model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\n"
	learns  = "model.compile(optimizer=\"sgd\", loss=\"mse\")\nmodel.fit(xs, ys, epochs=5)\n"
)

// codesOf are the codes of the problems of a reading.
func codesOf(r Reading) string {
	var codes []string
	for _, p := range r.Problems {
		codes = append(codes, p.Detail.Code)
	}
	return strings.Join(codes, " ")
}

// line writes points with one input, as the tables of these tests do.
func line(points []experiment.Point) string {
	pairs := make([][2]float64, len(points))
	for i, p := range points {
		pairs[i] = [2]float64{p.X[0], p.Y}
	}
	return strings.NewReplacer("[[", "[{", "]]", "}]", "] [", "} {").Replace(fmt.Sprint(pairs))
}

func TestDataIsWhatTheProgramMakesOfIt(t *testing.T) {
	for _, test := range []struct{ name, data, want string }{
		{"the mean of an array", data + "xs = xs - xs.mean()\n", "[{-1 2} {0 4} {1 6}]"},
		{"the mean by NumPy", data + "xs = xs - np.mean(xs)\n", "[{-1 2} {0 4} {1 6}]"},
		{"the deviation", "xs = np.array([-3.0, 3.0])\nys = xs / xs.std()\n", "[{-3 -1} {3 1}]"},
		{"the largest of an expression", data + "ys = ys / (2*xs).max()\n", "[{1 0.3333333333333333} {2 0.6666666666666666} {3 1}]"},
		{"whole numbers", data + "ys = (ys / 4).astype(int)\n", "[{1 0} {2 1} {3 1}]"},
		{"a type of whole numbers", data + "xs = np.array([1.5, 2.5, 3.5], dtype=\"int32\")\n", "[{1 2} {2 4} {3 6}]"},
		{"two names at once", "xs, ys = np.array([1.0, 2.0]), np.array([3.0, 4.0])\n", "[{1 3} {2 4}]"},
		{"one value for two names", "xs = ys = np.array([1.0, 2.0])\n", "[{1 1} {2 2}]"},
		{"exchanged names", data + "xs, ys = ys, xs\n", "[{2 1} {4 2} {6 3}]"},
		{"other writings of numbers", "xs = np.array([0x10, 0b11, 1_0])\nys = xs - 3\nz = 2j\n", "[{16 13} {3 0} {10 7}]"},
		{"in place", data + "xs *= 2\nys -= 1\n", "[{2 1} {4 3} {6 5}]"},
		{"joined and repeated lists", data + "ys = np.array([1.0]*2 + [2.0])\n", "[{1 1} {2 1} {3 2}]"},
		{"a list beside an array", data + "ys = xs + [1, 1, 1]\n", "[{1 2} {2 3} {3 4}]"},
	} {
		reading := Read(imports+test.data+built+learns, experiment.Default())
		if got := line(reading.Experiment.Points); !reading.OK() || got != test.want {
			t.Errorf("%s: the points are %s, want %s; problems %v", test.name, got, test.want, reading.Problems)
		}
	}
}

// TestOneArrayInAListIsTheInput: Keras takes a list of arrays for as many
// inputs, and refuses a list of numbers.
func TestOneArrayInAListIsTheInput(t *testing.T) {
	for _, xs := range []string{"xs", "[xs]", "[np.array([1.0, 2.0, 3.0])]"} {
		program := imports + data + built + strings.Replace(learns, "fit(xs, ys", "fit("+xs+", [ys]", 1)
		reading := Read(program+"print(model.predict([np.array([7.0])]))\n", experiment.Default())
		if got := line(reading.Experiment.Points); got != "[{1 2} {2 4} {3 6}]" || reading.Experiment.Predict[0] != 7 || len(reading.Problems) > 0 {
			t.Errorf("%s: the points are %s, the x to predict %v, the problems %v", xs, got, reading.Experiment.Predict[0], reading.Problems)
		}
	}
}

// TestWhatChangesNumbersIsFollowed: in whatever way a program changes its numbers, the
// points are those that it ends with.
func TestWhatChangesNumbersIsFollowed(t *testing.T) {
	for name, test := range map[string]struct{ changed, want string }{
		"one number":      {"xs[0] = 7.0\n", "[{7 2} {2 4} {3 6}]"},
		"a method":        {"xs[0] = 7.0\nxs.sort()\n", "[{2 2} {3 4} {7 6}]"},
		"a loop":          {"for i in range(3):\n    xs[i] = i * 2\n", "[{0 2} {2 4} {4 6}]"},
		"a condition":     {"if len(xs) == 3: xs = xs * 2\n", "[{2 2} {4 4} {6 6}]"},
		"another method":  {"xs = xs.cumsum()\n", "[{1 2} {3 4} {6 6}]"},
		"a function":      {"def half(xs):\n    xs = xs / 2\n    return xs\nys = half(ys)\n", "[{1 1} {2 2} {3 3}]"},
		"a slice":         {"xs, ys = xs[:2], ys[1:]\n", "[{1 4} {2 6}]"},
		"a comprehension": {"ys = np.array([2*x - 1 for x in xs])\n", "[{1 1} {2 3} {3 5}]"},
	} {
		reading := Read(imports+data+test.changed+built+learns, experiment.Default())
		if got := line(reading.Experiment.Points); !reading.OK() || len(reading.Problems) > 0 || got != test.want {
			t.Errorf("%s: read as %v with the problems %v, want %s", name, got, reading.Problems, test.want)
		}
	}
	for name, test := range map[string]struct{ changed, code string }{
		"a loop over the name": {"for xs in [1, 2]:\n    pass\n", "code_number"},
		"a method in a loop":   {"for i in range(3):\n    xs.append(i)\n", "code_raised"},
		"an unknown pair":      {"xs, ys = load()\n", "code_raised"},
		"what a file has":      {"xs = open('xs.csv').read()\n", "code_outside"},
		"what the page lacks":  {"import xarray\nxs = xarray.load('x')\n", "code_lacks"},
		"another shape":        {"xs = xs.reshape(3, 1, 1)\n", "code_one_feature"},
	} {
		reading := Read(imports+data+test.changed+built+learns, experiment.Default())
		if reading.OK() || !strings.Contains(codesOf(reading), test.code) || !reading.Experiment.Equal(experiment.Default()) {
			t.Errorf("%s: read as %v with the problems %v, want %s", name, reading.Experiment.Points, reading.Problems, test.code)
		}
	}
	two := strings.Replace(imports+data+built+learns, "[1.0, 2.0, 3.0]", "[[1.0, 2.0], [3.0, 4.0]]", 1)
	if got := codesOf(Read(two, experiment.Default())); !strings.Contains(got, "code_width") || strings.Contains(got, "code_unknown_value") {
		t.Errorf("two features are answered with %s", got)
	}
}

func TestLibrariesGoByOtherNames(t *testing.T) {
	for name, text := range map[string]string{
		"a module in a variable":  imports + data + "layers = keras.layers\nmodel = keras.Sequential([keras.Input((1,)), layers.Dense(1)])\n",
		"keras of tensorflow":     "import numpy as np\nimport tensorflow as tf\nkeras = tf.keras\n" + data + built,
		"classes in variables":    imports + data + "Net, D = keras.Sequential, keras.layers.Dense\nmodel = Net([keras.Input((1,)), D(1)])\n",
		"classes imported as":     "from keras import Input, Sequential as S\nfrom keras.layers import Dense as D\nimport numpy as np\n" + data + "model = S([Input((1,)), D(1)])\n",
		"a function of a library": imports + data + "half = np.sqrt\nys = half(ys * ys)\n" + built,
	} {
		reading := Read(text+learns, experiment.Default())
		if !reading.OK() || len(reading.Problems) > 0 || line(reading.Experiment.Points) != "[{1 2} {2 4} {3 6}]" {
			t.Errorf("%s: read as %v with the problems %v", name, reading.Experiment.Points, reading.Problems)
		}
	}
}

// TestTheFirstTrainingIsTheOneThatIsRead: whatever a notebook tries besides, it
// is not mixed with it, and a control leaves it alone.
func TestTheFirstTrainingIsTheOneThatIsRead(t *testing.T) {
	const besides = "other = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(1)])\n"
	const trained = "other.compile(\"adam\", \"mae\")\nother.fit(xs, ys, epochs=77)\n"
	for name, text := range map[string]string{
		"a model after it":      imports + data + built + learns + besides + trained,
		"a model before it":     imports + data + besides + built + learns + trained,
		"the same name again":   imports + data + built + learns + strings.ReplaceAll(besides+trained, "other", "model"),
		"compiled again":        imports + data + built + learns + "model.compile(\"adam\", \"mae\")\nmodel.fit(xs, ys)\n",
		"compiled twice before": imports + data + built + "model.compile(keras.optimizers.Adam(0.5, beta_1=0.5), keras.losses.Huber(delta=2.0), metrics=[\"mae\"])\n" + learns,
	} {
		reading := Read(text, experiment.Default())
		want := Read(imports+data+built+learns, experiment.Default()).Experiment
		if !reading.OK() || !reading.Experiment.Equal(want) {
			t.Errorf("%s: read as %+v, want %+v; problems %v", name, reading.Experiment, want, reading.Problems)
		}
		next, _ := want.With(experiment.ActivationKey(1), "relu")
		revised := Revise(text, next)
		for line := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(line, "other") && !strings.Contains(revised, line) {
				t.Errorf("%s: %q is gone from\n%s", name, line, revised)
			}
		}
	}
}

func TestNamesGivenAgainAreRevisedWhereTheyCount(t *testing.T) {
	text := imports + data + built + learns + "xs = np.array([10.0])\nprint(model.predict(xs))\n"
	next, _ := Read(text, experiment.Default()).Experiment.With("xs", "4,5,6")
	if got, want := Revise(text, next), strings.Replace(text, "[1.0, 2.0, 3.0])", "[4.0, 5.0, 6.0])", 1); got != want {
		t.Errorf("revised it is\n%s\nwant\n%s", got, want)
	}
	text = imports + "# both\nxs, ys = np.array([1.0, 2.0]), np.array([3.0, 4.0])\n" + built + learns + "print(\"kept\")\n"
	next, _ = Read(text, experiment.Default()).Experiment.With("xs", "4,5")
	revised := Revise(text, next)
	if again := Read(revised, next); !strings.Contains(revised, "# both") || !strings.Contains(revised, "kept") || !again.Experiment.Equal(next) {
		t.Errorf("revised it is\n%s", revised)
	}
}
