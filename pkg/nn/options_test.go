package nn_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

func TestUnknownNamesAreToldTheNearest(t *testing.T) {
	find := func(err error) error { return err }
	_, activation := nn.ActivationByName("rellu")
	_, initializer := nn.InitializerByName("glorot")
	_, optimizer := nn.OptimizerByName("sdg")
	_, schedule := nn.ScheduleByName("Cosine")
	_, loss := nn.LossByName("mean_square_error")
	_, metric := nn.MetricByName("accurracy")
	_, regularizer := nn.RegularizerByName("l3")
	_, long := nn.ActivationByName(strings.Repeat("x", 200))
	for _, c := range []struct {
		err  error
		want string
	}{
		{activation, `no activation "rellu"; did you mean "relu"`},
		{initializer, `no initializer "glorot"; did you mean "`},
		{optimizer, `no optimizer "sdg"; did you mean "sgd"`},
		{schedule, `no schedule "Cosine"; did you mean "CosineDecay"`},
		{loss, `did you mean "mean_squared_error"`},
		{metric, `did you mean "accuracy"`},
		{regularizer, `no regularizer "l3"; did you mean "l1"`},
		{long, "no activation"},
	} {
		if err := find(c.err); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error = %v, want one with %q", err, c.want)
		}
	}
}

// TestEveryNumberIsChecked sets each option of everything to NaN, and to below
// anything sensible.
func TestEveryNumberIsChecked(t *testing.T) {
	compile := func(o nn.Optimizer, l nn.Loss) error {
		return nn.NewSequential(nn.NewDense(2, nn.InputShape(1))).Compile(o, l)
	}
	for _, name := range nn.Optimizers().Names() {
		fresh, _ := nn.OptimizerByName(name)
		if err := compile(fresh, nn.MeanSquaredError); err != nil {
			t.Errorf("%s: Compile error = %v with the defaults", name, err)
		}
		for i := range fresh.Hyperparameters() {
			for _, bad := range []float64{math.NaN(), -100} {
				o, _ := nn.OptimizerByName(name)
				field := o.Hyperparameters()[i]
				if field.Number == nil {
					continue
				}
				*field.Number = bad
				if err := compile(o, nn.MeanSquaredError); err == nil || !strings.HasPrefix(err.Error(), "nn: ") {
					t.Errorf("%s with %s %v: Compile error = %v, want one", name, field.Name, bad, err)
				}
			}
		}
	}
	for _, name := range nn.Losses().Names() {
		l, _ := nn.LossByName(name)
		c, ok := l.(nn.Configurable)
		if !ok {
			continue
		}
		for _, field := range c.Hyperparameters() {
			if field.Number == nil {
				continue
			}
			*field.Number = -1
			if err := compile(nn.NewSGD(0.1), l); err == nil {
				t.Errorf("%s with %s −1: Compile error = nil, want one", name, field.Name)
			}
		}
	}
	for _, name := range nn.Schedules().Names() {
		s, _ := nn.ScheduleByName(name)
		o := nn.NewSGD(0.1)
		o.Schedule = s
		if name != "PiecewiseConstantDecay" {
			if err := compile(o, nn.MeanSquaredError); err == nil {
				t.Errorf("%s without its arguments: Compile error = nil, want one", name)
			}
		}
		for i, field := range s.Hyperparameters() {
			if field.Number == nil {
				continue
			}
			for j, other := range s.Hyperparameters() {
				if other.Number != nil {
					*other.Number = 1
				}
				if j == i {
					*field.Number = math.NaN()
				}
			}
			if err := compile(o, nn.MeanSquaredError); err == nil {
				t.Errorf("%s with %s NaN: Compile error = nil, want one", name, field.Name)
			}
		}
	}
	steps := nn.NewSGD(0.1)
	for _, bad := range []*nn.PiecewiseConstantDecay{
		{Boundaries: []float64{1}, Values: []float64{1}},
		{Boundaries: []float64{2, 1}, Values: []float64{1, 1, 1}},
		{Values: []float64{-1}},
	} {
		steps.Schedule = bad
		if err := compile(steps, nn.MeanSquaredError); err == nil {
			t.Errorf("%+v: Compile error = nil, want one", bad)
		}
	}
	clips := nn.NewSGD(0.1)
	clips.ClipNorm, clips.ClipValue = 1, 1
	if err := compile(clips, nn.MeanSquaredError); err == nil || !strings.Contains(err.Error(), "2 of clipnorm, clipvalue and global_clipnorm are set") {
		t.Errorf("two clips: error %v", err)
	}
	if err := nn.NewSequential(nn.NewDense(1, nn.InputShape(1))).Compile(nn.NewSGD(1), nn.MeanSquaredError, nil); err == nil {
		t.Error("a nil metric: Compile error = nil, want one")
	}
	regularized := nn.NewDense(1, nn.InputShape(1))
	regularized.KernelRegularizer = nn.L2(-1)
	for name, layer := range map[string]nn.Layer{
		"regularizer": regularized, "activation": nn.NewActivation(nil), "input": nn.NewInput(0),
	} {
		if err := nn.NewSequential(nn.NewInput(1), layer).Compile(nn.NewSGD(1), nn.MeanSquaredError); err == nil {
			t.Errorf("a bad %s: Compile error = nil, want one", name)
		}
	}
	large := nn.NewSequential(nn.NewDense(1<<20, nn.InputShape(1<<20)))
	if err := large.Compile(nn.NewSGD(1), nn.MeanSquaredError); err == nil || !strings.Contains(err.Error(), "parameters") {
		t.Errorf("a model of 2⁴⁰ weights: error %v, want one about parameters", err)
	}
}

func TestBadFitOptions(t *testing.T) {
	classes := nn.NewSequential(nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Softmax)))
	if err := classes.Compile(nn.NewSGD(0.1), new(nn.SparseCategoricalCrossentropy)); err != nil {
		t.Fatal(err)
	}
	fit := func(y nn.Matrix, config nn.FitConfig) error {
		_, err := classes.Fit(context.Background(), nn.Column(1, 2, 3), y, config)
		return err
	}
	good := nn.Column(0, 1, 2)
	early := nn.NewEarlyStopping()
	early.Monitor = "val_mae"
	wrongMode := nn.NewEarlyStopping()
	wrongMode.Mode = "best"
	plateau := nn.NewReduceLROnPlateau()
	factor := nn.NewReduceLROnPlateau()
	factor.Factor = 2
	for _, c := range []struct {
		err  error
		want string
	}{
		{fit(nn.Column(0, 1, 3), nn.FitConfig{}), "y has class 3 in row 2; give a whole number from 0 to 2"},
		{fit(nn.Column(0, 1, 0.5), nn.FitConfig{}), "class 0.5"},
		{fit(nn.Column(0, 1, -1), nn.FitConfig{}), "class -1"},
		{fit(good, nn.FitConfig{ValidationSplit: 1}), "the validation split is 1"},
		{fit(good, nn.FitConfig{ValidationSplit: 0.9}), "leaves 0 of 3 rows"},
		{fit(good, nn.FitConfig{ValidationX: nn.Column(1), ValidationY: nn.Column(9)}), "Fit: validation: y has class 9"},
		{fit(good, nn.FitConfig{SampleWeight: []float32{1}}), "1 sample weights for 3 rows"},
		{fit(good, nn.FitConfig{SampleWeight: []float32{1, -1, 1}}), "the sample weight of row 1 is -1"},
		{fit(good, nn.FitConfig{ClassWeight: map[int]float64{1: math.NaN()}}), "the weight of class 1 is NaN"},
		{fit(good, nn.FitConfig{ClassWeight: map[int]float64{}, SampleWeight: []float32{1, 1, 1}}), "both sample weights and class weights"},
		{fit(good, nn.FitConfig{Callbacks: []nn.Callback{early}}), `monitor is "val_mae", of which is not known whether it should be high or low; monitor one of loss`},
		{fit(good, nn.FitConfig{Callbacks: []nn.Callback{wrongMode}}), `the mode is "best"`},
		{fit(good, nn.FitConfig{Callbacks: []nn.Callback{factor}}), "the factor is 2"},
		{fit(good, nn.FitConfig{Callbacks: []nn.Callback{&nn.LearningRateScheduler{Schedule: func(int, float64) float64 { return -1 }}}}), "the rate is -1"},
		{fit(good, nn.FitConfig{Callbacks: []nn.Callback{nn.LambdaCallback{OnTrainEnd: func() error { return errors.New("nn: late") }}}}), "late"},
		{fit(good, nn.FitConfig{Callbacks: []nn.Callback{nn.NewConsole(buildErr{})}}), "disk"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("error = %v, want one with %q", c.err, c.want)
		}
	}
	scheduled := nn.NewSGD(0.1)
	scheduled.Schedule = &nn.ExponentialDecay{InitialLearningRate: 0.1, DecaySteps: 1, DecayRate: 0.5}
	if err := classes.Compile(scheduled, new(nn.SparseCategoricalCrossentropy)); err != nil {
		t.Fatal(err)
	}
	for _, callback := range []nn.Callback{plateau, &nn.LearningRateScheduler{}} {
		if err := fit(good, nn.FitConfig{Callbacks: []nn.Callback{callback}}); err == nil || !strings.Contains(err.Error(), "follows a schedule") {
			t.Errorf("%T beside a schedule: error %v", callback, err)
		}
	}
}

type buildErr struct{}

func (buildErr) Write([]byte) (int, error) { return 0, errors.New("disk is full") }

func TestSchedulerSetsTheRateOfEachEpoch(t *testing.T) {
	model := neuron(t, 0, 0)
	var seen []float64
	_, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 3, Callbacks: []nn.Callback{
		&nn.LearningRateScheduler{Schedule: func(epoch int, rate float64) float64 {
			seen = append(seen, rate)
			return rate / 10
		}},
	}})
	if err != nil || len(seen) != 3 || !near(seen[2], 0.0001, 1e-7, 0) {
		t.Errorf("rates before each epoch %v, error %v; want 0.01, 0.001, 0.0001", seen, err)
	}
}

func TestValidationDataIsMeasured(t *testing.T) {
	model := neuron(t, 2, -1)
	mae, err := nn.MetricByName("mae")
	if err != nil {
		t.Fatal(err)
	}
	if err := model.Compile(nn.NewSGD(0), nn.MeanSquaredError, mae); err != nil {
		t.Fatal(err)
	}
	history, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{
		ValidationX: nn.Column(10, 20), ValidationY: nn.Column(20, 40),
	})
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]float64{"loss": 0, "mae": 0, "val_loss": 1, "val_mae": 1} {
		if got := history.Metrics[key]; len(got) != 1 || got[0] != want {
			t.Errorf("%s = %v, want %v", key, got, want)
		}
	}
}

// TestBetasNearlyOne: a beta that rounds to 1 in float32 divides by 0.
func TestBetasNearlyOne(t *testing.T) {
	for _, beta := range []float64{1 - 1e-4, 1 - 1e-7, 1 - 1e-8, 1 - 1e-12, 1} {
		o := nn.NewAdam(0.01)
		o.Beta1 = beta
		model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
		if err := model.Compile(o, nn.MeanSquaredError); err != nil {
			if float32(beta) < 1 {
				t.Errorf("Compile with beta_1 %v error = %v, want nil", beta, err)
			}
			continue
		}
		if _, err := model.TrainOnBatch(lessonX, lessonY); err != nil {
			t.Fatal(err)
		}
		for _, w := range model.AppendParams(nil) {
			if w-w != 0 {
				t.Errorf("with beta_1 %v the weights are %v after a step, want finite ones or an error", beta, model.AppendParams(nil))
			}
		}
	}
}

// TestClassWeightsOfLabelsBetweenClasses go by the nearest class.
//
// Source: keras/src/trainers/data_adapters/data_adapter_utils.py.
func TestClassWeightsOfLabelsBetweenClasses(t *testing.T) {
	x, y := nn.Column(1, 2, 3), nn.Column(0.9, 1.4, -0.2)
	var losses [2]float64
	for i, config := range []nn.FitConfig{
		{ClassWeight: map[int]float64{0: 5, 1: 7}},
		{SampleWeight: []float32{7, 7, 5}},
	} {
		history, err := neuron(t, 1, 1).Fit(context.Background(), x, y, config)
		if err != nil {
			t.Fatal(err)
		}
		losses[i] = history.Metrics["loss"][0]
	}
	if losses[0] != losses[1] {
		t.Errorf("with class weights the loss is %v, want %v as with those of the rows", losses[0], losses[1])
	}
}
