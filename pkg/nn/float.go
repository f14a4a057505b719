package nn

import "math"

// floats returns n zeros with room for whole vectors of four, in which engines
// may work.
func floats(n int) []float32 { return make([]float32, n, (n+3)&^3) }

// The functions of math for float32.

func exp(v float32) float32   { return float32(math.Exp(float64(v))) }
func expm1(v float32) float32 { return float32(math.Expm1(float64(v))) }
func log(v float32) float32   { return float32(math.Log(float64(v))) }
func log1p(v float32) float32 { return float32(math.Log1p(float64(v))) }
func sqrt(v float32) float32  { return float32(math.Sqrt(float64(v))) }
func abs(v float32) float32   { return float32(math.Abs(float64(v))) }

// sign is −1, 0 or 1.
func sign(v float32) float32 {
	if v > 0 {
		return 1
	}
	if v < 0 {
		return -1
	}
	return 0
}
