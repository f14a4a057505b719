package nn_test

import (
	"context"
	"strconv"
	"testing"

	"firstneuron/pkg/nn"
)

// trainingFixture is one whole training in Keras: testdata/keras/trainings.py.
type trainingFixture struct {
	Name            string
	Features        int
	Layers          []map[string]any
	Loss            any // a name or a spec
	Metrics         []string
	Optimizer       spec
	Callback        *spec
	BatchSize       int `json:"batch_size"`
	Epochs          int
	InitialEpoch    int                `json:"initial_epoch"`
	ValidationSplit float64            `json:"validation_split"`
	SampleWeight    any                `json:"sample_weight"`
	ClassWeight     map[string]float64 `json:"class_weight"`
	X, Y            [][]float32
	Start, Final    []float32
	History         map[string][]number
	Weights         []struct {
		Epoch  int
		Values []number
	}
}

func TestKerasTrainings(t *testing.T) {
	var fixture struct {
		head
		Trainings []trainingFixture
	}
	readFixture(t, "trainings.json", &fixture)
	if len(fixture.Trainings) < 60 {
		t.Fatalf("%d trainings, want at least 60", len(fixture.Trainings))
	}
	for _, want := range fixture.Trainings {
		t.Run(want.Name, func(t *testing.T) { checkTraining(t, want, shortRun) })
	}
}

// TestKerasCrossentropies: every crossentropy after a sigmoid and a softmax,
// however that is written, learns as in Keras, where the outputs are saturated
// too. Before, a pair that is not the usual one was measured from clipped
// probabilities: another curve, or none.
func TestKerasCrossentropies(t *testing.T) {
	var fixture struct {
		head
		Trainings []trainingFixture
	}
	readFixture(t, "crossentropies.json", &fixture)
	if len(fixture.Trainings) < 70 {
		t.Fatalf("%d trainings, want at least 70", len(fixture.Trainings))
	}
	for _, want := range fixture.Trainings {
		// Saturated nets multiply what a float32 rounds off.
		t.Run(want.Name, func(t *testing.T) { checkTraining(t, want, 10*shortRun) })
	}
}

func checkTraining(t *testing.T, want trainingFixture, relative float64) {
	model := nn.NewSequential(layersOf(t, want)...)
	loss := lossNamed(t, want.Loss)
	var metrics []nn.Metric
	for _, name := range want.Metrics {
		metric, err := nn.MetricByName(name)
		if err != nil {
			t.Fatal(err)
		}
		metrics = append(metrics, metric)
	}
	if err := model.Compile(optimizerOf(t, want.Optimizer), loss, metrics...); err != nil {
		t.Fatal(err)
	}
	if err := model.SetParams(want.Start); err != nil {
		t.Fatal(err)
	}
	var weights [][]float32
	config := nn.FitConfig{
		Epochs: want.Epochs, InitialEpoch: want.InitialEpoch, BatchSize: want.BatchSize, NoShuffle: true,
		ValidationSplit: want.ValidationSplit,
		Callbacks: []nn.Callback{nn.LambdaCallback{OnEpochEnd: func(int, nn.Logs) error {
			weights = append(weights, model.AppendParams(nil))
			return nil
		}}},
	}
	if values, ok := want.SampleWeight.([]any); ok {
		for _, v := range values {
			config.SampleWeight = append(config.SampleWeight, float32(v.(float64)))
		}
	}
	if want.ClassWeight != nil {
		config.ClassWeight = make(map[int]float64)
		for class, weight := range want.ClassWeight {
			number, err := strconv.Atoi(class)
			if err != nil {
				t.Fatal(err)
			}
			config.ClassWeight[number] = weight
		}
	}
	if want.Callback != nil {
		config.Callbacks = append(config.Callbacks, callbackOf(t, *want.Callback))
	}
	x, err := nn.FromRows(want.X)
	if err != nil {
		t.Fatal(err)
	}
	y, err := nn.FromRows(want.Y)
	if err != nil {
		t.Fatal(err)
	}
	history, err := model.Fit(context.Background(), x, y, config)
	if err != nil {
		t.Fatal(err)
	}
	delete(history.Metrics, "learning_rate") // which the fixtures leave out
	if len(history.Metrics) != len(want.History) {
		t.Errorf("the history has %d keys, want %d", len(history.Metrics), len(want.History))
	}
	// Float32 sums in another order: the absolute part is what a metric or a
	// weight near 0 may differ by after some dozen steps.
	for key, values := range want.History {
		wantAllNear(t, key, history.Metrics[key], values, relative, 2e-6)
	}
	for _, at := range want.Weights {
		if at.Epoch >= len(weights) {
			t.Fatalf("%d epochs, want more than %d", len(weights), at.Epoch)
		}
		if !wantAllNear(t, "weights after epoch "+strconv.Itoa(at.Epoch), weights[at.Epoch], at.Values, relative, 2e-6) {
			break
		}
	}
	wantAllNear(t, "final weights", model.AppendParams(nil), want.Final, relative, 2e-6)
}

// lossNamed returns the loss of a name or a spec.
func lossNamed(t *testing.T, what any) nn.Loss {
	t.Helper()
	if s, ok := what.(map[string]any); ok {
		return lossOf(t, spec{s["class"].(string), s["args"].(map[string]any)})
	}
	loss, err := nn.LossByName(what.(string))
	if err != nil {
		t.Fatal(err)
	}
	return loss
}

func layersOf(t *testing.T, want trainingFixture) []nn.Layer {
	t.Helper()
	layers := []nn.Layer{nn.NewInput(want.Features)}
	for _, what := range want.Layers {
		switch what["class"] {
		case "Activation":
			a, err := nn.ActivationByName(what["activation"].(string))
			if err != nil {
				t.Fatal(err)
			}
			layers = append(layers, nn.NewActivation(a))
			continue
		case "Dropout":
			layers = append(layers, nn.NewDropout(what["rate"].(float64)))
			continue
		}
		dense := nn.NewDense(int(what["units"].(float64)))
		for key, value := range what {
			switch key {
			case "units", "class":
			case "activation":
				a, err := nn.ActivationByName(value.(string))
				if err != nil {
					t.Fatal(err)
				}
				dense.Activation = a
			case "use_bias":
				dense.UseBias = value.(bool)
			case "kernel_regularizer":
				dense.KernelRegularizer = regularizerOf(t, value)
			case "bias_regularizer":
				dense.BiasRegularizer = regularizerOf(t, value)
			case "activity_regularizer":
				dense.ActivityRegularizer = regularizerOf(t, value)
			default:
				t.Fatalf("a layer has %q", key)
			}
		}
		layers = append(layers, dense)
	}
	return layers
}

func regularizerOf(t *testing.T, value any) *nn.Regularizer {
	t.Helper()
	r := nn.L1L2(0, 0)
	configure(t, r, value.(map[string]any)["args"].(map[string]any))
	return r
}

func callbackOf(t *testing.T, s spec) nn.Callback {
	t.Helper()
	number := func(key string, otherwise float64) float64 {
		if v, ok := s.Args[key].(float64); ok {
			return v
		}
		return otherwise
	}
	switch s.Class {
	case "EarlyStopping":
		c := nn.NewEarlyStopping()
		c.Monitor = s.Args["monitor"].(string)
		c.Patience, c.MinDelta = int(number("patience", 0)), number("min_delta", 0)
		c.StartFromEpoch = int(number("start_from_epoch", 0))
		c.RestoreBestWeights, _ = s.Args["restore_best_weights"].(bool)
		return c
	case "ReduceLROnPlateau":
		c := nn.NewReduceLROnPlateau()
		c.Monitor = s.Args["monitor"].(string)
		c.Factor, c.Patience = number("factor", 0.1), int(number("patience", 10))
		c.MinDelta, c.Cooldown = number("min_delta", 1e-4), int(number("cooldown", 0))
		c.MinLR = number("min_lr", 0)
		return c
	}
	t.Fatalf("no callback %s", s.Class)
	return nil
}

func TestNamesAreKeras(t *testing.T) {
	var fixture struct {
		head
		Names map[string]map[string]string
	}
	readFixture(t, "configs.json", &fixture)
	for kind, known := range map[string]*nn.Catalogue{
		"losses": nn.Losses(), "optimizers": nn.Optimizers(), "activations": nn.Activations(),
		"metrics": nn.Metrics(), "initializers": nn.Initializers(),
	} {
		for name, found := range fixture.Names[kind] {
			// Keras finds no "constant" without its value.
			if _, ok := known.Lookup(name); ok != (found != "") && name != "constant" {
				t.Errorf("%s: %q is known: %v, Keras has %q", kind, name, ok, found)
			}
		}
	}
}
