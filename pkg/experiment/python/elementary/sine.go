package elementary

import (
	"math"
	"sync"
)

// Sin and Cos are, to the bit, those of the C library of Linux, as [Log] is, since
// Python's gauss draws with them.
//
// An angle up to 0.855 is a multiple k/128 and a rest; the sine and cosine of k/128
// are known to more than 100 bits, those of the rest are polynomials. Larger angles
// are turned back by quarters first.
//
// Source: the algorithm and its coefficients are those of IBM's Accurate
// Mathematical Library in glibc from 2.28 on (s_sin.c, sincos.tbl).

// Sin is the sine of x.
func Sin(x float64) float64 {
	switch a := math.Abs(x); {
	case a < 0x1p-26:
		return x
	case a < 0.855469:
		return smallSin(x, 0)
	case a < 2.426265:
		return math.Copysign(smallCos(halfPi.h-a, halfPi.l), x)
	case a < 105414350:
		return turned(quarters(x))
	}
	return math.Sin(x)
}

// Cos is the cosine of x.
func Cos(x float64) float64 {
	switch a := math.Abs(x); {
	case a < 0x1p-27:
		return 1
	case a < 0.855469:
		return smallCos(x, 0)
	case a < 2.426265:
		y := halfPi.h - a
		r := y + halfPi.l
		return smallSin(r, y-r+halfPi.l)
	case a < 105414350:
		r, dr, n := quarters(x)
		return turned(r, dr, n+1)
	}
	return math.Cos(x)
}

// quarters takes quarter turns off an angle; r + dr is what remains.
func quarters(x float64) (r, dr float64, n int) {
	const (
		first, second = 0x1.921fb58000000p+0, -0x1.dde973c000000p-27
		third, fourth = -0x1.cb3b398000000p-55, -0x1.d747f23e32ed7p-83
	)
	k := math.FMA(x, 0x1.45f306dc9c883p-1, 0x1.8p52) - 0x1.8p52
	y := math.FMA(-k, second, math.FMA(-k, first, x))
	t := math.FMA(-k, third, y)
	dr = math.FMA(-k, third, y-t)
	r = math.FMA(-k, fourth, t)
	dr += math.FMA(-k, fourth, t-r)
	return r, dr, int(int64(k)) & 3
}

// turned is the sine of an angle and n quarter turns.
func turned(r, dr float64, n int) float64 {
	var v float64
	if n&1 == 1 {
		v = smallCos(r, dr)
	} else {
		v = smallSin(r, dr)
	}
	if n&2 == 2 {
		return -v
	}
	return v
}

const (
	sin3, sin5       = -1.66666666666664880952546298448555e-01, 8.33333214285722277379541354343671e-03
	cos2, cos4, cos6 = 4.99999999999999999999950396842453e-01, -4.16666666666664434524222570944589e-02, 1.38888874007937613028114285595617e-03
	grid             = 0x1.8p45 // added to a number it leaves 7 bits behind the point
)

func smallSin(x, dx float64) float64 {
	if math.Abs(x) < 0.126 {
		square := float64(x * x)
		p := math.FMA(-0x1.addffc2fcdf59p-26, square, 0x1.71de27b9a7ed9p-19)
		p = math.FMA(p, square, -0x1.a01a019db08b8p-13)
		p = math.FMA(p, square, 0x1.1111111110ecep-7)
		p = math.FMA(p, square, -0x1.5555555555555p-3)
		return x + math.FMA(math.FMA(p, x, -0.5*dx), square, dx)
	}
	if x <= 0 {
		dx = -dx
	}
	at := grid + math.Abs(x)
	r := math.Abs(x) - (at - grid)
	square := float64(r * r)
	s := r + math.FMA(float64(r*square), math.FMA(square, sin5, sin3), dx)
	c := math.FMA(r, dx, float64(square*math.FMA(square, math.FMA(square, cos6, cos4), cos2)))
	k := known(at)
	rest := math.FMA(k.cos.h, s, math.FMA(-k.sin.h, c, math.FMA(s, k.cos.l, k.sin.l)))
	return math.Copysign(k.sin.h+rest, x)
}

func smallCos(x, dx float64) float64 {
	if x < 0 {
		dx = -dx
	}
	at := grid + math.Abs(x)
	r := math.Abs(x) - (at - grid) + dx
	square := float64(r * r)
	s := math.FMA(float64(r*square), math.FMA(square, sin5, sin3), r)
	c := float64(square * math.FMA(square, math.FMA(square, cos6, cos4), cos2))
	k := known(at)
	rest := math.FMA(-k.sin.h, s, math.FMA(-k.cos.h, c, math.FMA(-s, k.sin.l, k.cos.l)))
	return k.cos.h + rest
}

// both are the sine and the cosine of an angle.
type both struct{ sin, cos Pair }

var multiples = sync.OnceValue(func() *[112]both {
	var all [112]both
	for i := range all {
		r := Pair{float64(i) / 128, 0}
		all[i] = both{circle(r, 0), circle(r, 1)}
	}
	return &all
})

// known are those of the multiple of 1/128 that is left of a number on the grid.
func known(at float64) both { return multiples()[math.Float64bits(at)&127] }
