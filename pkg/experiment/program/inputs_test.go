package program

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// planes are links of experiments with two inputs, of numbers and of classes.
var planes = []string{
	"xs=1,2,3,4&x2=0,1,0,-1&ys=0,1,2,3&predict=1;-2&also=1;-3:1,3;4,5;6:7",
	"set=plane:1:0:50&predict=0.5;2",
	"set=xor:1:10:40&layers=4:tanh,1:tanh&w=1",
	"set=rings:1:0:60&layers=8:tanh,3:softmax&metric=accuracy",
	"set=blobs:1:0:60:4&features=x1,x2,x1x2,sinx1,cosx2&layers=5:relu,4:softmax&also=1;1:2",
	"set=circle:1:0:40&features=x1x1,x2x2&layers=1:tanh&predict=1;2&also=3;4,5;6:1",
	"set=moons:1:0:40&features=x2,x1&layers=3,1",
	"set=multi-gauss:7:5:40&features=x1,x2,x1x1,x2x2,x1x2,sinx1,sinx2&l2=0.01&validation=0.25",
	"xs=1,2,3,4&x2=0,1,0,-1&ys=0,1,1,0&classes=2&layers=2:softmax",
	"dataset=spiral&sinX=true&sinY=true&xTimesY=true&networkShape=3&seed=0.5&percTrainData=70",
}

// TestCodeAndControlsAgreeOnThePlane: of two inputs too, code → controls → code is the
// identity, the page knows its own program without reading it, and it prints what it
// prints when it is read.
func TestCodeAndControlsAgreeOnThePlane(t *testing.T) {
	for _, link := range planes {
		e, _ := experiment.Decode(link)
		e.Weights = nil // which no line of the program says
		if problems := e.Validate(); len(problems) > 0 || e.Inputs != 2 {
			t.Fatalf("%s is no experiment of two inputs: %v", link, problems)
		}
		text := script.Keras(e)
		reading := Read(text, e)
		for _, p := range reading.Problems {
			t.Errorf("%s: its program has the problem %v\n%s", link, p, text)
		}
		if !reading.Experiment.Equal(e) {
			t.Errorf("%s: read back it is another experiment:\n%+v\nwant\n%+v\n%s", link, reading.Experiment, e, text)
			continue
		}
		if again := script.Keras(reading.Experiment); again != text {
			t.Errorf("%s: written again it is\n%s\nwant\n%s", link, again, text)
		}
		compareReadings(t, script.Written(e), reading.Reading)
		trained := Trained{
			Predict: func(_ int, places []experiment.Place) []float64 {
				var list []float64
				for _, place := range places {
					for unit := range e.Outputs() {
						list = append(list, float64(float32(place[0]+2*place[1]+float64(unit))))
					}
				}
				return list
			},
			Weights:  func(int) []float32 { return nil },
			Evaluate: func(int, []experiment.Place, []float64) []float64 { return []float64{0.5} },
			Logged:   func(int) ([]string, []float64) { return []string{"loss"}, []float64{0.5} },
			Epochs:   e.Epochs,
		}
		got, want := script.RunWritten(script.Written(e), trained), reading.Run(trained)
		if !slices.EqualFunc(got, want, func(a, b Output) bool { return reflect.DeepEqual(a, b) }) {
			t.Errorf("%s: it prints\n%+v\nwant\n%+v", link, got, want)
		}
		with := script.KerasWithWeights(e)
		if r := Read(with, e); !r.OK() || !slices.Equal(paramsOf(t, r.Experiment), paramsOf(t, e)) {
			t.Errorf("%s: with its weights it is read with %v", link, r.Problems)
		}
		next := e
		next.Epochs, next.Batch = 77, 7
		if revised := Revise(text, next); !Read(revised, next).Experiment.Equal(next) {
			t.Errorf("%s: revised it says another experiment\n%s", link, revised)
		}
	}
}

func paramsOf(t *testing.T, e experiment.Experiment) []float32 {
	t.Helper()
	params, problem := e.InitialParams()
	if problem != nil {
		t.Fatal(problem)
	}
	return params
}

// TestProgramsOfPlanesAsPeopleHaveThem: two columns of an array, features by
// column_stack, shapes in the old ways, and what cannot be.
func TestProgramsOfPlanesAsPeopleHaveThem(t *testing.T) {
	const begin = "import numpy as np\nimport keras\nX = np.array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])\ny = np.array([0, 1, 1, 0])\n"
	for _, test := range []struct{ name, text, features, code string }{
		{"XOR", "m = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(4, activation='tanh'), keras.layers.Dense(1, activation='sigmoid')])\n" +
			"m.compile('adam', 'binary_crossentropy', metrics=['accuracy'])\nm.fit(X, y, epochs=5)\nprint(m.predict(np.array([[1., 0.]])))\n", "", ""},
		{"a shape in the first layer", "m = keras.Sequential([keras.layers.Dense(1, input_shape=[2])])\nm.compile('sgd', 'mse')\nm.fit(X, y, epochs=5)\n", "", "code_input_shape"},
		{"columns", "x1, x2 = X[:, 0], X[:, 1]\nF = np.column_stack([x1, x2, x1*x2, np.sin(x2)])\nm = keras.Sequential([keras.Input(shape=(4,)), keras.layers.Dense(1)])\nm.compile('sgd', 'mse')\nm.fit(F, y, epochs=5)\n", "x1,x2,x1x2,sinx2", ""},
		{"two outputs", "m = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(2, activation='softmax')])\nm.compile('sgd', 'sparse_categorical_crossentropy')\nm.fit(X, y, epochs=5)\n", "", ""},
		{"another shape", "m = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\nm.compile('sgd', 'mse')\nm.fit(X, y, epochs=5)\n", "", "code_width"},
		{"three inputs", "Z = np.column_stack([X, np.array([5., 7., 9., 1.])])\nm = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(1)])\nm.compile('sgd', 'mse')\nm.fit(Z, y, epochs=5)\n", "", "code_features"},
	} {
		r := Read(begin+test.text, experiment.Default())
		if test.code != "" {
			if !strings.Contains(codesOf(r), test.code) {
				t.Errorf("%s: the problems are %v, want %s", test.name, r.Problems, test.code)
			}
			continue
		}
		e := r.Experiment
		if !r.OK() || len(r.Problems) > 0 || e.Inputs != 2 || e.Points[1] != (experiment.Point{X: experiment.Place{0, 1}, Y: 1}) || strings.Join(e.Features, ",") != test.features {
			t.Errorf("%s: read as %d inputs, features %v, points %v; problems %v", test.name, e.Inputs, e.Features, e.Points, r.Problems)
		}
		if _, err := e.Model(); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
