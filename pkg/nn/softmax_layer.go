package nn

// SoftmaxLayer is [Softmax] as a layer.
//
// Source: https://keras.io/api/layers/activation_layers/softmax/
type SoftmaxLayer struct {
	LayerSettings
	stateless
}

var _ Layer = (*SoftmaxLayer)(nil)

var softmaxLayerEntry = Entry{Name: "softmax", Class: "Softmax", Go: "SoftmaxLayer", construct: func() any { return NewSoftmaxLayer() }}

// NewSoftmaxLayer returns the layer.
func NewSoftmaxLayer() *SoftmaxLayer { return &SoftmaxLayer{LayerSettings: asKeras()} }

// Name is "softmax".
func (*SoftmaxLayer) Name() string { return "softmax" }

func (*SoftmaxLayer) class() string { return "Softmax" }

func (*SoftmaxLayer) options() []layerOption { return []layerOption{onlyOption("axis", -1, 1)} }

func (l *SoftmaxLayer) newPass(rows int) pass { return newActivationPass(Softmax, rows*l.units) }
