package nn

// Flatten makes each row one list of numbers, which a row of [rows, features] is
// already: it hands its inputs on. Programs that begin with images have it.
//
// Source: https://keras.io/api/layers/reshaping_layers/flatten/
type Flatten struct {
	LayerSettings
	stateless
}

var _ Layer = (*Flatten)(nil)

var flattenEntry = Entry{Name: "flatten", Class: "Flatten", construct: func() any { return NewFlatten() }}

// NewFlatten returns the layer.
func NewFlatten() *Flatten { return &Flatten{LayerSettings: asKeras()} }

// Name is "flatten".
func (*Flatten) Name() string { return "flatten" }

func (*Flatten) class() string { return "Flatten" }

func (*Flatten) options() []layerOption {
	return []layerOption{onlyOption("data_format", "channels_last", nil)}
}

func (*Flatten) newPass(int) pass { return flattenPass{} }

// flattenPass is no handing pass: in Keras its outputs are numbers of their own,
// beside which no logits are kept.
type flattenPass struct{}

func (flattenPass) forward(x Matrix, _ bool) Matrix   { return x }
func (flattenPass) backward(dy Matrix, _ bool) Matrix { return dy }
