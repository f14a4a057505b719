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
	layers := make([]layerWeights, len(e.Layers))
	for i, layout := range e.Layout() {
		layers[i] = layerWeights{
			inputs: layout.Inputs, units: layout.Units, activation: e.Layers[i].Activation,
			kernel: shortest(params[layout.Kernel:layout.Bias]), bias: shortest(params[layout.Bias:layout.End()]),
		}
	}
	return layers
}

// shortest returns the decimals with the fewest digits that are the float32s.
func shortest(params []float32) []float64 {
	values := make([]float64, len(params))
	for i, v := range params {
		// What FormatFloat writes can be read.
		values[i], _ = strconv.ParseFloat(strconv.FormatFloat(float64(v), 'g', -1, 32), 64)
	}
	return values
}
