package nn

// ELU is f(z) = z above 0 and exp(z) − 1 elsewhere: Keras's elu with its default
// alpha of 1. Its derivative is 1 above 0 and f(z) + 1 elsewhere.
//
// Source: https://keras.io/api/layers/activations/#elu-function; Clevert,
// Unterthiner and Hochreiter, "Fast and accurate deep network learning by
// exponential linear units", 2016.
var ELU = newElementwise(Entry{Name: "elu", Go: "ELU", FirstCourse: true},
	func(z float32) float32 {
		if z > 0 {
			return z
		}
		return expm1(z)
	},
	func(z, y float32) float32 {
		if z > 0 {
			return 1
		}
		return y + 1
	})
