package nn

// LeakyReLULayer is [LeakyReLU] as a layer: f(z) = z from 0 on and
// NegativeSlope·z below. Its default slope is not that of the activation.
//
// Source: https://keras.io/api/layers/activation_layers/leaky_relu/
type LeakyReLULayer struct {
	LayerSettings
	stateless
	NegativeSlope float64 // at least 0; 0.3 in Keras
}

var _ Layer = (*LeakyReLULayer)(nil)

var leakyReLULayerEntry = Entry{Name: "leaky_re_lu", Class: "LeakyReLU", Go: "LeakyReLULayer", construct: func() any { return NewLeakyReLULayer() }}

// NewLeakyReLULayer returns the layer with Keras's default.
func NewLeakyReLULayer() *LeakyReLULayer {
	return &LeakyReLULayer{LayerSettings: asKeras(), NegativeSlope: 0.3}
}

// Name is "leaky_re_lu".
func (*LeakyReLULayer) Name() string { return "leaky_re_lu" }

func (*LeakyReLULayer) class() string { return "LeakyReLU" }

func (l *LeakyReLULayer) options() []layerOption {
	return []layerOption{plainOption(number("negative_slope", "NegativeSlope", &l.NegativeSlope, 0, unlimited))}
}

func (l *LeakyReLULayer) build(inputs int) (int, error) {
	if err := atLeast("LeakyReLU", "negative_slope", l.NegativeSlope, 0); err != nil {
		return 0, err
	}
	return l.stateless.build(inputs)
}

func (l *LeakyReLULayer) newPass(rows int) pass {
	slope := float32(l.NegativeSlope)
	return newActivationPass(&elementwise{
		f: func(z float32) float32 {
			if z > 0 {
				return z
			}
			return slope * z
		},
		derivative: func(z, _ float32) float32 {
			if z > 0 {
				return 1
			}
			return slope
		},
	}, rows*l.units)
}
