package nn

import "math"

// GELU is f(z) = z·Φ(z) with the distribution function Φ of the standard normal
// law: Keras's gelu with its default approximate=False. Its derivative is
// Φ(z) + z·φ(z), with the density φ.
//
// Source: https://keras.io/api/layers/activations/#gelu-function; Hendrycks and
// Gimpel, "Gaussian error linear units (GELUs)", 2016.
var GELU = newElementwise(Entry{Name: "gelu", Go: "GELU", FirstCourse: true},
	func(z float32) float32 { return float32(float64(z) * normal(float64(z))) },
	func(z, _ float32) float32 {
		v := float64(z)
		return float32(normal(v) + v*math.Exp(-v*v/2)/math.Sqrt(2*math.Pi))
	})

// normal is the distribution function of the standard normal law.
func normal(v float64) float64 { return math.Erfc(-v/math.Sqrt2) / 2 }
