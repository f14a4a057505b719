package nn

import (
	"fmt"
	"math/rand/v2"
)

// Input says how many features the rows have, as keras.Input does. It is the
// first layer of a model whose first other layer does not say it.
//
// Source: https://keras.io/api/layers/core_layers/input/
type Input struct {
	LayerSettings
	Features int
}

var _ Layer = (*Input)(nil)

var inputEntry = Entry{Name: "input", Class: "InputLayer", Go: "Input", FirstCourse: true, construct: func() any { return NewInput(1) }}

// NewInput returns the layer.
func NewInput(features int) *Input { return &Input{LayerSettings: asKeras(), Features: features} }

// Name is "input".
func (*Input) Name() string { return "input" }

func (*Input) class() string { return "InputLayer" }

func (l *Input) options() []layerOption {
	return []layerOption{
		{
			name:     "batch_shape",
			required: true,
			write:    func() any { return []any{nil, l.Features} },
			read: func(c *configReader, value any) {
				shape, _ := value.([]any)
				if len(shape) != 2 || shape[0] != nil {
					c.fail("batch_shape", "is no [null, features]; give one feature shape")
					return
				}
				l.Features = c.wholeOf("batch_shape", shape[1])
			},
		},
		onlyOption("sparse", false, nil),
		onlyOption("ragged", false, nil),
		onlyOption("optional", false, nil),
	}
}

func (l *Input) build(inputs int) (int, error) {
	if l.Features < 1 || inputs != l.Features {
		return 0, fmt.Errorf("nn: Input: %d features; give at least 1, as the first layer", l.Features)
	}
	return inputs, nil
}

func (*Input) variables() []*variable { return nil }
func (*Input) initialize(*rand.Rand)  {}
func (*Input) newPass(int) pass       { return inputPass{} }

type inputPass struct{}

func (inputPass) handsOn(bool) bool { return true }

func (inputPass) forward(x Matrix, _ bool) Matrix   { return x }
func (inputPass) backward(dy Matrix, _ bool) Matrix { return dy }
