package nn

// HardTanh is f(z) = z between −1 and 1, −1 below and 1 above. Its derivative
// is 1 from −1 to 1 and 0 elsewhere.
//
// Source: https://keras.io/api/layers/activations/#hardtanh-function
var HardTanh = newElementwise(Entry{Name: "hard_tanh", Go: "HardTanh", FirstCourse: true},
	func(z float32) float32 { return min(max(z, -1), 1) },
	func(z, _ float32) float32 {
		if z >= -1 && z <= 1 {
			return 1
		}
		return 0
	})
