package nn

// HardSigmoid is f(z) = z/6 + ½ between −3 and 3, 0 below and 1 above. Its
// derivative is 1/6 between −3 and 3 and 0 elsewhere.
//
// Source: https://keras.io/api/layers/activations/#hardsigmoid-function
var HardSigmoid = newElementwise(Entry{Name: "hard_sigmoid", Go: "HardSigmoid", FirstCourse: true},
	func(z float32) float32 { return min(max(z+3, 0), 6) / 6 },
	func(z, _ float32) float32 {
		if z > -3 && z < 3 {
			return 1.0 / 6
		}
		return 0
	})
