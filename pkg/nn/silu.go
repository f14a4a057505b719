package nn

// SiLU is f(z) = z·sigmoid(z), also named swish.
//
// Source: Ramachandran, Zoph and Le, "Searching for activation functions", 2017.
var SiLU = newElementwise("silu",
	func(z float32) float32 { return z * sigmoid(z) },
	func(z, _ float32) float32 {
		s := sigmoid(z)
		return s + z*s*(1-s)
	}, "swish")
