package elementary

import "math"

// Pair is the sum of two float64, of which the second is at most half a last bit of
// the first: a number of about 100 bits.
//
// The conversions to float64 keep a compiler from fusing a product with a sum,
// which the Go language allows, and which would take the error away that is
// computed here.
type Pair struct{ h, l float64 }

// NewPair is the sum of two numbers.
func NewPair(high, low float64) Pair { return sum(high, low) }

// Float64 is the nearest float64.
func (a Pair) Float64() float64 { return a.h + a.l }

// Floor is the whole part of a times a power of 2.
func (a Pair) Floor(power float64) float64 {
	h := a.h * power
	whole := math.Floor(h)
	if whole == h && a.l < 0 {
		whole--
	}
	return whole
}

// Log is the natural logarithm.
func (a Pair) Log() Pair { return log(a) }

// Negative is -a.
func (a Pair) Negative() Pair { return Pair{-a.h, -a.l} }

// scaled is a times a power of 2, or a number of few digits.
func (a Pair) scaled(f float64) Pair { return a.times(Pair{f, 0}) }

// sum is x + y without error.
func sum(x, y float64) Pair {
	s := x + y
	v := s - x
	return Pair{s, (x - (s - v)) + (y - v)}
}

// split halves a number's digits.
func split(x float64) (high, low float64) {
	c := float64(134217729 * x) // 2^27 + 1
	high = c - (c - x)
	return high, x - high
}

// product is x · y without error.
func product(x, y float64) Pair {
	p := float64(x * y)
	xh, xl := split(x)
	yh, yl := split(y)
	e := float64(xh*yh) - p
	e += float64(xh * yl)
	e += float64(xl * yh)
	return Pair{p, e + float64(xl*yl)}
}

// Plus is a + b.
func (a Pair) Plus(b Pair) Pair {
	s, t := sum(a.h, b.h), sum(a.l, b.l)
	s = sum(s.h, s.l+t.h)
	return sum(s.h, s.l+t.l)
}

func (a Pair) times(b Pair) Pair {
	p := product(a.h, b.h)
	return sum(p.h, p.l+(float64(a.h*b.l)+float64(a.l*b.h)))
}

// Over is a / b.
func (a Pair) Over(b Pair) Pair {
	q := a.h / b.h
	r := a.Plus(b.times(Pair{q, 0}).Negative())
	q2 := r.h / b.h
	r = r.Plus(b.times(Pair{q2, 0}).Negative())
	return sum(q, q2).Plus(Pair{r.h / b.h, 0})
}
