package nn

// ReLU6 is f(z) = min(max(z, 0), 6).
var ReLU6 = newElementwise(Entry{Name: "relu6", Go: "ReLU6", FirstCourse: true},
	func(z float32) float32 { return min(max(z, 0), 6) },
	func(z, _ float32) float32 {
		if z > 0 && z < 6 {
			return 1
		}
		return 0
	})
