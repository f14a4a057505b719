package script

import (
	"strconv"

	"firstneuron/pkg/experiment"
)

// LayerWeights are the initial weights of one layer, as Keras orders them:
// kernel[i][j] goes from input i to unit j.
type LayerWeights struct {
	Inputs, Units int
	Bias          []float64
	kernel        []float64
}

// Row is the weights from one input.
func (l LayerWeights) Row(i int) []float64 { return l.kernel[i*l.Units : (i+1)*l.Units] }

// Column is the weights to one unit.
func (l LayerWeights) Column(j int) []float64 {
	column := make([]float64, l.Inputs)
	for i := range column {
		column[i] = l.kernel[i*l.Units+j]
	}
	return column
}

// InitialLayers returns the layers of an experiment with their initial weights; nil
// when it has none.
func InitialLayers(e experiment.Experiment) []LayerWeights {
	params, problem := e.InitialParams()
	if problem != nil {
		return nil
	}
	layers := make([]LayerWeights, len(e.Layers))
	for i, layout := range e.Layout() {
		layers[i] = LayerWeights{
			Inputs: layout.Inputs, Units: layout.Units,
			kernel: shortest(params[layout.Kernel:layout.Bias]), Bias: shortest(params[layout.Bias:layout.End()]),
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
