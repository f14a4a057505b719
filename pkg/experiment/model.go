package experiment

import (
	"fmt"
	"strconv"

	"firstneuron/pkg/nn"
)

// linear is the activation of a layer that names none.
const linear = "linear"

// What an experiment may name, in the order of the page's menus.
func activationNames() []string { return []string{linear} }
func lossNames() []string       { return []string{"mean_squared_error"} }
func optimizerNames() []string  { return []string{"sgd"} }

// defaultOptimizer returns an optimizer with Keras's defaults.
func defaultOptimizer(name string) Optimizer { return Optimizer{Name: name, LearningRate: 0.01} }

// Model returns the compiled model with its initial weights.
func (e Experiment) Model() (*nn.Sequential, error) {
	if len(e.Layers) == 0 {
		return nil, problem("no_layers").about("layers")
	}
	layers := make([]nn.Layer, len(e.Layers))
	for i, layer := range e.Layers {
		if layer.Activation != linear {
			return nil, fmt.Errorf("layer %d has the activation %q, want %s", i+1, layer.Activation, linear)
		}
		dense := nn.NewDense(layer.Units)
		if i == 0 {
			dense.Inputs = 1
		}
		layers[i] = dense
	}
	model := nn.NewSequential(layers...)
	if err := model.Compile(nn.NewSGD(e.Optimizer.LearningRate), nn.MeanSquaredError); err != nil {
		return nil, err
	}
	model.Initialize(e.Seed)
	if e.Start != nil {
		if err := model.SetParams([]float32{float32(e.Start.W), float32(e.Start.B)}); err != nil {
			return nil, err
		}
	}
	return model, nil
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
	if !e.OneNeuron() {
		return Line{}, false
	}
	if e.Start != nil {
		return *e.Start, true
	}
	params, p := e.InitialParams()
	if p != nil {
		return Line{}, false
	}
	return Line{W: shortest(params[0]), B: shortest(params[1])}, true
}

// shortest returns the number with the fewest digits that is v as a float32.
func shortest(v float32) float64 {
	// What FormatFloat writes can be read.
	short, _ := strconv.ParseFloat(strconv.FormatFloat(float64(v), 'g', -1, 32), 64)
	return short
}

// Data returns the points as the model's inputs and labels.
func (e Experiment) Data() (x, y nn.Matrix) {
	x, y = nn.NewMatrix(len(e.Points), 1), nn.NewMatrix(len(e.Points), 1)
	for i, p := range e.Points {
		x.Data[i], y.Data[i] = float32(p.X), float32(p.Y)
	}
	return x, y
}

// FitConfig returns how the model is trained, without callbacks.
func (e Experiment) FitConfig() nn.FitConfig {
	return nn.FitConfig{Epochs: e.Epochs, BatchSize: e.Batch, NoShuffle: !e.Shuffle, Seed: e.Seed}
}
