package playground

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"math"
	"os"
	"testing"

	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/nn"
)

var writeTwins = flag.String("twins", "", "write the trainings for testdata/twins.py into this file")

// A twin is a training that Keras makes too: what its script is told. Links are in
// Keras's terms; sets of more classes than two have a model of their own.
type twin struct {
	Name        string
	X           [][]float32
	Y           []float32
	Layers      []int
	Activations []string
	Weights     []float32
	Loss        string
	Rate, L2    float64
	Batch       int
	Validation  float64
	Epochs      int
}

// kerasRun is what Keras logged.
type kerasRun struct {
	Name                    string
	Loss, ValLoss, Accuracy []float64
	Final                   []float32
}

// twins returns the trainings: four links, and sets of three and of four classes.
func twins(t *testing.T) []twin {
	t.Helper()
	var all []twin
	for name, link := range map[string]string{
		"circle":                   "dataset=circle&seed=0.97800",
		"xor, relu, L2, rows left": "dataset=xor&noise=20&batchSize=12&regularization=L2&regularizationRate=0.003&activation=relu&seed=0.5",
		"spiral, 7 features":       "dataset=spiral&percTrainData=70&networkShape=8,8&xSquared=true&ySquared=true&xTimesY=true&sinX=true&sinY=true&seed=0.1",
		"multi-gauss, sigmoid":     "problem=regression&regDataset=reg-gauss&networkShape=6&activation=sigmoid&learningRate=0.3&percTrainData=90&seed=0.2",
	} {
		s, _, err := Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		terms, _ := s.Terms()
		w := twin{
			Name: name, Layers: terms.Layers, Activations: terms.Activations, Weights: terms.Weights, Loss: "mean_squared_error",
			Rate: terms.LearningRate, L2: terms.L2, Batch: terms.Batch, Validation: terms.Validation, Epochs: 60,
		}
		w.points(terms.Recipe, terms.Features)
		all = append(all, w)
	}
	for _, classes := range []struct {
		name, recipe string
		features     []string
		hidden       int
		activation   string
	}{
		{"rings, three classes", "rings:0.3:5:300", []string{"x1", "x2"}, 8, "tanh"},
		{"blobs, four classes", "blobs:0.4:8:300:4", []string{"x1", "x2", "x1x2"}, 5, "relu"},
	} {
		recipe, err := dataset.Parse(classes.recipe)
		if err != nil {
			t.Fatal(err)
		}
		count := 3
		if recipe.Classes > 0 {
			count = recipe.Classes
		}
		w := twin{
			Name: classes.name, Layers: []int{classes.hidden, count}, Activations: []string{classes.activation, "softmax"},
			Loss: "sparse_categorical_crossentropy", Rate: 0.1, Batch: 16, Validation: 0.2, Epochs: 60,
		}
		w.points(recipe, classes.features)
		model := w.model(t)
		model.Initialize(5)
		w.Weights = model.AppendParams(nil)
		all = append(all, w)
	}
	return all
}

func (w *twin) points(recipe dataset.Recipe, names []string) {
	var features []dataset.Feature
	for _, name := range names {
		f, _ := dataset.FeatureNamed(name)
		features = append(features, f)
	}
	points, _ := recipe.Draw()
	for _, p := range points {
		var row []float32
		for _, v := range dataset.AppendInputs(nil, features, p.X1, p.X2) {
			row = append(row, float32(v))
		}
		w.X, w.Y = append(w.X, row), append(w.Y, float32(p.Y))
	}
}

// model builds the twin's model, compiled.
func (w twin) model(t *testing.T) *nn.Sequential {
	t.Helper()
	var layers []nn.Layer
	for i, units := range w.Layers {
		activation, err := nn.ActivationByName(w.Activations[i])
		if err != nil {
			t.Fatal(err)
		}
		dense := nn.NewDense(units, nn.WithActivation(activation))
		if i == 0 {
			dense.Inputs = len(w.X[0])
		}
		if w.L2 > 0 {
			dense.KernelRegularizer = nn.L1L2(0, w.L2)
		}
		layers = append(layers, dense)
	}
	model := nn.NewSequential(layers...)
	loss, err := nn.LossByName(w.Loss)
	if err != nil {
		t.Fatal(err)
	}
	var metrics []nn.Metric
	if w.Loss == "sparse_categorical_crossentropy" {
		metric, err := nn.MetricByName("sparse_categorical_accuracy")
		if err != nil {
			t.Fatal(err)
		}
		metrics = append(metrics, metric)
	}
	if err := model.Compile(nn.NewSGD(w.Rate), loss, metrics...); err != nil {
		t.Fatal(err)
	}
	return model
}

// TestTwinsTrainAsInKeras: data, features, weights and settings of links, and of sets
// with three and four classes, give Keras's losses in every one of 60 epochs, and its
// last weights. Recorded by testdata/twins.py.
func TestTwinsTrainAsInKeras(t *testing.T) {
	all := twins(t)
	names := map[string]twin{}
	for _, w := range all {
		names[w.Name] = w
	}
	if *writeTwins != "" {
		text, err := json.Marshal(names)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(*writeTwins, text, 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("the trainings are written; run testdata/twins.py with them")
	}
	var recorded struct {
		Keras, SHA256 string
		Runs          []kerasRun
	}
	read(t, "testdata/twins.json", &recorded)
	text, err := json.Marshal(names)
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != recorded.SHA256 {
		t.Errorf("the trainings are not those that Keras was told; run make fixtures")
	}
	if len(recorded.Runs) != len(all) {
		t.Fatalf("Keras made %d trainings, want %d", len(recorded.Runs), len(all))
	}
	for _, run := range recorded.Runs {
		t.Run(run.Name, func(t *testing.T) {
			w := names[run.Name]
			model := w.model(t)
			if err := model.SetParams(w.Weights); err != nil {
				t.Fatal(err)
			}
			x, err := nn.FromRows(w.X)
			if err != nil {
				t.Fatal(err)
			}
			history, err := model.Fit(t.Context(), x, nn.Column(w.Y...), nn.FitConfig{
				Epochs: w.Epochs, BatchSize: w.Batch, NoShuffle: true, ValidationSplit: w.Validation,
			})
			if err != nil {
				t.Fatal(err)
			}
			worst := 0.0
			for name, want := range map[string][]float64{"loss": run.Loss, "val_loss": run.ValLoss, "sparse_categorical_accuracy": run.Accuracy} {
				got := history.Metrics[name]
				if len(got) != len(want) {
					t.Errorf("%s has %d epochs, want %d", name, len(got), len(want))
					continue
				}
				for epoch := range want {
					// Float32 sums in another order; a spiral makes more of it.
					d := math.Abs(got[epoch]-want[epoch]) / math.Max(math.Abs(want[epoch]), 1e-3)
					worst = max(worst, d)
					if d > 1e-4 {
						t.Errorf("%s of epoch %d is %v, want %v", name, epoch, got[epoch], want[epoch])
					}
				}
			}
			for i, weight := range model.AppendParams(nil) {
				if d := math.Abs(float64(weight - run.Final[i])); d > 1e-3 {
					t.Errorf("weight %d is %v, want %v", i, weight, run.Final[i])
				}
			}
			t.Logf("at most %.1g apart", worst)
		})
	}
}
