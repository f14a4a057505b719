package nn

import (
	"errors"
	"fmt"
	"math/rand/v2"
)

// ActivationLayer applies an activation to its inputs: Keras's Activation
// layer. Inputs and outputs are [batch, features].
//
// Source: https://keras.io/api/layers/core_layers/activation/
type ActivationLayer struct {
	Activation Activation
	units      int
}

var _ Layer = (*ActivationLayer)(nil)

// NewActivation returns the layer.
func NewActivation(a Activation) *ActivationLayer { return &ActivationLayer{Activation: a} }

// Name is "activation".
func (*ActivationLayer) Name() string { return "activation" }

func (*ActivationLayer) inputShape() int { return 0 }

func (l *ActivationLayer) build(inputs int) (int, error) {
	if l.Activation == nil {
		return 0, errors.New("nn: Activation: the activation is nil; give one, such as Tanh")
	}
	l.units = inputs
	return inputs, nil
}

func (*ActivationLayer) variables() []*variable { return nil }
func (*ActivationLayer) initialize(*rand.Rand)  {}

type activationPass struct {
	layer    *ActivationLayer
	z, y, dz []float32
}

func (l *ActivationLayer) newPass(rows int) pass {
	return &activationPass{layer: l, y: make([]float32, rows*l.units), dz: make([]float32, rows*l.units)}
}

func (p *activationPass) forward(x Matrix, _ bool) Matrix {
	p.z = x.Data
	y := p.y[:len(x.Data)]
	p.layer.Activation.forward(x.Data, y, x.Cols)
	return Matrix{Rows: x.Rows, Cols: x.Cols, Data: y}
}

func (p *activationPass) backward(dy Matrix, _ bool) Matrix {
	n := len(dy.Data)
	p.layer.Activation.backward(p.z, p.y[:n], dy.Data, p.dz[:n], dy.Cols)
	return Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dz[:n]}
}

// Input says how many features the rows have, as keras.Input does. It is the
// first layer of a model whose first other layer does not say it.
//
// Source: https://keras.io/api/layers/core_layers/input/
type Input struct {
	Features int
}

var _ Layer = (*Input)(nil)

// NewInput returns the layer.
func NewInput(features int) *Input { return &Input{Features: features} }

// Name is "input".
func (*Input) Name() string { return "input" }

func (l *Input) inputShape() int { return l.Features }

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

func (inputPass) forward(x Matrix, _ bool) Matrix   { return x }
func (inputPass) backward(dy Matrix, _ bool) Matrix { return dy }
