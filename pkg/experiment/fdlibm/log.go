package fdlibm

import "math"

// Source of the method and of its constants: e_log.c.

// ln2 + ln2Rest is the logarithm of 2: the first in so few bits that its multiples
// are exact.
const (
	ln2     = 6.93147180369123816490e-01
	ln2Rest = 1.90821492927058770002e-10
)

// Log returns the natural logarithm of a normal number above 0.
func Log(x float64) float64 {
	if x < 1e-300 || math.IsInf(x, 1) || math.IsNaN(x) {
		return math.Log(x)
	}
	bits := math.Float64bits(x)
	k := int(bits>>52) - 1023
	high := int(bits >> 32 & 0xfffff)
	above := (high + 0x95f64) & 0x100000 // set from √2 on: then half of it, once more
	k += above >> 20
	mantissa := bits&(1<<52-1) | uint64(0x3ff-above>>20)<<52
	f, dk := math.Float64frombits(mantissa)-1, float64(k)
	s := f / (2 + f)
	z := float64(s * s)
	w := float64(z * z)
	whole, wholeRest := float64(dk*ln2), float64(dk*ln2Rest)
	if (2+high)&0xfffff < 3 { // |f| < 2⁻²⁰
		r := float64(float64(f*f) * (0.5 - float64(0.33333333333333333*f)))
		return whole - ((r - wholeRest) - f)
	}
	r := float64(z*polynomial(w, 6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01)) +
		float64(w*polynomial(w, 3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01))
	if (high-0x6147a)|(0x6b851-high) <= 0 { // far from 1
		return whole - ((float64(s*(f-r)) - wholeRest) - f)
	}
	square := float64(float64(0.5*f) * f)
	return whole - ((square - (float64(s*(square+r)) + wholeRest)) - f)
}
