package fdlibm

import "math"

// Source of the method and of its constants: s_tanh.c, s_expm1.c and e_exp.c. Their
// polynomials are written out: each unit of a training asks for one at each row.

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	size := math.Abs(x)
	var y float64
	switch {
	case math.IsNaN(x):
		return x
	case size >= 22:
		y = 1
	case size < 1.0/(1<<28):
		y = size
	case size >= 1:
		y = 1 - 2/(expm1(2*size)+2)
	default:
		e := expm1(-2 * size)
		y = -e / (e + 2)
	}
	return math.Copysign(y, x)
}

// expm1 returns e^x − 1, for x within ±44: precise where that is near 0.
func expm1(x float64) float64 {
	if math.Abs(x) < 1.0/(1<<54) {
		return x
	}
	k, high, low := reduced(x)
	near := high - low
	lost := (high - near) - low
	half := float64(0.5 * near)
	square := float64(near * half)
	r := 1 + float64(square*(-3.33333333333331316428e-02+float64(square*(1.58730158725481460165e-03+
		float64(square*(-7.93650757867487942473e-05+float64(square*(4.00821782732936239552e-06+float64(square*-2.01099218183624371326e-07)))))))))
	t := 3 - float64(r*half)
	e := float64(square * ((r - t) / (6 - float64(near*t))))
	if k == 0 {
		return near - (float64(near*e) - square)
	}
	e = float64(near*(e-lost)) - lost - square
	switch {
	case k == -1:
		return float64(0.5*(near-e)) - 0.5
	case k == 1 && near < -0.25:
		return -2 * (e - (near + 0.5))
	case k == 1:
		return 1 + float64(2*(near-e))
	case k <= -2 || k > 56:
		return math.Ldexp(1-(e-near), k) - 1
	case k < 20:
		return math.Ldexp((1-math.Ldexp(1, -k))-(e-near), k)
	}
	return math.Ldexp(near-(e+math.Ldexp(1, -k))+1, k)
}

// Exp returns e to the power of x.
func Exp(x float64) float64 {
	size := math.Abs(x)
	switch {
	case !(size < 700): // also NaN
		return math.Exp(x)
	case x == 1:
		return math.E
	case size < 1.0/(1<<28):
		return 1 + x
	}
	k, high, low := reduced(x)
	near := high - low
	t := float64(near * near)
	c := near - float64(t*(1.66666666666666019037e-01+float64(t*(-2.77777777770155933842e-03+
		float64(t*(6.61375632143793436117e-05+float64(t*(-1.65339022054652515390e-06+float64(t*4.13813679705723846039e-08)))))))))
	if k == 0 {
		return 1 - (float64(near*c)/(c-2) - near)
	}
	return math.Ldexp(1-((low-float64(near*c)/(2-c))-high), k)
}

// reduced returns the k for which x is k·ln 2 and less than half of ln 2 more, and
// that more as a difference of two numbers.
func reduced(x float64) (k int, high, low float64) {
	const perLn2 = 1.44269504088896338700e+00
	turns := math.Copysign(1, x)
	switch size := math.Float64bits(math.Abs(x)) >> 32; {
	case size <= 0x3fd62e42: // half of ln 2
		return 0, x, 0
	case size >= 0x3ff0a2b2: // one and a half
		turns = math.Trunc(float64(perLn2*x) + math.Copysign(0.5, x))
	}
	return int(turns), x - float64(turns*ln2), float64(turns * ln2Rest)
}
