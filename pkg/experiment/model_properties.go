package experiment

import (
	"slices"
	"strconv"
	"strings"
)

// layersProperty is the model. Layers that are not one neuron drop a given
// start, which is one weight and one bias.
var layersProperty = property{
	key: "layers", example: "16:tanh,16:tanh,1",
	meaning: "units and activation of each Dense layer; the last has 1 unit, or one for each of the `classes`",
	value:   func(e Experiment) string { return formatLayers(e.Layers) },
	set: func(e *Experiment, in input) *Problem {
		layers, p := parseLayers(in.text, in.grammar, *e)
		if p != nil {
			return p
		}
		if !slices.Equal(layers, e.Layers) {
			e.Layers, e.Weights = layers, nil
		}
		*e = e.matched()
		return nil
	},
}

func formatLayers(layers []Layer) string {
	texts := make([]string, len(layers))
	for i, layer := range layers {
		texts[i] = strconv.Itoa(layer.Units)
		if layer.Activation != linear {
			texts[i] += ":" + layer.Activation
		}
	}
	return strings.Join(texts, ",")
}

func parseLayers(text string, grammar grammar, e Experiment) ([]Layer, *Problem) {
	if Trim(text) == "" {
		return nil, NewProblem("no_layers")
	}
	count := strings.Count(text, ",") + 1
	if count > MaxLayers {
		return nil, NewProblem("too_many_layers", "count", strconv.Itoa(count), "max", strconv.Itoa(MaxLayers))
	}
	var layers []Layer
	for layer := range strings.SplitSeq(text, ",") {
		units, activation, found := strings.Cut(layer, ":")
		n, p := wholeNumber(units, grammar, 1, MaxUnits)
		if p != nil {
			return nil, p.At(1, len(layers)+1)
		}
		name := linear
		if found {
			names := activationNames()
			if len(layers) == count-1 && n > 1 {
				names = append(names, softmax)
			}
			if name, p = pickName(activation, names); p != nil {
				return nil, p.At(1, len(layers)+1)
			}
		}
		layers = append(layers, Layer{Units: int(n), Activation: name})
	}
	switch last := layers[len(layers)-1].Units; {
	case e.suitsOutputs(last):
	case e.Classes > 2:
		return nil, NewProblem("output_classes", "units", strconv.Itoa(last), "classes", strconv.Itoa(e.Classes))
	default:
		return nil, NewProblem("output_units", "units", strconv.Itoa(last))
	}
	return layers, nil
}

// optimizerProperty is the optimizer's name. Choosing another one also takes
// its default learning rate, as naming it in compile does.
var optimizerProperty = property{
	key: "optimizer", example: "sgd",
	meaning: "optimizer, as in Keras; its learning rate and options go back to Keras's defaults",
	names:   optimizerNames,
	value:   func(e Experiment) string { return e.Optimizer.Name },
	set: func(e *Experiment, in input) *Problem {
		name, p := pickName(in.text, optimizerNames())
		if p == nil && name != e.Optimizer.Name {
			e.Optimizer = defaultOptimizer(name)
		}
		return p
	},
}

// lossProperty is the loss's name. Choosing another one also takes its default
// options.
var lossProperty = property{
	key: "loss", example: "mean_squared_error",
	meaning: "loss, as in Keras; its options go back to Keras's defaults",
	names:   lossNames,
	value:   func(e Experiment) string { return e.Loss },
	set: func(e *Experiment, in input) *Problem {
		name, p := pickName(in.text, allLossNames())
		if many := e.Outputs() > 1; p == nil && many != (name == classesCrossentropy) && e.suitsOutputs(e.Outputs()) {
			if many {
				return NewProblem("loss_of_numbers", "loss", name, "needs", classesCrossentropy)
			}
			return NewProblem("loss_of_classes", "loss", name)
		}
		if p == nil && name != e.Loss {
			e.Loss, e.LossOptions = name, ""
		}
		return p
	},
}

// seedProperty decides the drawn numbers. Naming a seed also drops a given
// start: the learner wants weights drawn from it.
var seedProperty = property{
	key: "seed", example: "7",
	meaning: "what the initial weights and the order of shuffled points are drawn from; default `1`",
	limits:  &seedLimits, steps: every(1),
	value: func(e Experiment) string { return strconv.FormatUint(e.Seed, 10) },
	set: func(e *Experiment, in input) *Problem {
		v, p := wholeNumber(in.text, in.grammar, seedLimits.minimum, seedLimits.maximum)
		e.Seed, e.Initial, e.Weights = uint64(v), nil, nil
		return p
	},
	differs: func(e, base Experiment) bool {
		return e.Seed != base.Seed || (e.Initial == nil && base.Initial != nil)
	},
}

var seedLimits = limits{0, MaxSeed}

// weightProperty and biasProperty are the initial weights of one neuron, given.
// A half that is not given stays as drawn.
var (
	weightProperty = initialWeight("w", "10", "initial weight of one neuron; else drawn from `seed`", "",
		func(l *Line) *float64 { return &l.W })
	biasProperty = initialWeight("b", "-10", "initial bias of one neuron; else 0, as in Keras", "w",
		func(l *Line) *float64 { return &l.B })
)

func initialWeight(key, example, meaning, with string, half func(*Line) *float64) property {
	l := limits{-MaxAbs, MaxAbs}
	return property{
		key: key, example: example, meaning: meaning, limits: &l, steps: every(10), with: with,
		value: func(e Experiment) string {
			line, ok := e.InitialLine()
			if !ok {
				return ""
			}
			return FormatNumber(*half(&line))
		},
		set: func(e *Experiment, in input) (p *Problem) {
			line, ok := e.InitialLine()
			if !ok {
				return NewProblem("start_needs_one_neuron")
			}
			*half(&line), p = realNumber(in.text, in.grammar, l.minimum, l.maximum)
			e.Initial = &line
			return p
		},
		differs: func(e, base Experiment) bool { return e.Initial != nil && !sameStart(e.Initial, base.Initial) },
		check: func(e Experiment) *Problem {
			if e.Initial == nil {
				return nil
			}
			if !e.IsLine() {
				return NewProblem("start_needs_one_neuron")
			}
			_, p := realNumber(FormatNumber(*half(e.Initial)), parseStrict, l.minimum, l.maximum)
			return p
		},
	}
}
