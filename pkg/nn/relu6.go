package nn

// ReLU6 is f(z) = min(max(z, 0), 6). Its derivative is 1 between 0 and 6 and 0
// elsewhere.
//
// Source: https://keras.io/api/layers/activations/#relu6-function; Krizhevsky,
// "Convolutional deep belief networks on CIFAR-10", 2010.
var ReLU6 = newElementwise(Entry{Name: "relu6", Go: "ReLU6", FirstCourse: true},
	func(z float32) float32 { return min(max(z, 0), 6) },
	func(z, _ float32) float32 {
		if z > 0 && z < 6 {
			return 1
		}
		return 0
	})
