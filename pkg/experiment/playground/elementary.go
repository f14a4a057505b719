package playground

import "math"

// tanh and exp are computed as V8 does, as package dataset computes sin, cos and
// log, and for the same reason: Go's differ in the last bit, for up to one number in
// five.
//
// Source of the method and of its constants: Sun Microsystems, fdlibm 5.3, s_tanh.c
// and e_exp.c, 1993.

// tanh returns the hyperbolic tangent of x.
func tanh(x float64) float64 {
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
		y = 1 - 2/(math.Expm1(2*size)+2)
	default:
		e := math.Expm1(-2 * size)
		y = -e / (e + 2)
	}
	return math.Copysign(y, x)
}

// exp returns e to the power of x.
func exp(x float64) float64 {
	const (
		ln2     = 6.93147180369123816490e-01
		ln2Rest = 1.90821492927058770002e-10
		perLn2  = 1.44269504088896338700e+00
	)
	size := math.Abs(x)
	switch {
	case !(size < 700): // also NaN
		return math.Exp(x)
	case x == 1:
		return math.E
	case size < 1.0/(1<<28):
		return 1 + x
	}
	// x is k·ln 2 + near, and near what the polynomial is for.
	var k, high, low float64
	near := x
	if size > 0.5*math.Ln2 {
		k = math.Trunc(float64(perLn2*x) + math.Copysign(0.5, x))
		if size < 1.5*math.Ln2 {
			k = math.Copysign(1, x)
		}
		high, low = x-float64(k*ln2), float64(k*ln2Rest)
		near = high - low
	}
	t := float64(near * near)
	c := near - float64(t*(1.66666666666666019037e-01+float64(t*(-2.77777777770155933842e-03+
		float64(t*(6.61375632143793436117e-05+float64(t*(-1.65339022054652515390e-06+float64(t*4.13813679705723846039e-08)))))))))
	if k == 0 {
		return 1 - (float64(near*c)/(c-2) - near)
	}
	return math.Ldexp(1-((low-float64(near*c)/(2-c))-high), int(k))
}
