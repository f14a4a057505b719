package nn

// Exponential is f(z) = exp(z). Its derivative is f(z).
//
// Source: https://keras.io/api/layers/activations/#exponential-function
var Exponential = newElementwise(Entry{Name: "exponential", Go: "Exponential", FirstCourse: true},
	func(z float32) float32 { return exp(z) },
	func(_, y float32) float32 { return y })
