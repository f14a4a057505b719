package program

import (
	"context"
	"math"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// wantPrinted fails the test where the program of a case prints anything else than is wanted.
func wantPrinted(t *testing.T, name string, reading Reading, want string) {
	t.Helper()
	if got := printedBy(t, reading, nil); got != want {
		t.Errorf("%s: prints\n%s\nwant\n%s", name, got, want)
	}
}

// printedBy trains what a program says, from given weights, and returns what it then
// prints.
func printedBy(t *testing.T, reading Reading, start []float32) string {
	t.Helper()
	e := reading.Experiment
	if n := e.Layout().Count(); e.Normalize && len(start) > n {
		start = start[len(start)-n:] // Keras counts what the Normalization found among the weights
	}
	if len(start) == e.Layout().Count() {
		e = e.WithWeights(start)
	}
	model, err := e.Model()
	if err != nil {
		t.Fatal(err)
	}
	var params [][]float32
	var logged []nn.Logs
	params = append(params, model.AppendParams(nil))
	keep := nn.LambdaCallback{OnEpochEnd: func(_ int, logs nn.Logs) error {
		params = append(params, model.AppendParams(nil))
		logged = append(logged, nn.LogsOf(logs.Keys(), values(logs)))
		return nil
	}}
	x, y := e.Data()
	config := e.FitConfig()
	config.Callbacks = append(config.Callbacks, keep)
	if _, err := model.Fit(context.Background(), x, y, config); err != nil {
		t.Fatal(err)
	}
	at := func(epoch int) []float32 { return params[min(epoch, len(params)-1)] }
	with := func(epoch int) *nn.Sequential {
		if err := model.SetParams(at(epoch)); err != nil {
			t.Fatal(err)
		}
		return model
	}
	var b strings.Builder
	for _, o := range reading.Run(Trained{
		Predict: func(epoch int, places []experiment.Place) []float64 {
			out, err := with(epoch).Predict(e.Matrix(places...))
			if err != nil {
				t.Fatal(err)
			}
			ys := make([]float64, len(out.Data))
			for i := range ys {
				ys[i] = float64(out.Data[i])
			}
			return ys
		},
		Weights: at,
		Epochs:  len(logged),
		Evaluate: func(epoch int, places []experiment.Place, ys []float64) []float64 {
			logs, err := with(epoch).Evaluate(e.Matrix(places...), column(ys))
			if err != nil {
				t.Fatal(err)
			}
			return values(logs)
		},
		Logged: func(epoch int) ([]string, []float64) {
			if epoch < 1 || epoch > len(logged) {
				return nil, nil
			}
			return logged[epoch-1].Keys(), values(logged[epoch-1])
		},
	}) {
		if o.Kind == Print {
			b.WriteString(o.Text)
		}
	}
	return b.String()
}

func column(xs []float64) nn.Matrix {
	narrow := make([]float32, len(xs))
	for i, x := range xs {
		narrow[i] = float32(x)
	}
	return nn.Column(narrow...)
}

func values(logs nn.Logs) []float64 {
	var v []float64
	for _, key := range logs.Keys() {
		v = append(v, logs.Get(key))
	}
	return v
}

// TestConstantInitializersBeginAsInKeras: the numbers are those of Keras 3.15.1, whose
// initializers draw nothing here.
func TestConstantInitializersBeginAsInKeras(t *testing.T) {
	const begun = "import keras\nimport numpy as np\nx = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0])\ny = 2*x - 1\n" +
		"model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1, %)])\nmodel.compile('sgd', 'mse')\n" +
		"model.fit(x, y, epochs=500, verbose=0)\nprint(model.predict(np.array([10.0]), verbose=0)[0][0])\n"
	for initializers, want := range map[string]float64{
		"kernel_initializer='zeros', bias_initializer='zeros'":                                                      18.981499,
		"kernel_initializer=keras.initializers.Zeros()":                                                             18.981499,
		"kernel_initializer='ones', bias_initializer='ones'":                                                        18.973877,
		"kernel_initializer=keras.initializers.Constant(10.0), bias_initializer=keras.initializers.Constant(-10.0)": 19.130249,
	} {
		reading := Read(strings.Replace(begun, "%", initializers, 1), experiment.Default())
		if len(reading.Problems) > 0 {
			t.Errorf("%s: %v", initializers, reading.Problems)
			continue
		}
		got, err := strconv.ParseFloat(strings.TrimSpace(printedBy(t, reading, nil)), 64)
		if err != nil || math.Abs(got-want) > 5e-5 {
			t.Errorf("%s: the answer is %v, in Keras %v", initializers, got, want)
		}
	}
}
