package nn

import "math"

// Mish is f(z) = z·tanh(softplus(z)). With t = tanh(softplus(z)) its derivative is
// t + z·(1 − t²)·sigmoid(z).
//
// Source: https://keras.io/api/layers/activations/#mish-function; Misra, "Mish: a
// self regularized non-monotonic neural activation function", 2020.
var Mish = newElementwise(Entry{Name: "mish", Go: "Mish", FirstCourse: true},
	func(z float32) float32 { return float32(float64(z) * math.Tanh(float64(softplus(z)))) },
	func(z, _ float32) float32 {
		t := math.Tanh(float64(softplus(z)))
		return float32(t + float64(z)*(1-t*t)*float64(sigmoid(z)))
	})
