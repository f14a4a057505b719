package random

import (
	"math"

	"firstneuron/pkg/experiment/python/elementary"
)

// Legacy draws as np.random and RandomState do.
type Legacy struct {
	*Twister
	// The polar method gives two normal numbers at once.
	spare  float64
	spared bool
}

// NewLegacy begins as np.random.seed(seed) does.
func NewLegacy(seed uint32) *Legacy { return &Legacy{Twister: NewTwister(seed)} }

// NewLegacyOf begins as np.random.seed does with a list.
func NewLegacyOf(key []uint32) *Legacy { return &Legacy{Twister: NewTwisterOf(key)} }

// Normal is the next number of the standard normal distribution.
func (l *Legacy) Normal() float64 {
	if l.spared {
		l.spared = false
		return l.spare
	}
	for {
		x := 2*l.Float64() - 1
		y := 2*l.Float64() - 1
		square := float64(x*x) + float64(y*y)
		if square >= 1 || square == 0 {
			continue
		}
		f := math.Sqrt(-2 * elementary.Log(square) / square)
		l.spare, l.spared = f*x, true
		return f * y
	}
}

// Exponential is the next number of the exponential distribution.
func (l *Legacy) Exponential() float64 { return -elementary.Log(1 - l.Float64()) }

// Upto is a whole number from 0 to n, n included.
func (l *Legacy) Upto(n uint64) uint64 { return masked(l, n) }

// masked is a whole number from 0 to n: bits that are too large are drawn again.
func masked(s Source, n uint64) uint64 {
	if n == 0 {
		return 0
	}
	bits := mask(n)
	for {
		var v uint64
		if n <= math.MaxUint32 {
			v = uint64(s.Uint32()) & bits
		} else {
			v = s.Uint64() & bits
		}
		if v <= n {
			return v
		}
	}
}

// mask has all bits set that n needs.
func mask(n uint64) uint64 {
	for shift := 1; shift < 64; shift *= 2 {
		n |= n >> shift
	}
	return n
}

// Poisson is a count with a mean of lambda below 10, by multiplying numbers until
// they fall below e^-lambda.
func (l *Legacy) Poisson(lambda float64) int64 { return poisson(l.Float64, lambda) }

func poisson(next func() float64, lambda float64) int64 {
	if lambda == 0 {
		return 0
	}
	bound := elementary.Exp(-lambda)
	count, product := int64(0), 1.0
	for {
		if product *= next(); product <= bound {
			return count
		}
		count++
	}
}
