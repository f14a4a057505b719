package nn

// LeakyReLU is f(z) = z above 0 and 0.2·z below.
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
