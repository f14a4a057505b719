package nn

import "math"

// Tanh is f(z) = tanh(z), between −1 and 1. Its derivative is 1 − f(z)².
//
// Source: https://keras.io/api/layers/activations/#tanh-function
var Tanh = newActivation(Entry{Name: "tanh", Go: "Tanh", FirstCourse: true}, tanhActivation{})

type tanhActivation struct{}

func (tanhActivation) Name() string { return "tanh" }

// forward has the function's formula in its loop: a call for each value would
// cost as much as the formula.
func (tanhActivation) forward(z, y []float32, _ int) {
	limitBits := int32(math.Float32bits(tanhLimit))
	y = y[:len(z)]
	for i, v := range z {
		// The nearest of ±limit beyond them, without a jump, which costs more in
		// Go's WebAssembly than the arithmetic: beyond is all ones there.
		bits := int32(math.Float32bits(v))
		size := bits & math.MaxInt32
		beyond := (limitBits - size) >> 31
		x := math.Float32frombits(uint32(bits&math.MinInt32 | size&^beyond | limitBits&beyond))
		q := x * x
		p := x * ((((((tanhA13*q+tanhA11)*q+tanhA9)*q+tanhA7)*q+tanhA5)*q+tanhA3)*q + tanhA1)
		// v − v is 0, and NaN for what is not finite, which must not vanish.
		y[i] = p/(((tanhB6*q+tanhB4)*q+tanhB2)*q+tanhB0) + (v - v)
	}
}

func (tanhActivation) backward(_, y, dy, dz []float32, _ int) {
	dy, dz = dy[:len(y)], dz[:len(y)]
	for i, v := range y {
		dz[i] = dy[i] * (1 - v*v)
	}
}

// tanh is a rational function of degree 13 over 6, right to a few units in the
// last place of a float32; beyond ±7.9 it rounds to ±1.
//
// Source: the coefficients of Eigen, MathFunctionsImpl.h, which TensorFlow uses.
const (
	tanhLimit = 7.90531110763549805

	tanhA1  = 4.89352455891786e-03
	tanhA3  = 6.37261928875436e-04
	tanhA5  = 1.48572235717979e-05
	tanhA7  = 5.12229709037114e-08
	tanhA9  = -8.60467152213735e-11
	tanhA11 = 2.00018790482477e-13
	tanhA13 = -2.76076847742355e-16

	tanhB0 = 4.89352518554385e-03
	tanhB2 = 2.26843463243900e-03
	tanhB4 = 1.18534705686654e-04
	tanhB6 = 1.19825839466702e-06
)
