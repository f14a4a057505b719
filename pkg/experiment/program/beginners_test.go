package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestWhatBeginnersBring: programs as courses, forums and chats have them. What they print is
// what Keras 3.15.1, NumPy 2.4 and Python 3.11 print with the same initial weights.
func TestWhatBeginnersBring(t *testing.T) {
	const xs = "import numpy as np\nimport keras\nxs = np.array([1., 2., 3.]); ys = 2 * xs\n"
	const model = "model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer='zeros')])\nmodel.compile('sgd', 'mse')\n"
	const learns = "h = model.fit(xs, ys, epochs=2, verbose=0)\n"
	for name, c := range map[string]struct{ text, prints string }{
		"marks in names, as Hindi has them": {strings.NewReplacer("xs", "सेल्सियस", "ys", "फ़ारेनहाइट").Replace(xs + model + learns + "print(xs)\n"), "[1. 2. 3.]\n"},
		"np.fromiter and :=":                {strings.Replace(xs, "np.array([1., 2., 3.])", "np.fromiter((i / 2 for i in range(3)), dtype=float)", 1) + "if (n := len(xs)) > 2:\n    print(f'{n=}', xs)\n" + model + learns, "n=3 [0.  0.5 1. ]\n"},
		"stars before what is trained":      {xs + model + learns + "print(*h.history, *[round(v, 2) for v in h.history['loss']], sep='|')\n", "loss|18.67|14.77\n"},
		"asdict":                            {"from dataclasses import dataclass, asdict\n@dataclass\nclass C:\n    lr: float = 0.1\n    n: int = 2\nprint(asdict(C()), C(lr=0.5))\n" + xs + model + learns, "{'lr': 0.1, 'n': 2} C(lr=0.5, n=2)\n"},
		"json in order":                     {"import json\n" + xs + model + learns + "print(json.dumps({'epochs': len(h.epoch), 'best': round(h.history['loss'][-1], 2)}, indent=1, sort_keys=True))\n", "{\n \"best\": 14.77,\n \"epochs\": 2\n}\n"},
		"pprint":                            {"from pprint import pprint\n" + xs + model + learns + "pprint({'b': (3, 4), 'a': [1, 2]})\n", "{'a': [1, 2], 'b': (3, 4)}\n"},
		"pprint of dicts in dicts, and pp":  {"from pprint import pprint, pp\n" + xs + model + learns + "pprint({'b': {'z': 1, 'a': 2}, 'a': [{2: 0, 1: 0}]})\npp({'b': 1, 'a': 2})\n", "{'a': [{1: 0, 2: 0}], 'b': {'a': 2, 'z': 1}}\n{'b': 1, 'a': 2}\n"},
		"json with numbers as keys":         {"import json\n" + xs + model + learns + "print(json.dumps({10: 1, 9: 2}, sort_keys=True))\n", "{\"9\": 2, \"10\": 1}\n"},
		"defaultdict": {
			"from collections import defaultdict\nd = defaultdict(list)\nfor k, v in [('x', 1), ('y', 2), ('x', 3)]:\n    d[k].append(v)\nprint(d, dict(d), d['x'])\n" + xs + model + learns,
			"defaultdict(<class 'list'>, {'x': [1, 3], 'y': [2]}) {'x': [1, 3], 'y': [2]} [1, 3]\n",
		},
		"Counter":                       {"from collections import Counter\nc = Counter('abca')\nc.update('cc')\nprint(c, c.most_common(1), c['z'], sum(c.values()))\n" + xs + model + learns, "Counter({'c': 3, 'a': 2, 'b': 1}) [('c', 3)] 0 6\n"},
		"the weights of the layer":      {xs + strings.Replace(model, ", kernel_initializer='zeros'", "", 1) + "model.layers[0].set_weights([np.array([[5.0]]), np.array([1.0])])\nprint(model.evaluate(xs, ys, verbose=0))\n" + learns, "55.0\n"},
		"isinstance of Keras":           {xs + model + learns + "print(isinstance(model, keras.Model), isinstance(model, keras.Sequential), isinstance(model.layers[0], keras.layers.Dense), isinstance(model, dict))\n", "True True True False\n"},
		"an optimizer's numbers":        {xs + strings.Replace(model, "'sgd'", "keras.optimizers.SGD(0.02, momentum=0.5)", 1) + "print(model.optimizer.name, model.optimizer.momentum)\n" + learns, "sgd 0.5\n"},
		"more trainings than are known": {xs + model + "loss = 9.0\nwhile loss > 0.5:\n    loss = model.fit(xs, ys, epochs=1, verbose=0).history['loss'][0]\nprint(loss)\n", "⋮\n⋮\n"},
	} {
		reading := Read(c.text, experiment.Default())
		if !reading.OK() || len(reading.Problems) > 0 && name != "more trainings than are known" {
			t.Errorf("%s: %v", name, reading.Problems)
			continue
		}
		wantPrinted(t, name, reading, c.prints)
	}
}

// TestANumberOfNumPyIsAnsweredAsKerasDoes: its words are others than for a number of Python.
func TestANumberOfNumPyIsAnsweredAsKerasDoes(t *testing.T) {
	for x, want := range map[string]string{"np.array(10.0)": "IndexError: tuple index out of range", "xs[0]": "IndexError: tuple index out of range", "10.0": "ValueError: Unrecognized data type: x=10.0 (of type <class 'float'>)"} {
		reading := Read(lineOf("", `model.compile("sgd", "mse")`, "model.predict("+x+")\n"), experiment.Default())
		if len(reading.Problems) != 1 || reading.Problems[0].Keras != want {
			t.Errorf("predict(%s): %v, want %q", x, reading.Problems, want)
		}
	}
}

// TestNamesThatNobodyHas: what Keras 3.15.1, NumPy 2.4 and Python 3.11 say of names and brackets
// that are wrong, and an edit that mends it where one name can be meant.
func TestNamesThatNobodyHas(t *testing.T) {
	program := lineOf("", `model.compile("sgd", "mse")`, "")
	for name, c := range map[string]struct{ from, to, keras, mended string }{
		"a function of NumPy":       {"np.array(", "np.aray(", "AttributeError: module 'numpy' has no attribute 'aray'", "np.array("},
		"a layer":                   {"layers.Dense", "layers.Dence", "AttributeError: module 'keras.layers' has no attribute 'Dence'", "layers.Dense"},
		"a model":                   {"keras.Sequential", "keras.Sequental", "AttributeError: module 'keras' has no attribute 'Sequental'", "keras.Sequential"},
		"a library":                 {"import keras", "import kears", "ModuleNotFoundError: No module named 'kears'", "import keras"},
		"a module of old Keras":     {"import keras", "import keras\nfrom keras.layers.core import Dense", "ModuleNotFoundError: No module named 'keras.layers.core'", "from keras.layers import Dense"},
		"a name of old Keras":       {"import keras", "import keras\nfrom keras.utils import np_utils", "ImportError: cannot import name 'np_utils' from 'keras.utils'", ""},
		"the engine of old Keras":   {"import keras", "import keras\nfrom keras.engine import Layer", "ModuleNotFoundError: No module named 'keras.engine'", ""},
		"a bracket too many":        {"verbose=0)", "verbose=0))", "SyntaxError: unmatched ')'", ""},
		"a bracket in the middle":   {"epochs=2", "epochs=2)", "SyntaxError: unmatched ')'", ""},
		"another bracket":           {"2.0])", "2.0))", "SyntaxError: closing parenthesis ')' does not match opening parenthesis '['", "2.0])"},
		"an argument in two places": {"epochs=2", "epochs=2, x=xs", "TypeError: TensorFlowTrainer.fit() got multiple values for argument 'x'", ""},
		"weights of half a model":   {"model.fit", "model.set_weights([np.array([[1.0]])])\nmodel.fit", "ValueError: You called `set_weights(weights)` on layer 'sequential' with a weight list of length 1, but the layer was expecting 2 weights.", ""},
	} {
		text := strings.Replace(program, c.from, c.to, 1)
		reading := Read(text, experiment.Default())
		if len(reading.Problems) == 0 || reading.Problems[0].Keras != c.keras {
			t.Errorf("%s: %v, want %q", name, reading.Problems, c.keras)
			continue
		}
		if mended := script.Apply(text, reading.Problems[0].Fix); c.mended != "" && (!strings.Contains(mended, c.mended) || !Read(mended, experiment.Default()).OK()) {
			t.Errorf("%s: mended to\n%s", name, mended)
		}
	}
	if reading := Read(lineOf("from keras.layers import Input, InputLayer, Dropout, PReLU, ELU\nfrom keras import Model, layers, backend as K\nfrom keras.initializers import RandomNormal\n", `model.compile("sgd", "mse")`, "print(np.cbrt(8.0) > 1, np.bitwise_count)\n"), experiment.Default()); !reading.OK() {
		t.Errorf("names that Keras has: %v", reading.Problems)
	}
}

// TestAClonedModelIsAModel: with the same layers, and weights of its own.
func TestAClonedModelIsAModel(t *testing.T) {
	reading := Read(strings.Replace(lineOf("", `model.compile("sgd", "mse")`, "print(len(model.get_weights()))\n"), "model.compile", "model = keras.models.clone_model(model)\nmodel.compile", 1), experiment.Default())
	if got := printedBy(t, reading, nil); len(reading.Problems) > 0 || got != "2\n" {
		t.Errorf("prints %q, %v", got, reading.Problems)
	}
}

// TestATrainingOfSomethingElseIsNoMissingOne: the program calls fit, of what the page lacks.
func TestATrainingOfSomethingElseIsNoMissingOne(t *testing.T) {
	text := lineOf("", "model = keras.models.model_from_json(model.to_json())\nmodel.compile('sgd', 'mse')", "")
	if codes := codesOf(Read(text, experiment.Default())); strings.Contains(codes, "code_no_fit") || !strings.Contains(codes, "code_other_model") {
		t.Errorf("%s, want code_other_model", codes)
	}
}
