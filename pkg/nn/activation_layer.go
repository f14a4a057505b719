package nn

import "math/rand/v2"

// ActivationLayer applies an activation to its inputs: Keras's Activation
// layer. Inputs and outputs are [batch, features].
//
// Source: https://keras.io/api/layers/core_layers/activation/
type ActivationLayer struct {
	LayerSettings
	Activation Activation

	activation Activation // what Activation was when the model was made
	units      int
}

var _ Layer = (*ActivationLayer)(nil)

var activationEntry = Entry{Name: "activation", Class: "Activation", Go: "ActivationLayer", construct: func() any { return NewActivation(Linear) }}

// NewActivation returns the layer.
func NewActivation(a Activation) *ActivationLayer {
	return &ActivationLayer{LayerSettings: asKeras(), Activation: a}
}

// Name is "activation".
func (*ActivationLayer) Name() string { return "activation" }

func (*ActivationLayer) class() string { return "Activation" }

func (l *ActivationLayer) options() []layerOption {
	return []layerOption{activationOption("activation", &l.Activation).must()}
}

func (l *ActivationLayer) build(inputs int) (int, error) {
	l.units, l.activation = inputs, l.Activation
	return inputs, checkActivation("Activation: the activation", l.Activation)
}

func (*ActivationLayer) variables() []*variable { return nil }
func (*ActivationLayer) initialize(*rand.Rand)  {}

type activationPass struct {
	activation Activation
	z, y, dz   []float32
}

func (l *ActivationLayer) newPass(rows int) pass {
	return newActivationPass(l.activation, rows*l.units)
}

// newActivationPass returns the pass of a layer that is an activation.
func newActivationPass(a Activation, size int) pass {
	return &activationPass{activation: a, y: floats(size), dz: floats(size)}
}

func (p *activationPass) forward(x Matrix, _ bool) Matrix {
	p.z = x.Data
	y := p.y[:len(x.Data)]
	p.activation.forward(x.Data, y, x.Cols)
	return Matrix{Rows: x.Rows, Cols: x.Cols, Data: y}
}

func (p *activationPass) backward(dy Matrix, _ bool) Matrix {
	n := len(dy.Data)
	p.activation.backward(p.z, p.y[:n], dy.Data, p.dz[:n], dy.Cols)
	return Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dz[:n]}
}

func (p *activationPass) output() Activation                        { return p.activation }
func (p *activationPass) preActivations() []float32                 { return p.z }
func (p *activationPass) backwardFromLoss(dz Matrix, _ bool) Matrix { return dz }

func (p *activationPass) handsOn(bool) bool { return p.activation == Linear }
