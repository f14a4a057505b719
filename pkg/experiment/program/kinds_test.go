package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// lineOf is a program with the lesson's model, and something before and after its training.
func lineOf(before, compile, after string) string {
	return "import numpy as np\nimport keras\n" + before + "xs = np.array([-1.0, 0.0, 1.0, 2.0])\nys = 2 * xs - 1\n" +
		"model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\n" + compile + "\nmodel.fit(xs, ys, epochs=2, verbose=0)\n" + after
}

// TestKindsOfPrograms: what first notebooks have besides a model, as it was stated before
// the page was asked: what they print, or the code of what is told first.
func TestKindsOfPrograms(t *testing.T) {
	const compile = `model.compile("sgd", "mse")`
	for name, c := range map[string]struct{ text, prints, code string }{
		"tqdm": {lineOf("from tqdm.auto import tqdm, trange\n", compile, "total = 0\nfor i in tqdm(range(4), desc=\"steps\"):\n    total += i\nbar = trange(3)\nfor i in bar:\n    bar.set_postfix(i=i)\n    total += i\nprint(total)\n"), "9\n", ""},
		"argparse's defaults": {"import argparse\nimport numpy as np\nimport keras\nparser = argparse.ArgumentParser()\nparser.add_argument('--epochs', type=int, default=3)\nargs = parser.parse_args()\n" +
			"model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])\nmodel.compile('sgd', 'mse')\nh = model.fit(np.array([1.0, 2.0]), np.array([2.0, 4.0]), epochs=args.epochs, verbose=0)\nprint(len(h.epoch))\n", "3\n", ""},
		"a metric that the page does not measure": {lineOf("", `model.compile("sgd", "mse", metrics=["mse", keras.metrics.MeanAbsoluteError(name="off")])`,
			"loss, mse, off = model.evaluate(xs, ys, verbose=0)\nh = model.history.history\nprint(h.keys(), list(h), len(h), sorted(h)[0])\n"), "dict_keys(['loss', 'mse', 'off']) ['loss', 'mse', 'off'] 3 loss\n", "code_one_metric"},
		"capitals":                    {lineOf("", "model.compile(keras.optimizers.sgd(0.1), 'mse')", ""), "", "code_name"},
		"capitals in an import":       {lineOf("from keras.layers import dense\n", compile, ""), "", "code_name"},
		"British spelling":            {lineOf("", "model.compile(keras.optimisers.SGD(0.1), 'mse')", ""), "", "code_name"},
		"a misspelt method":           {lineOf("", compile, "model.predct(xs)\n"), "", "code_name"},
		"built is an attribute":       {lineOf("", compile, "model.built\nprint(1)\n"), "1\n", ""},
		"Keras 1's epochs":            {strings.Replace(lineOf("", compile, ""), "epochs=", "nb_epoch=", 1), "", "code_argument"},
		"a comma that is missing":     {strings.Replace(lineOf("", compile, ""), "[-1.0, 0.0", "[-1.0 0.0", 1), "", "code_comma"},
		"a colon that is missing":     {lineOf("", compile, "for i in range(3)\n    print(i)\n"), "", "code_colon"},
		"tensors":                     {"import tensorflow as tf\n" + lineOf("", compile, "a = tf.constant([[1.0, 2.0], [3.0, 4.0]])\nprint(a[0], tf.reduce_mean(a).numpy(), a.shape, tf.range(3).numpy())\n"), "tf.Tensor([1. 2.], shape=(2,), dtype=float32) 2.5 (2, 2) [0 1 2]\n", ""},
		"a tensor of two axes":        {"import tensorflow as tf\n" + lineOf("", compile, "print(tf.constant([[1, 2], [3, 4]]))\n"), "tf.Tensor(\n[[1 2]\n [3 4]], shape=(2, 2), dtype=int32)\n", ""},
		"a variable":                  {"import tensorflow as tf\n" + lineOf("", compile, "v = tf.Variable(0.5)\nv.assign_add(1)\nprint(v.numpy(), (2 * v).numpy())\n"), "1.5 3.0\n", ""},
		"an Enum of one's own":        {lineOf("from enum import Enum\nclass Mode(Enum):\n    LINE = 'line'\n", compile, "print(Mode.LINE, Mode.LINE.value)\n"), "Mode.LINE line\n", ""},
		"a match that nothing is for": {lineOf("", compile, "match len(xs):\n    case 3: print('three')\nprint('end')\n"), "end\n", ""},
	} {
		reading := Read(c.text, experiment.Default())
		code := ""
		if len(reading.Problems) > 0 {
			code = reading.Problems[0].Detail.Code
		}
		if code != c.code {
			t.Errorf("%s: %v, want %q", name, reading.Problems, c.code)
			continue
		}
		if c.prints == "" {
			continue
		}
		wantPrinted(t, name, reading, c.prints)
	}
}

// TestWhatCannotBePrintedIsTold: a value whose text the page lacks ends no program.
func TestWhatCannotBePrintedIsTold(t *testing.T) {
	for _, line := range []string{"print(np.array(['a', 'b']))", "print(f\"{np.array(['a', 'b'])}\")", "print('%s' % np.array(['a', 'b']))", "print('{}'.format(np.array(['a', 'b'])))", "print(str(np.array(['a', 'b'])))"} {
		reading := Read(lineOf("", `model.compile("sgd", "mse")`, line+"\nprint('end')\n"), experiment.Default())
		if !reading.OK() || len(reading.Problems) != 1 || reading.Problems[0].Severity != Note {
			t.Errorf("%s: %v, want one note", line, reading.Problems)
			continue
		}
		wantPrinted(t, line, reading, "⋮\nend\n")
	}
}
