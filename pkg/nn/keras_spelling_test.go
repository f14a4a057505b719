package nn_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

// TestNamesTakenAndRefused: Keras takes an optimizer's name in any case, and
// capitals of the short names of losses and metrics, but of nothing else. Its
// get of regularizers knows "l1l2" and no "l1_l2".
//
// Source: keras/src/{optimizers,losses,metrics,regularizers,activations}/__init__.py.
func TestNamesTakenAndRefused(t *testing.T) {
	for _, test := range []struct {
		catalogue      *nn.Catalogue
		taken, refused string
	}{
		{nn.Optimizers(), "adam Adam ADAM aDaM RMSprop rmsprop RMSPROP SGD", "rms_prop adam_w"},
		{nn.Losses(), "mse MSE MeanSquaredError mean_squared_error KLD bce BCE", "Mse rmse MEAN_SQUARED_ERROR meansquarederror"},
		{nn.Metrics(), "mse MSE mae MAE MeanSquaredError acc accuracy RootMeanSquaredError", "rmse RMSE ACC kld Mae"},
		{nn.Regularizers(), "l1 l2 l1l2 L1 L2 L1L2", "l1_l2 L1_L2"},
		{nn.Activations(), "swish silu relu", "SWISH ReLU Sigmoid"},
		{nn.Initializers(), "zero zeros Zeros glorot_uniform GlorotUniform", "ZERO UNIFORM glorotuniform"},
	} {
		for _, name := range strings.Fields(test.taken) {
			if _, ok := test.catalogue.Lookup(name); !ok {
				t.Errorf("%s %q is refused, Keras takes it", test.catalogue.Kind(), name)
			}
		}
		for _, name := range strings.Fields(test.refused) {
			if e, ok := test.catalogue.Lookup(name); ok {
				t.Errorf("%s %q is taken for %s, Keras refuses it", test.catalogue.Kind(), name, e.Name)
			}
		}
	}
}

// TestConfigSaysItsModule: without these Keras "could not locate class
// 'Sequential'".
func TestConfigSaysItsModule(t *testing.T) {
	text, err := nn.NewSequential(nn.NewDense(1, nn.InputShape(1))).Config()
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := json.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	if registered, ok := config["registered_name"]; config["module"] != "keras" || !ok || registered != nil {
		t.Errorf("Config() = %s, want module keras and registered_name null", text)
	}
}

// TestBriefNegativeNumbers: verbose=2 writes whatever is not above 1e-3 with an
// exponent, verbose=1 looks at the size alone.
//
// Source: keras/src/utils/progbar.py.
func TestBriefNegativeNumbers(t *testing.T) {
	logs := nn.LogsOf([]string{"loss"}, []float64{-0.25})
	if got, want := nn.BriefLine(1, time.Second, logs), "1/1 - 1s - 1s/step - loss: -2.5000e-01"; got != want {
		t.Errorf("BriefLine = %q, want %q", got, want)
	}
	if got := nn.ProgressLine(1, time.Second, logs); !strings.HasSuffix(got, "loss: -0.2500") {
		t.Errorf("ProgressLine = %q, want loss: -0.2500", got)
	}
}

// TestSingleEpochHasNoNumber: Keras writes no "Epoch 1/1".
//
// Source: keras/src/callbacks/progbar_logger.py.
func TestSingleEpochHasNoNumber(t *testing.T) {
	for epochs, want := range []int{0, 0, 2} {
		if epochs == 0 {
			continue
		}
		var out strings.Builder
		_, err := neuron(t, 0, 0).Fit(t.Context(), lessonX, lessonY, nn.FitConfig{Epochs: epochs, Callbacks: []nn.Callback{nn.NewConsole(&out)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(out.String(), "Epoch "); got != want {
			t.Errorf("%d epochs print %q: %d heads, want %d", epochs, out.String(), got, want)
		}
	}
}

// TestSummaryCountsOptimizers: Keras keeps no number for a rate that follows a
// schedule, and one more for Nadam's product.
//
// Source: keras/src/optimizers/{base_optimizer,nadam}.py.
func TestSummaryCountsOptimizers(t *testing.T) {
	scheduled := nn.NewSGD(0.1)
	scheduled.Schedule = &nn.ExponentialDecay{InitialLearningRate: 0.1, DecaySteps: 1, DecayRate: 0.5}
	for _, test := range []struct {
		optimizer nn.Optimizer
		want      string
	}{
		{nn.NewSGD(0.1), "Optimizer params: 2 (12.00 B)"},
		{scheduled, "Optimizer params: 1 (8.00 B)"},
		{nn.NewAdam(0.1), "Optimizer params: 6 (28.00 B)"},
		{nn.NewNadam(0.1), "Optimizer params: 7 (32.00 B)"},
	} {
		model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
		if err := model.Compile(test.optimizer, nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		if _, err := model.TrainOnBatch(lessonX, lessonY); err != nil {
			t.Fatal(err)
		}
		if got := model.Summary(); !strings.Contains(got, test.want) {
			t.Errorf("%s: the summary is\n%swant %q in it", test.optimizer.Name(), got, test.want)
		}
	}
}

// TestLargeLogitsAreExact: a crossentropy of logits that are far apart keeps its
// digits: log(1 + exp(-15)) is 3.1e-7 and not 0.
func TestLargeLogitsAreExact(t *testing.T) {
	for name, labels := range map[string][]float32{"CategoricalCrossentropy": {1, 0}, "SparseCategoricalCrossentropy": {0}} {
		loss := lossOf(t, spec{name, map[string]any{"from_logits": true}})
		value, gradient := nn.LossOf(loss, labels, []float32{115, 100})
		wantNear(t, name, float64(value), 3.0590229e-7, 1e-5, 0)
		wantNear(t, name+" derivative", float64(gradient[1]), 3.0590223e-7, 1e-5, 0)
	}
}

// TestLargeLogitsAreExactInATraining: so they are on the fast path, in the SIMD
// kernel, too, and in a mix of rows of which some are far from right.
func TestLargeLogitsAreExactInATraining(t *testing.T) {
	for _, name := range []string{"CategoricalCrossentropy", "SparseCategoricalCrossentropy"} {
		for _, far := range []float32{0, 0.5, 1, 3, 15, 60} {
			model := nn.NewSequential(nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Softmax)))
			if err := model.Compile(nn.NewSGD(0), lossOf(t, spec{Class: name})); err != nil {
				t.Fatal(err)
			}
			// Row 0 has logits 100+far, 100 and 100−far, its label is the first class.
			if err := model.SetParams([]float32{far, 0, -far, 100, 100, 100}); err != nil {
				t.Fatal(err)
			}
			y := nn.Column(0, 2)
			if name == "CategoricalCrossentropy" {
				y = nn.Matrix{Rows: 2, Cols: 3, Data: []float32{1, 0, 0, 0, 0, 1}}
			}
			for rows, want := range map[int]float64{
				1: math.Log1p(math.Exp(-float64(far)) + math.Exp(-2*float64(far))),
				2: math.Log1p(math.Exp(-float64(far))+math.Exp(-2*float64(far))) + float64(far),
			} {
				history, err := model.Fit(t.Context(), nn.Matrix{Rows: rows, Cols: 1, Data: []float32{1, 1}[:rows]},
					nn.Matrix{Rows: rows, Cols: y.Cols, Data: y.Data[:rows*y.Cols]}, nn.FitConfig{Epochs: 2})
				if err != nil {
					t.Fatal(err)
				}
				for _, loss := range history.Metrics["loss"] {
					wantNear(t, fmt.Sprintf("%s, logits %v apart, %d rows: loss", name, far, rows), loss, number(want), 1e-6, 1e-30)
				}
			}
		}
	}
}

// TestL1L2HasNoPenaltyByDefault: Keras's l1l2 has both factors 0 until they are
// given.
//
// Source: keras/src/regularizers/regularizers.py.
func TestL1L2HasNoPenaltyByDefault(t *testing.T) {
	r, err := nn.RegularizerByName("l1l2")
	if err != nil || *r != (nn.Regularizer{}) {
		t.Errorf("RegularizerByName(l1l2) = %v, %v; want factors of 0", r, err)
	}
}
