package nn

import "math"

// Sigmoid is f(z) = 1 / (1 + exp(−z)), between 0 and 1.
var Sigmoid = newElementwise("sigmoid", sigmoid, func(_, y float32) float32 { return y * (1 - y) })

func sigmoid(z float32) float32 { return float32(1 / (1 + math.Exp(-float64(z)))) }

// HardSigmoid is f(z) = z/6 + ½ between −3 and 3, 0 below and 1 above.
var HardSigmoid = newElementwise("hard_sigmoid",
	func(z float32) float32 { return min(max(z+3, 0), 6) / 6 },
	func(z, _ float32) float32 {
		if z > -3 && z < 3 {
			return 1.0 / 6
		}
		return 0
	})

// SiLU is f(z) = z·sigmoid(z), also named swish.
//
// Source: Ramachandran, Zoph and Le, "Searching for activation functions", 2017.
var SiLU = newElementwise("silu",
	func(z float32) float32 { return z * sigmoid(z) },
	func(z, _ float32) float32 {
		s := sigmoid(z)
		return s + z*s*(1-s)
	}, "swish")

// GELU is f(z) = z·Φ(z) with the normal distribution Φ, in its exact form.
//
// Source: Hendrycks and Gimpel, "Gaussian error linear units (GELUs)", 2016.
var GELU = newElementwise("gelu",
	func(z float32) float32 { return float32(float64(z) * normal(float64(z))) },
	func(z, _ float32) float32 {
		v := float64(z)
		return float32(normal(v) + v*math.Exp(-v*v/2)/math.Sqrt(2*math.Pi))
	})

// normal is the distribution function of the standard normal law.
func normal(v float64) float64 { return math.Erfc(-v/math.Sqrt2) / 2 }
