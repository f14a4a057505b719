package nn

// LeakyReLU is f(z) = z above 0 and 0.2·z elsewhere: Keras's leaky_relu with its
// default negative_slope. Its derivative is 1 above 0 and 0.2 elsewhere.
//
// Source: https://keras.io/api/layers/activations/#leakyrelu-function; Maas, Hannun
// and Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013.
var LeakyReLU = newElementwise(Entry{Name: "leaky_relu", Go: "LeakyReLU", FirstCourse: true},
	func(z float32) float32 {
		if z > 0 {
			return z
		}
		return 0.2 * z
	},
	func(z, _ float32) float32 {
		if z > 0 {
			return 1
		}
		return 0.2
	})
