package nn

// ReLU6 is f(z) = min(max(z, 0), 6).
var ReLU6 = newElementwise("relu6",
	func(z float32) float32 { return min(max(z, 0), 6) },
	func(z, _ float32) float32 {
		if z > 0 && z < 6 {
			return 1
		}
		return 0
	})
