package nn

import (
	"errors"
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

var _ = layers.add(Entry{Name: "activation", Class: "Activation", Go: "ActivationLayer"},
	func() any { return NewActivation(Linear) })

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
	return &activationPass{layer: l, y: floats(rows * l.units), dz: floats(rows * l.units)}
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

func (p *activationPass) output() Activation                        { return p.layer.Activation }
func (p *activationPass) preActivations() []float32                 { return p.z }
func (p *activationPass) backwardFromLoss(dz Matrix, _ bool) Matrix { return dz }
