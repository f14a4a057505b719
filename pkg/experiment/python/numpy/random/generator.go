package random

import (
	"math"
	"math/bits"

	"firstneuron/pkg/experiment/python/elementary"
)

// Generator draws as np.random.default_rng does.
type Generator struct{ *PCG }

// NewGenerator begins as np.random.default_rng(seed) does.
func NewGenerator(seed uint64) *Generator { return &Generator{NewPCG(Words(seed))} }

// Upto is a whole number from 0 to n, n included, by Lemire's multiplication.
func (g *Generator) Upto(n uint64) uint64 {
	switch {
	case n == 0:
		return 0
	case n == math.MaxUint32:
		return uint64(g.Uint32())
	case n < math.MaxUint32:
		count := uint32(n) + 1
		product := uint64(g.Uint32()) * uint64(count)
		if low := uint32(product); low < count {
			for bound := -count % count; low < bound; low = uint32(product) {
				product = uint64(g.Uint32()) * uint64(count)
			}
		}
		return product >> 32
	case n == math.MaxUint64:
		return g.Uint64()
	}
	count := n + 1
	high, low := bits.Mul64(g.Uint64(), count)
	if low < count {
		for bound := -count % count; low < bound; {
			high, low = bits.Mul64(g.Uint64(), count)
		}
	}
	return high
}

// Normal is the next number of the standard normal distribution.
func (g *Generator) Normal() float64 {
	z := normalLayers()
	for {
		r := g.Uint64()
		layer := r & 0xff
		negative := r>>8&1 == 1
		distance := r >> 9 & (1<<52 - 1)
		x := float64(distance) * z.width[layer]
		if negative {
			x = -x
		}
		if distance < z.inside[layer] {
			return x
		}
		if layer == 0 {
			for {
				out := -0.27366123732975828 * math.Log1p(-g.Float64()) // 1/R
				y := -math.Log1p(-g.Float64())
				if y+y > out*out {
					if distance>>8&1 == 1 {
						return -(normalEnd + out)
					}
					return normalEnd + out
				}
			}
		}
		if float64((z.height[layer-1]-z.height[layer])*g.Float64())+z.height[layer] < elementary.Exp(-0.5*x*x) {
			return x
		}
	}
}

// Exponential is the next number of the exponential distribution.
func (g *Generator) Exponential() float64 {
	z := exponentialLayers()
	for {
		r := g.Uint64() >> 3
		layer := r & 0xff
		distance := r >> 8
		x := float64(distance) * z.width[layer]
		if distance < z.inside[layer] {
			return x
		}
		if layer == 0 {
			return exponentialEnd - math.Log1p(-g.Float64())
		}
		if float64((z.height[layer-1]-z.height[layer])*g.Float64())+z.height[layer] < elementary.Exp(-x) {
			return x
		}
	}
}

// Poisson is a count with a mean of lambda below 10.
func (g *Generator) Poisson(lambda float64) int64 { return poisson(g.Float64, lambda) }
