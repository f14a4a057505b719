package program

import (
	"strconv"

	"firstneuron/pkg/experiment"
)

// layerWeights are the initial weights of one layer, as Keras orders them:
// kernel[i][j] goes from input i to unit j.
type layerWeights struct {
	inputs, units int
	activation    string
	kernel, bias  []float64
}

// row is what goes out from one input.
func (l layerWeights) row(i int) []float64 { return l.kernel[i*l.units : (i+1)*l.units] }

// column is what comes into one unit.
func (l layerWeights) column(j int) []float64 {
	column := make([]float64, l.inputs)
	for i := range column {
		column[i] = l.kernel[i*l.units+j]
	}
	return column
}

// layersOf returns the layers of an experiment with their initial weights; nil
// when it has none.
func layersOf(e experiment.Experiment) []layerWeights {
	params, problem := e.InitialParams()
	if problem != nil {
		return nil
	}
	take := func(n int) []float64 {
		values := make([]float64, n)
		for i, v := range params[:n] {
			// The shortest decimal that is this float32.
			values[i], _ = strconv.ParseFloat(strconv.FormatFloat(float64(v), 'g', -1, 32), 64)
		}
		params = params[n:]
		return values
	}
	var layers []layerWeights
	inputs := 1
	for _, layer := range e.Layers {
		layers = append(layers, layerWeights{
			inputs: inputs, units: layer.Units, activation: layer.Activation,
			kernel: take(inputs * layer.Units), bias: take(layer.Units),
		})
		inputs = layer.Units
	}
	return layers
}
