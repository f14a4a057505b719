package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// stateless is what layers without weights have in common: as many outputs as
// inputs, and nothing to draw.
type stateless struct{ units int }

func (l *stateless) build(inputs int) (int, error) {
	l.units = inputs
	return inputs, nil
}

func (*stateless) variables() []*variable { return nil }
func (*stateless) initialize(*rand.Rand)  {}

// ReLULayer is [ReLU] as a layer, with options:
//
//	f(z) = MaxValue                      where z ≥ MaxValue
//	f(z) = z                             where Threshold < z < MaxValue
//	f(z) = NegativeSlope·(z − Threshold) below Threshold, and there 0
//
// Source: https://keras.io/api/layers/activation_layers/relu/
type ReLULayer struct {
	LayerSettings
	stateless
	MaxValue      float64 // at least 0; infinite, Keras's None, is no limit
	NegativeSlope float64 // at least 0; 0 in Keras
	Threshold     float64 // at least 0; 0 in Keras
}

var _ Layer = (*ReLULayer)(nil)

var reluLayerEntry = Entry{Name: "re_lu", Class: "ReLU", Go: "ReLULayer", construct: func() any { return NewReLULayer() }}

// NewReLULayer returns the layer with Keras's defaults.
func NewReLULayer() *ReLULayer { return &ReLULayer{LayerSettings: asKeras(), MaxValue: math.Inf(1)} }

// Name is "re_lu".
func (*ReLULayer) Name() string { return "re_lu" }

func (*ReLULayer) class() string { return "ReLU" }

func (l *ReLULayer) options() []layerOption {
	return []layerOption{
		{
			name: "max_value",
			write: func() any {
				if math.IsInf(l.MaxValue, 1) {
					return nil
				}
				return l.MaxValue
			},
			read: func(c *configReader, value any) { c.set(number("max_value", "", &l.MaxValue, 0, unlimited), value) },
		},
		plainOption(number("negative_slope", "NegativeSlope", &l.NegativeSlope, 0, unlimited)),
		plainOption(number("threshold", "Threshold", &l.Threshold, 0, unlimited)),
	}
}

func (l *ReLULayer) build(inputs int) (int, error) {
	if !(l.MaxValue >= 0) {
		return 0, fmt.Errorf("nn: ReLU: max_value is %s; give a number of at least 0", shortest(l.MaxValue))
	}
	if err := firstError(
		atLeast("ReLU", "negative_slope", l.NegativeSlope, 0),
		atLeast("ReLU", "threshold", l.Threshold, 0),
	); err != nil {
		return 0, err
	}
	return l.stateless.build(inputs)
}

func (l *ReLULayer) newPass(rows int) pass {
	top, slope, threshold := float32(l.MaxValue), float32(l.NegativeSlope), float32(l.Threshold)
	leaky := threshold == 0 && math.IsInf(l.MaxValue, 1)
	return newActivationPass(&elementwise{
		f: func(z float32) float32 {
			switch {
			case z < threshold:
				return slope * (z - threshold)
			case z == threshold:
				return 0
			}
			return min(z, top)
		},
		// The kinks are those of the functions that Keras makes it of: a leaky_relu where
		// it can, a relu6 where there is no threshold, else a clip.
		derivative: func(z, _ float32) float32 {
			switch {
			case z < threshold, z == threshold && leaky:
				return slope
			case z == threshold, z > top, z == top && top == 6 && threshold == 0:
				return 0
			}
			return 1
		},
	}, rows*l.units)
}
