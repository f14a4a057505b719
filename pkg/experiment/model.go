package experiment

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"firstneuron/pkg/nn"
)

// linear is the activation of a layer that names none.
const linear = "linear"

// What an experiment may name, in the order of the page's menus: the ones of a
// first lesson first. Each list is made once and changed by nobody, since a drag asks for
// all of them at every move.
var (
	activationNames = sync.OnceValue(func() []string { return names(nn.Activations(), linear, "relu", "tanh", "sigmoid") })
	optimizerNames  = sync.OnceValue(func() []string { return names(nn.Optimizers(), "sgd", "adam", "rmsprop") })
	// lossNames are the losses that one number for each point can have.
	lossNames = sync.OnceValue(func() []string {
		return names(nn.Losses(),
			"mean_squared_error", "mean_absolute_error", "huber", "log_cosh",
			"mean_absolute_percentage_error", "mean_squared_logarithmic_error", "poisson")
	})
	// metricNames are the metrics that one number for each point can have, each
	// under its shortest name, as programs write it; "" is none.
	metricNames = sync.OnceValue(func() []string {
		short := []string{""}
		for _, e := range nn.Metrics().FirstCourse("mean_absolute_error", "mean_squared_error", "root_mean_squared_error", "r2_score",
			"mean_absolute_percentage_error") {
			short = append(short, MetricName(e))
		}
		return slices.Clip(short)
	})
	// allLossNames are the losses of one number and the one of several classes.
	allLossNames = sync.OnceValue(func() []string { return append(lossNames(), classesCrossentropy) })
)

// LayerActivations returns the activations that a layer, counted from 1, can have.
func (e Experiment) LayerActivations(layer int) []string {
	if layer == len(e.Layers) && e.Outputs() > 1 {
		return append([]string{softmax}, activationNames()...)
	}
	if layer == len(e.Layers) && e.Classes == 2 {
		output, _ := e.usualOutput()
		return firstOf(activationNames(), output.Activation)
	}
	return slices.Clone(activationNames())
}

// MetricName is the name by which experiments know a metric.
func MetricName(e nn.Entry) string {
	if strings.HasPrefix(e.Name, "mean_") && len(e.Aliases) > 0 {
		return e.Aliases[0]
	}
	return e.Name
}

// names lists a catalogue's names, some of them first.
func names(c *nn.Catalogue, first ...string) []string {
	var all []string
	for _, e := range c.FirstCourse(first...) {
		all = append(all, e.Name)
	}
	return slices.Clip(all) // who appends gets a copy
}

// SuitableLosses returns the losses that suit the points: some want labels of
// 0 and 1, or none below 0. Several outputs have one of their own. The experiment's
// own loss is always among them.
func (e Experiment) SuitableLosses() []string {
	if e.Outputs() > 1 {
		return []string{classesCrossentropy}
	}
	bits, signs, positive, nonzero := true, true, true, true
	for _, p := range e.Points {
		bits = bits && (p.Y == 0 || p.Y == 1)
		signs = signs && (p.Y == -1 || p.Y == 1)
		positive = positive && p.Y >= 0
		nonzero = nonzero && p.Y != 0
	}
	suits := map[nn.Labels]bool{
		nn.AnyLabels: true, nn.NonzeroLabels: nonzero, nn.NonnegativeLabels: positive,
		nn.BitLabels: bits, nn.SignLabels: bits || signs,
	}
	suitable := slices.DeleteFunc(slices.Clone(lossNames()), func(name string) bool {
		loss, _ := nn.Losses().Lookup(name)
		return !suits[loss.Labels] && name != e.Loss
	})
	if e.Classes == 2 {
		return e.ofTwoClasses(suitable)
	}
	return suitable
}

// defaultOptimizer returns an optimizer with Keras's defaults.
func defaultOptimizer(name string) Optimizer {
	o := Optimizer{Name: name, LearningRate: 0.01}
	if keras, err := nn.OptimizerByName(name); err == nil {
		o.LearningRate = *keras.Hyperparameters()[0].Number
	}
	return o
}

// optimizer returns the optimizer of nn.
func (o Optimizer) optimizer() (nn.Optimizer, error) {
	keras, err := nn.OptimizerByName(o.Name)
	if err != nil {
		return nil, err
	}
	o.Options.apply(keras.Hyperparameters())
	*keras.Hyperparameters()[0].Number = o.LearningRate
	return keras, nil
}

// loss returns the loss of nn.
func (e Experiment) loss() (nn.Loss, error) {
	keras, err := nn.Losses().Loss(e.Loss)
	if c, ok := keras.(nn.Configurable); ok {
		e.LossOptions.apply(c.Hyperparameters())
	}
	return keras, err
}

// apply sets the hyperparameters of a thing of nn.
func (o Options) apply(hyperparameters []nn.Hyperparameter) {
	for _, h := range hyperparameters {
		value, ok := o.Get(h.Name)
		switch {
		case !ok:
		case h.Flag != nil:
			*h.Flag = value == "1"
		case h.Number != nil:
			// What set wrote can be read.
			*h.Number, _ = strconv.ParseFloat(value, 64)
		}
	}
}

// built counts models: see ModelsBuilt.
var built atomic.Int64

// ModelsBuilt returns how many models Model has built since the program began.
// A model takes longer to build than to ask; tests hold the page to few of them.
func ModelsBuilt() int64 { return built.Load() }

// Model returns the compiled model with its initial weights: its Dense layers. See
// [Experiment.Normalizer] for what comes before them.
func (e Experiment) Model() (*nn.Sequential, error) {
	built.Add(1)
	model, err := e.model()
	if err != nil {
		return nil, err
	}
	model.Initialize(e.Seed)
	if e.Initial != nil {
		if err := model.SetParams(e.Initial.params()); err != nil {
			return nil, err
		}
	}
	if e.Weights != nil {
		if err := model.SetParams(e.Weights); err != nil {
			return nil, err
		}
	}
	return model, nil
}

// model returns the compiled model of the Dense layers after some others.
func (e Experiment) model(before ...nn.Layer) (*nn.Sequential, error) {
	if len(e.Layers) == 0 {
		return nil, NewProblem("no_layers").about("layers")
	}
	layers := make([]nn.Layer, len(e.Layers))
	for i, layer := range e.Layers {
		activation, err := nn.ActivationByName(layer.Activation)
		if err != nil {
			return nil, err
		}
		dense := nn.NewDense(layer.Units, nn.WithActivation(activation))
		if i == 0 {
			dense.Inputs = e.Width()
		}
		if e.L1 > 0 || e.L2 > 0 {
			dense.KernelRegularizer = &nn.Regularizer{L1: e.L1, L2: e.L2, Dies: e.PlaygroundRules}
		}
		layers[i] = dense
	}
	optimizer, err := e.Optimizer.optimizer()
	if err != nil {
		return nil, err
	}
	loss, err := e.loss()
	if err != nil {
		return nil, err
	}
	var metrics []nn.Metric
	if e.Metric != "" {
		metric, err := nn.Metrics().Metric(e.Metric)
		if err != nil {
			return nil, err
		}
		metrics = append(metrics, metric)
	}
	model := nn.NewSequential(append(before, layers...)...)
	return model, model.Compile(optimizer, loss, metrics...)
}

// InitialParams returns the weights before training, flat in the order of
// nn.Sequential.AppendParams.
func (e Experiment) InitialParams() ([]float32, *Problem) {
	model, err := e.Model()
	if err != nil {
		return nil, AsProblem(err)
	}
	return model.AppendParams(nil), nil
}

// InitialLine returns the line of the initial weights, given or drawn; ok is
// false for a model of more than one neuron.
func (e Experiment) InitialLine() (line Line, ok bool) {
	if !e.IsLine() {
		return Line{}, false
	}
	if e.Initial != nil {
		return *e.Initial, true
	}
	params, _ := e.InitialParams()
	return e.LineOf(params)
}

// LineOf is InitialLine for who has the initial weights of e already, nil where
// there are none.
func (e Experiment) LineOf(initial []float32) (line Line, ok bool) {
	if e.Initial != nil {
		return *e.Initial, true
	}
	if !e.IsLine() {
		return Line{}, false
	}
	line, ok = e.Layout().Line(initial)
	return line.shortened(), ok
}

// shortest returns the number with the fewest digits that is v as a float32.
func shortest(v float32) float64 {
	// What FormatFloat writes can be read.
	short, _ := strconv.ParseFloat(strconv.FormatFloat(float64(v), 'g', -1, 32), 64)
	return short
}

// ValidationPoints is how many of the points, the last ones, are measured and
// not trained on.
func (e Experiment) ValidationPoints() int {
	if e.Validation == 0 {
		return 0
	}
	// As nn.FitConfig.ValidationSplit cuts them.
	return len(e.Points) - int(math.Floor(float64(len(e.Points))*(1-e.Validation)))
}

// FitConfig returns how the model is trained.
func (e Experiment) FitConfig() nn.FitConfig {
	config := nn.FitConfig{Epochs: e.Epochs, BatchSize: e.Batch, NoShuffle: !e.Shuffle, Seed: e.Seed, ValidationSplit: e.Validation, CarryRows: e.PlaygroundRules}
	if e.Patience > 0 {
		early := nn.NewEarlyStopping()
		early.Patience = e.Patience
		if e.Validation == 0 {
			early.Monitor = "loss"
		}
		config.Callbacks = append(config.Callbacks, early)
	}
	if e.StopLoss > 0 {
		config.Callbacks = append(config.Callbacks, stopBelow(e.StopLoss))
	}
	return config
}

// stopBelow is the callback that stops a training at a loss, which in Keras everybody
// writes: there is none.
func stopBelow(limit float64) nn.Callback {
	var training *nn.Training
	return nn.LambdaCallback{
		OnTrainBegin: func(t *nn.Training) error {
			training = t
			return nil
		},
		OnEpochEnd: func(_ int, logs nn.Logs) error {
			if float64(float32(logs.Get("loss"))) < limit { // as Keras logs it
				training.Stop()
			}
			return nil
		},
	}
}
