package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestWeightsBeforeTheTrainingArePrinted: as Keras 3.15.1 writes them, with the numbers that
// the page has drawn. A layer that does not know what goes in has none yet.
func TestWeightsBeforeTheTrainingArePrinted(t *testing.T) {
	const imports = "import numpy as np\nimport keras\nxs = np.array([-1.0, 0.0, 1.0, 2.0])\nys = 2 * xs - 1\n"
	const trains = "model.compile('sgd', 'mse')\nmodel.fit(xs.reshape(-1, 1), ys, epochs=2, verbose=0)\n"
	const line = "model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\n"
	for name, c := range map[string]struct{ text, prints string }{
		"weights": {line + "print(model.weights)\n" + trains, "[<Variable path=sequential/dense/kernel, shape=(1, 1), dtype=float32, value=[[0.04494542]]>, <Variable path=sequential/dense/bias, shape=(1,), dtype=float32, value=[0.]>]\n"},
		"arrays":  {line + "print(model.get_weights())\nw, b = model.layers[0].get_weights()\nprint('w', w[0][0], 'b', b[0])\n" + trains, "[array([[0.04494542]], dtype=float32), array([0.], dtype=float32)]\nw 0.044945415 b 0.0\n"},
		"a variable, after the training too": {
			line + "k = model.layers[0].kernel\nprint(k.name, k.path, k.shape, f'{k}')\n" + trains + "print(model.layers[0].kernel)\n",
			"kernel sequential/dense/kernel (1, 1) <Variable path=sequential/dense/kernel, shape=(1, 1), dtype=float32, value=[[0.04494542]]>\n<Variable path=sequential/dense/kernel, shape=(1, 1), dtype=float32, value=[[0.14079364]]>\n",
		},
		"none yet": {
			"layer = keras.layers.Dense(1)\nprint(layer.get_weights(), layer.weights, layer)\nmodel = keras.Sequential([layer])\nprint(model.weights, model.get_weights(), model)\n" + trains + "print(model, len(model.weights))\n",
			"[] [] <Dense name=dense, built=False>\n[] [] <Sequential name=sequential, built=False>\n<Sequential name=sequential, built=True> 2\n",
		},
		"once it has answered": {"model = keras.Sequential([keras.layers.Dense(1)])\nprint(model.get_weights())\nmodel.build((None, 1))\nprint(model.get_weights())\n" + trains, "[]\n[array([[0.04494542]], dtype=float32), array([0.], dtype=float32)]\n"},
		"initializers":         {"model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer='ones')])\nprint(model.get_weights())\n" + trains, "[array([[1.]], dtype=float32), array([0.], dtype=float32)]\n"},
		"of a second model":    {"other = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])\n" + line + "print(model.weights[0].path, other.name)\n" + trains, "sequential_1/dense_1/kernel sequential\n"},
		"a functional model": {
			"i = keras.Input((1,))\nmodel = keras.Model(i, keras.layers.Dense(1)(i))\nprint(model.weights[0], model, model.layers)\n" + trains,
			"<Variable path=dense/kernel, shape=(1, 1), dtype=float32, value=[[0.04494542]]> <Functional name=functional, built=True> [<InputLayer name=input_layer, built=True>, <Dense name=dense, built=True>]\n",
		},
		"names and shapes":                  {line + "print(model.name, model.layers[0].name, model.input_shape, model.output_shape, model.loss)\n" + trains + "print(model.loss, keras.layers.LeakyReLU().name)\n", "sequential dense (None, 1) (None, 1) None\nmse leaky_re_lu\n"},
		"of layers with and without a name": {"model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, name='h'), keras.layers.Dense(1)], name='net')\nprint([w.path for w in model.weights], keras.Sequential().name)\n" + trains, "['net/h/kernel', 'net/h/bias', 'net/dense/kernel', 'net/dense/bias'] sequential\n"},
		"an evaluation":                     {line + "model.compile('sgd', 'mse')\nprint(round(model.evaluate(xs, ys, verbose=0), 4))\n" + trains, "4.7783\n"},
	} {
		reading := Read(imports+c.text, experiment.Default())
		if len(reading.Problems) > 0 {
			t.Errorf("%s: %v", name, reading.Problems[0].Detail)
			continue
		}
		wantPrinted(t, name, reading, c.prints)
	}
}

// TestTheKernelOfALayerThatIsNotBuiltRaises: Keras's words.
func TestTheKernelOfALayerThatIsNotBuiltRaises(t *testing.T) {
	reading := Read("import keras\nlayer = keras.layers.Dense(1)\nprint(layer.kernel)\n", experiment.Default())
	if len(reading.Problems) == 0 || !strings.Contains(reading.Problems[0].Keras, "You must build the layer before accessing `kernel`.") {
		t.Errorf("problems %v", reading.Problems)
	}
}

// TestAPrintThatNobodyKnowsLeavesAMark: no line of the console goes without one.
func TestAPrintThatNobodyKnowsLeavesAMark(t *testing.T) {
	reading := Read(lineOf("", `model.compile("sgd", "mse")`, "other = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])\nprint(other.get_weights())\nprint('end')\n"), experiment.Default())
	if got := printedBy(t, reading, nil); got != "⋮\nend\n" {
		t.Errorf("prints %q", got)
	}
}
