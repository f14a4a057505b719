package experiment

import (
	"errors"
	"slices"
	"strconv"

	"firstneuron/pkg/experiment/playground"
)

// FromPlayground reads a link of TensorFlow Playground, its whole address or what
// follows '#': the experiment that it fixes, in Keras's terms, with the data, their
// order, the split and the first weights that its page draws. The notices tell of what
// is another here; ok is false for a text that is no such link.
func FromPlayground(text string) (e Experiment, notices []*Problem, ok bool) {
	if _, ok := playground.Recognized(text); !ok {
		return Experiment{}, nil, false
	}
	e = Default()
	state, read, err := playground.Parse(text)
	var unreadable *playground.UnreadableError
	if errors.As(err, &unreadable) {
		p := NewProblem("fragment_too_long", "size", strconv.Itoa(unreadable.Size), "limit", strconv.Itoa(playground.MaxFragment))
		return e, []*Problem{p}, true
	}
	terms, other := state.Terms()
	e = e.WithRecipe(terms.Recipe).WithClasses(terms.Classes)
	e.Features = terms.Features
	e.Layers = make([]Layer, len(terms.Layers))
	for i, units := range terms.Layers {
		e.Layers[i] = Layer{Units: units, Activation: terms.Activations[i]}
	}
	if slices.Equal(e.Features, inputNames(e.Inputs)) {
		e.Features = nil
	}
	e.Optimizer = Optimizer{Name: "sgd", LearningRate: terms.LearningRate}
	e.Loss, e.LossOptions = squaredError, ""
	e.L1, e.L2 = terms.L1, terms.L2
	e.Batch, e.Shuffle, e.Validation = terms.Batch, false, terms.Validation
	e.Weights, e.PlaygroundRules = terms.Weights, terms.OwnRules
	e.Lock = terms.Lock
	e.ShowTest, e.Discretize = terms.ShowTest, terms.Discretize
	for _, n := range append(read, other...) {
		notices = append(notices, &Problem{Code: n.Code, Args: n.Args, Key: n.Key})
	}
	return e, notices, true
}
