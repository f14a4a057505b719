package nn

// Squareplus is f(z) = (z + √(z² + 4))/2, a [Softplus] without exponentials:
// Keras's squareplus with its default b of 4. Its derivative is
// (1 + z/√(z² + 4))/2.
//
// Source: https://keras.io/api/layers/activations/#squareplus-function; Barron,
// "Squareplus: a softplus-like algebraic rectifier", 2021.
var Squareplus = newElementwise(Entry{Name: "squareplus", Go: "Squareplus", FirstCourse: true},
	func(z float32) float32 { return (z + sqrt(z*z+4)) / 2 },
	func(z, _ float32) float32 { return (1 + z/sqrt(z*z+4)) / 2 })
