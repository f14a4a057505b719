package nn

// CELU is f(z) = z above 0 and exp(z) − 1 below: Keras's celu with its default
// alpha of 1, where it is [ELU]. Its derivative is 1 above 0 and f(z) + 1 below; at 0
// it is 2, since Keras adds up two halves on TensorFlow that both pass the gradient.
//
// Source: https://keras.io/api/layers/activations/#celu-function; Barron,
// "Continuously differentiable exponential linear units", 2017.
var CELU = newElementwise(Entry{Name: "celu", Go: "CELU", FirstCourse: true},
	func(z float32) float32 { return max(z, 0) + expm1(min(z, 0)) },
	func(z, y float32) float32 {
		switch {
		case z > 0:
			return 1
		case z == 0:
			return 2
		}
		return y + 1
	})
