package nn

// ELULayer is [ELU] as a layer: f(z) = z from 0 on and Alpha·(exp(z) − 1) below.
//
// Source: https://keras.io/api/layers/activation_layers/elu/
type ELULayer struct {
	LayerSettings
	stateless
	Alpha float64 // 1 in Keras
}

var _ Layer = (*ELULayer)(nil)

var eluLayerEntry = Entry{Name: "elu", Class: "ELU", Go: "ELULayer", construct: func() any { return NewELULayer() }}

// NewELULayer returns the layer with Keras's default.
func NewELULayer() *ELULayer { return &ELULayer{LayerSettings: asKeras(), Alpha: 1} }

// Name is "elu".
func (*ELULayer) Name() string { return "elu" }

func (*ELULayer) class() string { return "ELU" }

func (l *ELULayer) options() []layerOption {
	return []layerOption{plainOption(number("alpha", "Alpha", &l.Alpha, -unlimited, unlimited))}
}

func (l *ELULayer) build(inputs int) (int, error) {
	if err := atLeast("ELU", "alpha", l.Alpha, -unlimited); err != nil {
		return 0, err
	}
	return l.stateless.build(inputs)
}

func (l *ELULayer) newPass(rows int) pass {
	alpha := float32(l.Alpha)
	return newActivationPass(&elementwise{
		f: func(z float32) float32 {
			if z > 0 {
				return z
			}
			return alpha * expm1(z)
		},
		derivative: func(z, y float32) float32 {
			if z > 0 {
				return 1
			}
			return y + alpha
		},
	}, rows*l.units)
}
