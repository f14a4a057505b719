package nn

import "math"

// ELU is f(z) = z above 0 and exp(z) − 1 below.
//
// Source: Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network
// learning by exponential linear units", 2016.
var ELU = newElementwise("elu",
	func(z float32) float32 {
		if z > 0 {
			return z
		}
		return expm1(z)
	},
	func(z, y float32) float32 {
		if z > 0 {
			return 1
		}
		return y + 1
	})

// The constants that keep mean 0 and variance 1 from layer to layer.
const (
	seluAlpha = 1.6732632423543772848170429916717
	seluScale = 1.0507009873554804934193349852946
)

// SELU is f(z) = scale·z above 0 and scale·alpha·(exp(z) − 1) below, with scale
// 1.0507 and alpha 1.6733.
//
// Source: Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural
// networks", 2017.
var SELU = newElementwise("selu",
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

// Exponential is f(z) = exp(z).
var Exponential = newElementwise("exponential",
	func(z float32) float32 { return exp(z) },
	func(_, y float32) float32 { return y })

func exp(v float32) float32   { return float32(math.Exp(float64(v))) }
func expm1(v float32) float32 { return float32(math.Expm1(float64(v))) }
func log(v float32) float32   { return float32(math.Log(float64(v))) }
func log1p(v float32) float32 { return float32(math.Log1p(float64(v))) }
func sqrt(v float32) float32  { return float32(math.Sqrt(float64(v))) }
func abs(v float32) float32   { return float32(math.Abs(float64(v))) }
