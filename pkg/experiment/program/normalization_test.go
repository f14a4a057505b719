package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

const normalizedProgram = `import keras
import numpy as np
from keras import layers
xs = np.array([10.0, 20.0, 30.0, 50.0])
ys = np.array([1.0, 2.0, 3.0, 5.0])
norm = layers.Normalization(axis=None)
norm.adapt(xs)
model = keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(xs, ys, epochs=5)
print(model.predict(np.array([10.0])))
`

// TestNormalizationIsRead however it is written, or told of where the page does another
// thing.
func TestNormalizationIsRead(t *testing.T) {
	for _, test := range []struct{ name, old, new, code string }{
		{"as it is", "", "", ""},
		{"rows of one number", "norm.adapt(xs)", "norm.adapt(xs.reshape(-1, 1))", ""},
		{"of rows, the last axis", "(axis=None)\nnorm.adapt(xs)", "()\nnorm.adapt(xs.reshape(-1, 1))", ""},
		{"axis 1", "(axis=None)\nnorm.adapt(xs)", "(axis=1)\nnorm.adapt(xs[:, None])", ""},
		{"an array with equal numbers", "norm.adapt(xs)", "norm.adapt(np.array([10.0, 20.0, 30.0, 50.0]))", ""},
		{"other numbers with the same moments", "norm.adapt(xs)", "norm.adapt(np.array([50.0, 30.0, 20.0, 10.0]))", ""},
		{"adapted after the model", "norm.adapt(xs)\nmodel = keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])", "model = keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])\nnorm.adapt(xs.reshape(-1, 1))", ""},
		{"numbers adapted to after the model", "norm.adapt(xs)\nmodel = keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])", "model = keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])\nnorm.adapt(xs)", "code_adapt_rows"},
		{"and of a model that has no Input", "norm.adapt(xs)\nmodel = keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])", "model = keras.Sequential([norm, layers.Dense(1)])\nnorm.adapt(xs)", ""},
		{"added", "keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])", "keras.Sequential()\nmodel.add(keras.Input(shape=(1,)))\nmodel.add(norm)\nmodel.add(layers.Dense(1))", ""},
		{"functional", "model = keras.Sequential([keras.Input(shape=(1,)), norm, layers.Dense(1)])", "i = keras.Input(shape=(1,))\nmodel = keras.Model(i, layers.Dense(1)(norm(i)))", ""},
		{"defaults that are written", "(axis=None)", "(axis=None, mean=None, variance=None, invert=False, name='n')", ""},

		{"the old module", "layers.Normalization", "layers.experimental.preprocessing.Normalization", "code_name"},
		{"a list", "norm.adapt(xs)", "norm.adapt([10.0, 20.0, 30.0, 50.0])", "code_list"},
		{"each number a feature", "(axis=None)", "()", "code_axis"},
		{"each number a feature, written", "(axis=None)", "(axis=-1)", "code_axis"},
		{"never adapted", "norm.adapt(xs)\n", "", "code_not_adapted"},
		{"adapted to a part", "norm.adapt(xs)", "norm.adapt(xs[:3])", "code_normalization"},
		{"adapted to others", "norm.adapt(xs)", "norm.adapt(ys)", "code_normalization"},
		{"after a layer", "norm, layers.Dense(1)", "layers.Dense(1), norm", "code_normalization"},
		{"twice", "norm, layers", "norm, norm, layers", "code_normalization"},
		{"inverted", "axis=None", "axis=None, invert=True", "code_unsupported"},
		{"given", "(axis=None)", "(mean=27.5, variance=218.75)", "code_unsupported"},
		{"another axis", "axis=None", "axis=0", "code_unsupported"},
		{"a misspelt argument", "axis=None", "axes=None", "code_argument"},
		{"dropout", "norm, layers", "norm, layers.Dropout(0.5), layers", "code_without_layer"},
		{"no bias", "layers.Dense(1)", "layers.Dense(1, use_bias=False)", "code_bias"},
	} {
		text := strings.Replace(normalizedProgram, test.old, test.new, 1)
		reading := Read(text, experiment.Default())
		if test.code == "" {
			if len(reading.Problems) > 0 || !reading.Experiment.Normalize {
				t.Errorf("%s: normalizes %v, problems %v", test.name, reading.Experiment.Normalize, reading.Problems)
			}
			continue
		}
		found := false
		for _, p := range reading.Problems {
			found = found || p.Detail.Code == test.code
		}
		if !found {
			t.Errorf("%s: problems %v, want %s", test.name, reading.Problems, test.code)
		}
	}
}

// TestAxisOfSeveralColumns: each by itself, which the page does, or all by one mean.
func TestAxisOfSeveralColumns(t *testing.T) {
	const program = "import keras\nimport numpy as np\nx = np.array([[1.0, 50.0], [2.0, 70.0], [4.0, 90.0]])\ny = np.array([1.0, 2.0, 3.0])\n" +
		"n = keras.layers.Normalization(AXIS)\nn.adapt(x)\nmodel = keras.Sequential([keras.Input(shape=(2,)), n, keras.layers.Dense(1)])\n" +
		"model.compile('sgd', 'mse')\nmodel.fit(x, y, epochs=3)\n"
	for axis, want := range map[string]bool{"": true, "axis=-1": true, "-1": true, "axis=1": true, "axis=None": false} {
		reading := Read(strings.Replace(program, "AXIS", axis, 1), experiment.Default())
		if reading.OK() != want || want && (!reading.Experiment.Normalize || reading.Experiment.Inputs != 2) {
			t.Errorf("axis %q: %+v, problems %v, want it read: %v", axis, reading.Experiment.Normalize, reading.Problems, want)
		}
	}
}

// TestNormalizationIsRevised: it comes and goes with the control, and other lines stay.
func TestNormalizationIsRevised(t *testing.T) {
	e := experiment.Default()
	e.Normalize = true
	own := strings.Replace(script.Keras(experiment.Default()), "model = ", "# my own line\nmodel = ", 1)
	with := Revise(own, e)
	for _, want := range []string{"# my own line", "normalizer = keras.layers.Normalization(axis=None)\nnormalizer.adapt(xs)\n", "    normalizer,\n"} {
		if !strings.Contains(with, want) {
			t.Errorf("revised it has no %q:\n%s", want, with)
		}
	}
	if got := Read(with, e); !got.Experiment.Equal(e) || len(got.Problems) > 0 {
		t.Errorf("read again: %v of\n%s", got.Problems, with)
	}
	e.Normalize = false
	if without := Revise(with, e); without != own {
		t.Errorf("and back it is\n%s\nwant\n%s", without, own)
	}
	// A layer of another name keeps it.
	reading := Read(normalizedProgram, e)
	next := reading.Experiment
	next.Epochs = 77
	next.Layers = []experiment.Layer{{Units: 3, Activation: "relu"}, {Units: 1, Activation: "linear"}}
	revised := Revise(normalizedProgram, next)
	if got := Read(revised, next); !got.Experiment.Equal(next) || !strings.Contains(revised, "norm = layers.Normalization(axis=None)\nnorm.adapt(xs)\n") || !strings.Contains(revised, "    norm,\n") {
		t.Errorf("revised it is\n%s\n%v", revised, got.Problems)
	}
	if first, last := reading.Line(experiment.NormalizeKey); first != 6 || last != 6 {
		t.Errorf("the lines that say it are %d to %d, want 6", first, last)
	}
}
