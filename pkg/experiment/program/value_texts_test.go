package program

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// hers is a program with much that no control says.
const hers = `import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

EPOCHS = 5
xs = np.array([1.0, 2.0, 3.0]); ys = 2*xs  # 한글 주석
model = Sequential([Dense(4, activation='tanh', name='hidden'), Dense(1)])
model.compile(optimizer='sgd', loss='mse', metrics=['mae'])
history = model.fit(xs, ys, epochs=EPOCHS, verbose=0)  # quiet
plt.plot(history.history['loss'])
print('답:', model.predict(np.array([10.0]), verbose=0)[0])
`

// TestAControlChangesOneValue: what a control says is written in its place, and
// all else of the program stays, to the letter.
func TestAControlChangesOneValue(t *testing.T) {
	for _, test := range []struct{ key, value, old, changed string }{
		{"epochs", "9", "EPOCHS = 5", "EPOCHS = 9"},
		{"batch", "2", "verbose=0)  #", "verbose=0, batch_size=2)  #"},
		{"shuffle", "0", "verbose=0)  #", "verbose=0, shuffle=False)  #"},
		{"predict", "-3.5", "[10.0]", "[-3.5]"},
		{"optimizer", "adam", "optimizer='sgd'", "optimizer='adam'"},
		{"loss", "mean_absolute_error", "loss='mse'", "loss='mean_absolute_error'"},
		{"metric", "mse", "['mae']", "['mse']"},
		{"units.1", "8", "Dense(4", "Dense(8"},
		{"activation.1", "relu", "'tanh'", "'relu'"},
		{"activation.2", "relu", "Dense(1)", `Dense(1, activation="relu")`},
	} {
		reading := Read(hers, experiment.Default())
		if !reading.OK() {
			t.Fatal(reading.Problems)
		}
		e, problem := reading.Experiment.With(test.key, test.value)
		if problem != nil {
			t.Fatal(problem)
		}
		if got, want := Revise(hers, e), strings.Replace(hers, test.old, test.changed, 1); got != want {
			t.Errorf("%s: revised it is\n%s\nwant\n%s", test.key, got, want)
		}
	}
}

// TestWhatIsWrittenRuns: a revised program imports what its new lines use, and
// still gives the names that its other lines use.
func TestWhatIsWrittenRuns(t *testing.T) {
	for _, test := range []struct{ key, value, want string }{
		{"lr", "0.05", "import keras\n"}, {"layers", "2,3,1", "import keras\n"}, {"patience", "3", "history = model.fit("}, {"l2", "0.5", "import keras\n"},
	} {
		e, _ := Read(hers, experiment.Default()).Experiment.With(test.key, test.value)
		revised := Revise(hers, e)
		again := Read(revised, e)
		if !strings.Contains(revised, test.want) || strings.Contains(codesOf(again), "code_import") || !again.Experiment.Equal(e) {
			t.Errorf("%s: revised it is\n%s\nwith %v", test.key, revised, again.Problems)
		}
	}
	text := imports + data + built + learns + "answer = model.predict(np.array(xs[:3]))\nasked = model.predict(np.array([10.0]))\nmore = model.predict(np.array([20.0]))\n"
	e, _ := Read(text, experiment.Default()).Experiment.With("also", "5,6")
	if revised := Revise(text, e); !strings.Contains(revised, "\nmore = model.predict(np.array([5.0, 6.0]))\n") {
		t.Errorf("revised it is\n%s", revised)
	}
}

func TestWeightsOfALargerModelStay(t *testing.T) {
	e, problem := experiment.Default().With("layers", "2,1")
	if problem != nil {
		t.Fatal(problem)
	}
	e = e.WithWeights([]float32{1, -2, 0, 0.5, 1, 1, 0.25})
	own := strings.Replace(script.Keras(e), "import keras\n", "# mine\nimport keras\n", 1)
	if got := Read(own, e).Experiment; !got.Equal(e) {
		t.Errorf("the weights are %v, want %v", got.Weights, e.Weights)
	}
	next, _ := e.With("epochs", "7")
	if got, want := Revise(own, next), strings.Replace(own, "epochs=500", "epochs=7", 1); got != want {
		t.Errorf("revised it is\n%s\nwant\n%s", got, want)
	}
	if got := Read(strings.Replace(own, "units=2", "units=3", 1), e).Experiment; got.Weights != nil {
		t.Errorf("another model has the weights %v", got.Weights)
	}
}

// TestWeightsThatFitNoLongerGo: set_weights with the weights of other layers is
// an error in Keras.
func TestWeightsThatFitNoLongerGo(t *testing.T) {
	e, _ := experiment.Default().With("layers", "2:tanh,1")
	text := script.KerasWithWeights(e)
	for key, value := range map[string]string{"units.1": "3", "layers": "1"} {
		next, _ := Read(text, e).Experiment.With(key, value)
		if revised := Revise(text, next); strings.Contains(revised, "set_weights") {
			t.Errorf("%s: revised it is\n%s", key, revised)
		}
	}
	next, _ := Read(text, e).Experiment.With("activation.1", "relu")
	if revised := Revise(text, next); !strings.Contains(revised, "set_weights") || slices.Equal(next.Layers, e.Layers) {
		t.Errorf("with another activation it is\n%s", revised)
	}
}

// TestARateIsWrittenWhereItStands: the optimizer's own line stays as it is
// typed.
func TestARateIsWrittenWhereItStands(t *testing.T) {
	text := strings.Replace(hers, "optimizer='sgd'", "keras.optimizers.SGD( 0.1 ,momentum = .5)", 1)
	text = "import keras\n" + text
	reading := Read(text, experiment.Default())
	e, problem := reading.Experiment.With("lr", "0.2")
	if problem != nil || !reading.OK() {
		t.Fatal(problem, reading.Problems)
	}
	if got, want := Revise(text, e), strings.Replace(text, "0.1", "0.2", 1); got != want {
		t.Errorf("revised it is\n%s\nwant\n%s", got, want)
	}
}
