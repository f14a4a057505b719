package nn

// The constants that keep mean 0 and variance 1 from layer to layer.
const (
	seluAlpha = 1.6732632423543772848170429916717
	seluScale = 1.0507009873554804934193349852946
)

// SELU is f(z) = scale·z above 0 and scale·alpha·(exp(z) − 1) elsewhere, with scale
// 1.0507 and alpha 1.6733. Its derivative is scale from 0 up and f(z) + scale·alpha
// below.
//
// Source: https://keras.io/api/layers/activations/#selu-function; Klambauer,
// Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks", 2017.
var SELU = newElementwise(Entry{Name: "selu", Go: "SELU", FirstCourse: true},
	func(z float32) float32 {
		if z > 0 {
			return seluScale * z
		}
		return seluScale * seluAlpha * expm1(z)
	},
	func(z, y float32) float32 {
		if z >= 0 {
			return seluScale
		}
		return y + seluScale*seluAlpha
	})
