package experiment

import (
	"encoding/base64"
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"
)

// packedWeightsProperty is the initial weights of a model of more than one
// neuron, such as those that another training ended with. Of one neuron they
// are w and b.
var packedWeightsProperty = property{
	key: "weights", within: "layers=2,1", example: "1.AACAPwAAAMAAAAAAAAAAPwAAgD8AAIA_AAAAAA",
	meaning: "initial weights of a larger model: `1.` and every parameter in Keras's order, as float32, in base64url",
	value:   func(e Experiment) string { return packWeights(e.Weights) },
	set: func(e *Experiment, in input) *Problem {
		if Trim(in.text) == "" {
			e.Weights = nil
			return nil
		}
		weights, p := unpackWeights(in.text)
		if p != nil {
			return p
		}
		if params := e.Layout().Count(); len(weights) != params {
			return NewProblem("weights_count", "count", strconv.Itoa(len(weights)), "params", strconv.Itoa(params))
		}
		*e = e.WithWeights(weights)
		return nil
	},
	differs: func(e, base Experiment) bool { return !slices.Equal(e.Weights, base.Weights) },
}

// WithWeights returns e beginning with the given weights, flat in the order of
// nn.Sequential.AppendParams, instead of drawn ones.
func (e Experiment) WithWeights(params []float32) Experiment {
	if line, ok := e.Layout().Line(params); ok && e.IsLine() {
		line = line.shortened()
		e.Initial, e.Weights = &line, nil
		return e
	}
	e.Initial, e.Weights = nil, slices.Clone(params)
	return e
}

func packWeights(weights []float32) string {
	if len(weights) == 0 {
		return ""
	}
	data := make([]byte, 0, 4*len(weights))
	for _, w := range weights {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(w))
	}
	return packedVersion + base64.RawURLEncoding.EncodeToString(data)
}

// unpackWeights reads what packWeights wrote, as long as all are numbers.
func unpackWeights(packed string) ([]float32, *Problem) {
	encoded, found := strings.CutPrefix(Trim(packed), packedVersion)
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(encoded, "="))
	if !found || err != nil || len(data)%4 != 0 {
		return nil, NewProblem("weights_unreadable")
	}
	weights := make([]float32, len(data)/4)
	for i := range weights {
		weights[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	if !CanBegin(weights) {
		return nil, NewProblem("weights_unreadable")
	}
	return weights, nil
}

// CanBegin reports whether an experiment can begin with weights: all of them
// are within ±[MaxAbs]. Those that a diverging training leaves behind need not.
func CanBegin(weights []float32) bool {
	return !slices.ContainsFunc(weights, func(w float32) bool { return !(math.Abs(float64(w)) <= MaxAbs) })
}
