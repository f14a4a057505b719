package nn

import "math"

// Softplus is f(z) = log(1 + exp(z)).
var Softplus = newElementwise("softplus", softplus, func(z, _ float32) float32 { return sigmoid(z) })

// softplus does not overflow: log(1 + exp(z)) = max(z, 0) + log(1 + exp(−|z|)).
func softplus(z float32) float32 { return max(z, 0) + log1p(exp(-abs(z))) }

// Softsign is f(z) = z / (1 + |z|).
var Softsign = newElementwise("softsign",
	func(z float32) float32 { return z / (1 + abs(z)) },
	func(z, _ float32) float32 {
		d := 1 + abs(z)
		return 1 / (d * d)
	})

// Mish is f(z) = z·tanh(softplus(z)).
//
// Source: Misra, "Mish: a self regularized non-monotonic neural activation
// function", 2020.
var Mish = newElementwise("mish",
	func(z float32) float32 { return float32(float64(z) * math.Tanh(float64(softplus(z)))) },
	func(z, _ float32) float32 {
		t := math.Tanh(float64(softplus(z)))
		return float32(t + float64(z)*(1-t*t)*float64(sigmoid(z)))
	})
