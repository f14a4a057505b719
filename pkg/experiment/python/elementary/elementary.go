// Package elementary has exp, log, sin and their like as Python and NumPy have them.
//
// These take them from the C library, and a normal number that is drawn with a seed
// shows every bit of a logarithm. Go's math package often differs in the last bit,
// and from one processor to another. So [Exp], [Log], [Sin] and [Cos] are those of Linux's C
// library to the bit, and the others are computed with pairs of float64 ([Pair]),
// about 100 bits, and rounded once: the correctly rounded answer but in one case of
// some billions.
//
// Sources: Dekker 1971 "A floating-point technique for extending the available
// precision"; Muller et al., Handbook of Floating-Point Arithmetic, on the table
// maker's dilemma; those of exp.go, log.go and sine.go.
package elementary

import (
	"math"
	"sync"
)

// Expm1 is e to the power of x, less 1.
func Expm1(x float64) float64 {
	if !(math.Abs(x) > 1e-8 && x < 709) {
		return math.Expm1(x)
	}
	if x < -50 {
		return -1
	}
	return wholeExp(Pair{x, 0}).Plus(Pair{-1, 0}).Float64()
}

// Log1p is the natural logarithm of 1 + x.
func Log1p(x float64) float64 {
	if !(x > -1) || math.IsInf(x, 1) || math.Abs(x) < 1e-8 {
		return math.Log1p(x)
	}
	return log(sum(1, x)).Float64()
}

var (
	ln2  = Pair{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}
	ln10 = Pair{0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53}
	// halfPi has a third part.
	halfPi = Pair{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54}
)

const halfPiRest = -0x1.f1976b7ed8fbcp-110

// Log2 is the logarithm of x to the base 2.
func Log2(x float64) float64 {
	if f, k := math.Frexp(x); !(x > 0) || math.IsInf(x, 1) || f == 0.5 {
		if f == 0.5 {
			return float64(k - 1)
		}
		return math.Log(x)
	}
	return log(Pair{x, 0}).Over(ln2).Float64()
}

// Log10 is the logarithm of x to the base 10.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || x == 1 {
		return math.Log(x)
	}
	return log(Pair{x, 0}).Over(ln10).Float64()
}

// Pow is x to the power of y.
func Pow(x, y float64) float64 {
	if x == 0 || x == 1 || y == 0 || math.IsNaN(x) || math.IsNaN(y) || math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Pow(x, y)
	}
	if n := math.Abs(y); n == math.Trunc(n) && n <= 64 && math.Abs(x) > 1e-4 && math.Abs(x) < 1e4 {
		return wholePower(x, int(y))
	}
	sign := 1.0
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		if math.Mod(y, 2) != 0 {
			sign = -1
		}
		x = -x
	}
	e := log(Pair{x, 0}).times(Pair{y, 0})
	switch {
	case e.h > 709.8:
		return sign * math.Inf(1)
	case e.h < -745.2:
		return sign * 0
	}
	m, k := exp(e)
	return sign * math.Ldexp(m.Float64(), k)
}

// wholePower multiplies, with about 100 bits.
func wholePower(x float64, n int) float64 {
	result, square := Pair{1, 0}, Pair{x, 0}
	for k := max(n, -n); k > 0; k >>= 1 {
		if k&1 == 1 {
			result = result.times(square)
		}
		if k > 1 {
			square = square.times(square)
		}
	}
	if n < 0 {
		result = Pair{1, 0}.Over(result)
	}
	return result.Float64()
}

// Tan is the tangent of x.
func Tan(x float64) float64 {
	if math.Abs(x) < 1e-8 || !(math.Abs(x) < 1e5) {
		return math.Tan(x)
	}
	r, quarter := reduce(x)
	return circle(r, quarter).Over(circle(r, quarter+1)).Float64()
}

// Sinh is the hyperbolic sine of x.
func Sinh(x float64) float64 {
	if !(math.Abs(x) > 1e-3 && math.Abs(x) < 300) {
		return math.Sinh(x)
	}
	e := wholeExp(Pair{x, 0})
	return e.Plus(Pair{1, 0}.Over(e).Negative()).scaled(0.5).Float64()
}

// Cosh is the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	if !(math.Abs(x) < 300) {
		return math.Cosh(x)
	}
	e := wholeExp(Pair{x, 0})
	return e.Plus(Pair{1, 0}.Over(e)).scaled(0.5).Float64()
}

// Tanh is the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	switch a := math.Abs(x); {
	case !(a < 25):
		return math.Tanh(x)
	case a < 1e-3: // the first terms of its series
		s := product(x, x)
		t := s.scaled(-17.0 / 315).Plus(Pair{2.0 / 15, 0}).times(s).Plus(Pair{-1, 0}.Over(Pair{3, 0})).times(s)
		return t.Plus(Pair{1, 0}).times(Pair{x, 0}).Float64()
	}
	e := wholeExp(Pair{2 * x, 0})
	return e.Plus(Pair{-1, 0}).Over(e.Plus(Pair{1, 0})).Float64()
}

// parts are 1/i.
var parts = sync.OnceValue(func() *[28]Pair {
	var all [28]Pair
	for i := 1; i < len(all); i++ {
		all[i] = Pair{1, 0}.Over(Pair{float64(i), 0})
	}
	return &all
})

// log is the logarithm of x: one step of Newton's from that of package math.
func log(x Pair) Pair {
	y := math.Log(x.h)
	m, k := exp(Pair{-y, 0})
	r := x.scaled(math.Ldexp(1, k/2)).times(m).scaled(math.Ldexp(1, k-k/2)).Plus(Pair{-1, 0})
	return Pair{y, 0}.Plus(r).Plus(r.times(r).scaled(-0.5))
}

// wholeExp is e to the power of x where that is no extreme number.
func wholeExp(x Pair) Pair {
	m, k := exp(x)
	return m.scaled(math.Ldexp(1, k))
}

// exp is e to the power of x, as m times 2 to the power of k: of the series a
// 512th part of what remains is taken, and squared nine times.
func exp(x Pair) (m Pair, k int) {
	const halvings = 9
	n := math.Round(x.h / ln2.h)
	r := x.Plus(product(n, -ln2.h)).Plus(product(n, -ln2.l)).scaled(1.0 / (1 << halvings))
	s, parts := Pair{}, parts()
	for i := 8; i > 0; i-- {
		s = s.Plus(Pair{1, 0}).times(r).times(parts[i])
	}
	for range halvings { // (1+s)² − 1
		s = s.scaled(2).Plus(s.times(s))
	}
	return s.Plus(Pair{1, 0}), int(n)
}

// reduce takes quarter turns off an angle.
func reduce(x float64) (r Pair, quarter int) {
	n := math.Round(x / halfPi.h)
	r = Pair{x, 0}.Plus(product(n, -halfPi.h)).Plus(product(n, -halfPi.l)).Plus(Pair{-n * halfPiRest, 0})
	return r, int(n)
}

// circle is the sine of an angle and so many quarter turns, by its series.
func circle(r Pair, quarter int) Pair {
	square := r.times(r).Negative()
	first := 1 // of the factors: sine 2·3, 4·5, …; cosine 1·2, 3·4, …
	result := r
	if quarter&1 == 1 {
		first, result = 0, Pair{1, 0}
	}
	s, parts := Pair{1, 0}, parts()
	for i := first + 26; i > first; i -= 2 {
		s = s.times(square).times(parts[i]).times(parts[i-1]).Plus(Pair{1, 0})
	}
	result = result.times(s)
	if quarter&2 == 2 {
		result = result.Negative()
	}
	return result
}
