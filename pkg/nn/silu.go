package nn

// SiLU is f(z) = z·sigmoid(z), also named swish. With s = sigmoid(z) its derivative
// is s + z·s·(1 − s).
//
// Source: https://keras.io/api/layers/activations/#silu-function; Ramachandran, Zoph
// and Le, "Searching for activation functions", 2017.
var SiLU = newElementwise(Entry{Name: "silu", Go: "SiLU", Aliases: []string{"swish"}, FirstCourse: true},
	func(z float32) float32 { return z * sigmoid(z) },
	func(z, _ float32) float32 {
		s := sigmoid(z)
		return s + z*s*(1-s)
	})
