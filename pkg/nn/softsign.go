package nn

// Softsign is f(z) = z / (1 + |z|), between −1 and 1. Its derivative is
// 1 / (1 + |z|)².
//
// Source: https://keras.io/api/layers/activations/#softsign-function
var Softsign = newElementwise(Entry{Name: "softsign", Go: "Softsign", FirstCourse: true},
	func(z float32) float32 { return z / (1 + abs(z)) },
	func(z, _ float32) float32 {
		d := 1 + abs(z)
		return 1 / (d * d)
	})
