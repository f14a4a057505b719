package elementary

import (
	"math"
	"sync"
)

// Exp is e to the power of x, to the bit that of the C library of Linux, as [Log] is.
//
// x is (k/128)·log 2 and a rest r; 2^(k/128) is known, e^r is a polynomial.
//
// Source: the algorithm and its constants are those of ARM's Optimized Routines
// (exp.c, 2018, MIT licence), which glibc and musl have taken over.
func Exp(x float64) float64 {
	if !(math.Abs(x) < 700) || math.Abs(x) < 0x1p-54 {
		return math.Exp(x)
	}
	k := math.FMA(0x1.71547652b82fep+7, x, 0x1.8p52)
	bits := math.Float64bits(k)
	k -= 0x1.8p52
	r := math.FMA(k, -0x1.cf79abc9e3b39p-47, math.FMA(k, -0x1.62e42fefa0000p-8, x))
	p := powers()[bits&127]
	scale := math.Float64frombits(math.Float64bits(p.h) + bits>>7<<52)
	square := float64(r * r)
	rest := math.FMA(float64(square*square), math.FMA(r, 0x1.1111167a4d017p-7, 0x1.55555cf172b91p-5),
		math.FMA(square, math.FMA(r, 0x1.555555555543cp-3, 0x1.ffffffffffdbdp-2), p.l+r))
	return math.FMA(scale, rest, scale)
}

// powers are 2^(k/128); the second part is relative to the first.
var powers = sync.OnceValue(func() *[128]Pair {
	var all [128]Pair
	for k := range all {
		m, n := exp(ln2.times(Pair{float64(k) / 128, 0}))
		p := m.scaled(math.Ldexp(1, n))
		all[k] = Pair{p.h, p.l / p.h}
	}
	return &all
})
