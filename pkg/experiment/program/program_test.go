package program

import (
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"

	"pgregory.net/rapid"
)

func TestMain(m *testing.M) {
	flag.Parse()
	// 200 random experiments, unless the command line says otherwise.
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue {
		_ = flag.Set("rapid.checks", "200")
	}
	os.Exit(m.Run())
}

// ofOneInput are the examples that programs can say.
func ofOneInput() []experiment.Example {
	return slices.DeleteFunc(experiment.Examples(), func(e experiment.Example) bool { return e.Experiment.Inputs > 1 })
}

// drawExperiment draws a valid experiment with every property.
func drawExperiment(t *rapid.T) experiment.Experiment {
	e := rapid.SampledFrom(ofOneInput()).Draw(t, "example").Experiment
	set := func(key, text string) {
		next, problem := e.With(key, text)
		if problem != nil {
			t.Fatalf("With(%s, %s): %v", key, text, problem)
		}
		e = next
	}
	within := func(key string) string {
		low, high, _ := experiment.Limits(key)
		return experiment.FormatNumber(rapid.Float64Range(low, high).Draw(t, key))
	}
	number := rapid.Float64Range(-experiment.MaxAbs, experiment.MaxAbs)
	if rapid.Bool().Draw(t, "own data") {
		e.Points, e.Example, e.Names = nil, "", experiment.Names{}
		for range rapid.IntRange(2, 80).Draw(t, "points") {
			e.Points = append(e.Points, experiment.Point{X: experiment.Place{number.Draw(t, "x")}, Y: rapid.Float64Range(-3, 3).Draw(t, "y")})
		}
	}
	e.Normalize = rapid.IntRange(0, 3).Draw(t, "normalize") == 0
	var layers strings.Builder
	for range rapid.IntRange(0, 4).Draw(t, "hidden layers") {
		layers.WriteString(strconv.Itoa(rapid.IntRange(1, experiment.MaxUnits).Draw(t, "units")) + ":" +
			rapid.SampledFrom(experiment.Choices("activation.1")).Draw(t, "activation") + ",")
	}
	set("layers", layers.String()+"1:"+rapid.SampledFrom(experiment.Choices("activation.1")).Draw(t, "output activation"))
	set("optimizer", rapid.SampledFrom(experiment.Choices("optimizer")).Draw(t, "optimizer"))
	if rapid.Bool().Draw(t, "other rate") {
		set("lr", within("lr"))
	}
	for _, kind := range []struct {
		key     string
		options func() []experiment.Option
	}{
		{"optimizer", func() []experiment.Option { return e.OptionsOfOptimizer() }},
		{"loss", func() []experiment.Option { return e.OptionsOfLoss() }},
	} {
		if kind.key == "loss" {
			set("loss", rapid.SampledFrom(experiment.Choices("loss")).Draw(t, "loss"))
		}
		for _, option := range kind.options() {
			switch {
			case !rapid.Bool().Draw(t, "set "+option.Key) || (strings.Contains(option.Key, "clip") && strings.Contains(string(e.Optimizer.Options), "clip")):
			case option.Flag:
				set(option.Key, rapid.SampledFrom([]string{"0", "1"}).Draw(t, option.Key))
			default:
				set(option.Key, within(option.Key))
			}
		}
	}
	for _, key := range []string{"l1", "l2", "validation"} {
		if rapid.Bool().Draw(t, "set "+key) {
			set(key, within(key))
		}
	}
	set("metric", rapid.SampledFrom(experiment.Choices("metric")).Draw(t, "metric"))
	set("epochs", strconv.Itoa(rapid.IntRange(1, experiment.MaxEpochs).Draw(t, "epochs")))
	set("batch", strconv.Itoa(rapid.IntRange(1, 100).Draw(t, "batch")))
	set("shuffle", rapid.SampledFrom([]string{"0", "1"}).Draw(t, "shuffle"))
	set("patience", strconv.Itoa(rapid.IntRange(0, 100).Draw(t, "patience")))
	set("stop", rapid.SampledFrom([]string{"0", "0", "0.25", "3"}).Draw(t, "stop"))
	set("seed", strconv.Itoa(rapid.IntRange(0, experiment.MaxSeed).Draw(t, "seed")))
	if e.IsLine() && rapid.Bool().Draw(t, "given start") {
		e.Initial = &experiment.Line{W: number.Draw(t, "w"), B: number.Draw(t, "b")}
	}
	set("predict", experiment.FormatNumber(number.Draw(t, "predict")))
	for _, x := range rapid.SliceOfNDistinct(number, 0, 5, rapid.ID).Draw(t, "asked") {
		q := experiment.Query{X: experiment.Place{x}, Known: rapid.Bool().Draw(t, "known")}
		if q.Known {
			q.Y = number.Draw(t, "true y")
		}
		e.Queries = append(e.Queries, q)
	}
	e.Hide, e.Lang = []string{"loss"}, "ko"
	if _, err := e.Model(); err != nil {
		t.Fatalf("a model that cannot be made was drawn: %v", err)
	}
	if problems := e.Validate(); len(problems) > 0 {
		t.Fatalf("an invalid experiment was drawn: %v", problems)
	}
	return e
}

// TestCodeAndControlsAgree: code → controls → code is the identity.
func TestCodeAndControlsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawExperiment(t)
		for _, text := range []string{script.Keras(e), script.KerasWithWeights(e)} {
			reading := Read(text, experiment.Default().WithView(e))
			if e.IsLine() || text == script.Keras(e) {
				for _, p := range reading.Problems {
					t.Errorf("a written program has the problem %v (%s)\n%s", p, p.Keras, text)
				}
			} else if !reading.OK() {
				t.Errorf("a program with weights is wrong: %v\n%s", reading.Problems, text)
			}
			if with := WithWeights(text, e); !strings.Contains(with, ".set_weights(") || !Read(with, e).OK() {
				t.Errorf("with weights it is\n%s", with)
			}
		}
		text := script.Keras(e)
		got := Read(text, e).Experiment
		if !got.Equal(e) {
			t.Fatalf("read back it is %+v, want %+v\n%s", got, e, text)
		}
		if again := script.Keras(got); again != text {
			t.Errorf("written again it is\n%s\nwant\n%s", again, text)
		}
	})
}

// TestRevisingKeepsWhatTheLearnerWrote: whatever control is touched, the
// program then says the experiment, and her lines are still there.
func TestRevisingKeepsWhatTheLearnerWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{learners, added, printed}).Draw(t, "program")
		e := drawExperiment(t)
		if before := Read(text, e); !before.OK() {
			t.Fatalf("the program itself has problems: %v", before.Problems[0])
		}
		revised := Revise(text, e)
		got := Read(revised, e)
		if !got.OK() || !same(got.Experiment, e) {
			t.Fatalf("revised it says %+v, want %+v\n%s", got.Experiment, e, revised)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if at := strings.IndexByte(line, '#'); at >= 0 && !strings.Contains(revised, line[at:]) {
				t.Errorf("the comment %q is gone from\n%s", line[at:], revised)
			}
		}
		if again := Revise(revised, e); again != revised {
			t.Errorf("revised again it is\n%s\nwant\n%s", again, revised)
		}
	})
}

// Programs as learners have them.
const (
	printed = `import tensorflow as tf
import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(units=1, input_shape=[1])])
model.compile(optimizer="sgd", loss="mean_squared_error")

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model.fit(xs, ys, epochs=500)

print(model.predict([10.0]))
`
	learners = `# my first network
import numpy as np
from tensorflow import keras
import matplotlib.pyplot as plt

x_train = np.linspace(-1, 4, 6)  # six of them
y_train = 2*x_train - 1          # the rule

l0 = keras.layers.Dense(units=1)
net = keras.Sequential([
    keras.Input(shape=(1,)),
    l0,  # the only layer
])
net.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.01))

history = net.fit(x_train, y_train, epochs=500, verbose=False)
print("done")  # at last
plt.plot(history.history['loss'])
for i in range(3):
    # not run here
    print(i)
print(net.predict(np.array([10.0])))
`
	added = `import keras
import numpy as np
model = keras.Sequential()
model.add(keras.Input(shape=(1,)))  # one x
model.add(keras.layers.Dense(4, activation="relu"))
model.add(keras.layers.Dense(1))  # the answer
model.compile("adam", "mse")
model.fit(np.arange(6.0), np.arange(6.0) * 2, epochs=10)
`
)

func TestProgramsOfLearnersSetThePage(t *testing.T) {
	lesson := experiment.Default()
	for _, test := range []struct {
		name, text string
		want       func() experiment.Experiment
	}{
		{"as printed", printed, func() experiment.Experiment { return lesson }},
		{"with own names", learners, func() experiment.Experiment { return lesson }},
		{"with add", added, func() experiment.Experiment {
			e := lesson
			e.Points, e.Example = nil, ""
			for i := range 6 {
				e.Points = append(e.Points, experiment.Point{X: experiment.Place{float64(i)}, Y: float64(2 * i)})
			}
			e.Layers = []experiment.Layer{{Units: 4, Activation: "relu"}, {Units: 1, Activation: "linear"}}
			e.Optimizer = experiment.Optimizer{Name: "adam", LearningRate: 0.001}
			e.Epochs = 10
			return e
		}},
	} {
		reading := Read(test.text, lesson)
		if want := test.want(); !reading.OK() || !reading.Experiment.Equal(want) {
			t.Errorf("%s: read as %+v, want %+v; problems %v", test.name, reading.Experiment, want, reading.Problems)
		}
	}
}

func TestEveryPropertyHasALine(t *testing.T) {
	text := learners
	reading := Read(text, experiment.Default())
	lines := strings.Split(text, "\n")
	for key, want := range map[string]string{
		"xs": "x_train = np", "ys": "y_train = 2", "units.1": "l0 = keras", "activation.1": "net = keras", "lr": "net.compile", "loss": "net.compile",
		"momentum": "net.compile", "epochs": "history =", "batch": "history =", "seed": "net = keras", "w": "net = keras", "predict": "print(net", "also.1": "print(net",
	} {
		first, _ := reading.Line(key)
		if first == 0 || !strings.HasPrefix(lines[first-1], want) {
			t.Errorf("Line(%s) = %d, want the line %q", key, first, want)
		}
	}
	for line, want := range map[string][]string{
		"x_train = np.linspace(-1, 4, 6)  # six of them": {"xs"},
		"print(net.predict(np.array([10.0])))":           {"predict"},
		"# my first network":                             nil,
	} {
		if got := reading.KeysAt(slices.Index(lines, line) + 1); !slices.Equal(got, want) {
			t.Errorf("KeysAt(%q) = %q, want %q", line, got, want)
		}
	}
	reading = Read(script.Keras(experiment.Default()), experiment.Default())
	for _, key := range experiment.Keys() {
		if view := slices.Contains([]string{"example", "data", "auto", "hide", "lock", "lang", "theme", "embed"}, key); view {
			continue
		}
		if first, last := reading.Line(key); first == 0 || last < first {
			t.Errorf("Line(%s) = %d, %d, want a line", key, first, last)
		}
	}
}
