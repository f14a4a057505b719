package session

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

var briefly = regexp.MustCompile(`\d+s - \d+(s|ms|us)/step`)

// TestPrintedIsWhatPythonPrints: of what a program prints, no more and no less.
func TestPrintedIsWhatPythonPrints(t *testing.T) {
	for _, test := range []struct{ statement, want string }{
		{"print(model.predict(x))", "\n[[19.]]"},
		{"print(model.predict(x)[0])", "\n[19.]"},
		{"print(model.predict(x)[0][0])", "\n19.0"},
		{"print(model.predict(x)[-1, 0])", "\n19.0"},
		{`print("answer:", model.predict(x)[0][0], "!")`, "\nanswer: 19.0 !"},
		{"print(model.predict(x)[1:])", "\n[]"},
		{"print(model.predict(x).item())", "\n19.0"},
		{"print(float(model.predict(x)[0][0]))", "\n19.0"},
		{"print(float(model.predict(x)))", "\nTypeError: only 0-dimensional arrays can be converted to Python scalars"},
		{"print(f'{model.predict(x)[0][0]:.3f} and {model(x)[0][0]:.1f}', end='?')", "\n19.000 and 19.0?"},
		{"print('%.2f' % model.predict(x)[0][0], '{:6.1f}'.format(model.predict(x)[0, 0]))", "\n19.00   19.0"},
		{"print(model(x))", "tf.Tensor([[19.]], shape=(1, 1), dtype=float32)"},
		{"print(model.get_weights())", "[array([[2.]], dtype=float32), array([-1.], dtype=float32)]"},
		{"for v, p in zip(xs, model.predict(xs)): print(v, '->', p[0])", "\n1.0 -> 1.0\n2.0 -> 3.0"},
		{"p = model.predict(x).flatten()\nif p[0] > 10: print('large', np.round(p, 1))\nelse: print('small')", "\nlarge [19.]"},
		{"print(model.history.history['loss'], len(model.history.epoch))", "[0.0] 1"},
		{`model.predict(x, verbose="auto")`, "/step"},
		{"print(model.predict(x, None, 0))", " 0.0000e+00\n[[19.]]"},
		{"print(model.evaluate(x, np.array([17.0]), verbose=0))", " 0.0000e+00\n4.0"},
		{"print(model.evaluate(x, np.array([-1999981.0]), verbose=0))", " 0.0000e+00\n3999999983616.0"},
	} {
		p := open("")
		p.send(CodeTyped{Text: "import keras\nimport numpy as np\nxs = np.array([1.0, 2.0])\nys = np.array([1.0, 3.0])\nx = np.array([10.0])\n" +
			"model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\nmodel.compile(\"sgd\", \"mse\")\n" +
			"model.set_weights([np.array([[2.0]]), np.array([-1.0])])\nmodel.fit(xs, ys, epochs=1)\n" + test.statement + "\n"})
		if problem := p.CodeProblem(); problem != nil {
			t.Fatalf("%s: %v", test.statement, problem)
		}
		p.do(t, TrainPressed{})
		if got := p.console(); !strings.HasSuffix(got, test.want) {
			t.Errorf("%s: the console ends with %q, want %q", test.statement, got[max(0, len(got)-80):], test.want)
		}
	}
}

// TestBriefConsoleIsWhatKerasPrints compares with fit(verbose=2).
func TestBriefConsoleIsWhatKerasPrints(t *testing.T) {
	text, err := os.ReadFile("../nn/testdata/keras/console.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Fits []struct {
			Verbose, Rows int
			Text          string
		}
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	for _, want := range fixture.Fits {
		if want.Verbose != 2 || want.Rows != 6 {
			continue
		}
		p := open("")
		p.send(CodeTyped{Text: "import keras\nimport numpy as np\nx = np.linspace(-1, 1, 6)\ny = 2 * x - 1\n" +
			"model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\n" +
			"model.compile(\"sgd\", \"mse\", metrics=[\"mae\"])\nmodel.set_weights([np.zeros((1, 1)), np.zeros(1)])\n" +
			"model.fit(x, y, epochs=3, verbose=2)\n"})
		p.do(t, TrainPressed{})
		brief := func(text string) string { return briefly.ReplaceAllString(strings.TrimSpace(text), "0s") }
		if got := brief(p.console()); got != brief(want.Text) {
			t.Errorf("the console has\n%s\nKeras prints\n%s", got, brief(want.Text))
		}
		return
	}
	t.Error("no training with verbose=2")
}

// TestAStoppedTrainingHasItsOwnEpochs: EarlyStopping ends the history where it ends the
// training.
func TestAStoppedTrainingHasItsOwnEpochs(t *testing.T) {
	p := open("")
	p.do(t, CodeTyped{Text: "import keras\nimport numpy as np\nx = np.array([1.0, 2.0])\ny = np.array([1.0, 3.0])\n" +
		"model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\nmodel.compile(\"sgd\", \"mse\")\n" +
		"model.set_weights([np.array([[2.0]]), np.array([-1.0])])\n" +
		"h = model.fit(x, y, epochs=50, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor='loss', patience=2)])\n" +
		"print(len(h.epoch), h.history['loss'])\n"}, TrainPressed{})
	if got, want := p.console(), "3 [0.0, 0.0, 0.0]"; got != want {
		t.Errorf("the console has %q, want %q", got, want)
	}
}
