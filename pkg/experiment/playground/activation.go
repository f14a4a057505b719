package playground

import "firstneuron/pkg/experiment/fdlibm"

// An activation is what a unit makes of its sum, and the derivative of that by
// the sum, which it tells from the sum z and the output y.
type activation struct {
	output     func(z float64) float64
	derivative func(z, y float64) float64
}

// activations are those of the menu, by their key in links.
var activations = map[string]activation{
	"relu": {
		func(z float64) float64 { return max(0, z) },
		func(z, _ float64) float64 {
			if z <= 0 {
				return 0
			}
			return 1
		},
	},
	"tanh": {fdlibm.Tanh, func(_, y float64) float64 { return 1 - float64(y*y) }},
	"sigmoid": {
		func(z float64) float64 { return 1 / (1 + fdlibm.Exp(-z)) },
		func(_, y float64) float64 { return y * (1 - y) },
	},
	"linear": {
		func(z float64) float64 { return z },
		func(float64, float64) float64 { return 1 },
	},
}
