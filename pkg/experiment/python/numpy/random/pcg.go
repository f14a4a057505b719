package random

import "math/bits"

// wide is a number of 128 bits.
type wide struct{ high, low uint64 }

func (a wide) plus(b wide) wide {
	low, carry := bits.Add64(a.low, b.low, 0)
	high, _ := bits.Add64(a.high, b.high, carry)
	return wide{high, low}
}

func (a wide) times(b wide) wide {
	high, low := bits.Mul64(a.low, b.low)
	return wide{high + a.high*b.low + a.low*b.high, low}
}

// PCG is PCG64: a congruential generator of 128 bits, of which each step gives 64.
type PCG struct {
	state, step wide
	// Half of a number is left where one of 32 bits was drawn.
	half  uint32
	whole bool
}

// NewPCG begins with the words of a seed, as NumPy's SeedSequence mixes them; the
// lowest 32 bits of a whole number are the first word.
func NewPCG(seed []uint32) *PCG {
	v := sequence(seed)
	p := &PCG{step: wide{v[2]<<1 | v[3]>>63, v[3]<<1 | 1}}
	p.advance()
	p.state = p.state.plus(wide{v[0], v[1]})
	p.advance()
	return p
}

func (p *PCG) advance() {
	p.state = p.state.times(wide{0x2360ed051fc65da4, 0x4385df649fccf645}).plus(p.step)
}

// Uint64 is the next number of 64 bits.
func (p *PCG) Uint64() uint64 {
	p.advance()
	return bits.RotateLeft64(p.state.high^p.state.low, -int(p.state.high>>58))
}

// Uint32 is the next number of 32 bits: the lower half of one of 64, then the upper.
func (p *PCG) Uint32() uint32 {
	if p.whole {
		p.whole = false
		return p.half
	}
	v := p.Uint64()
	p.half, p.whole = uint32(v>>32), true
	return uint32(v)
}

// Float64 is the next number from 0 to 1, of 53 bits.
func (p *PCG) Float64() float64 { return float64(p.Uint64()>>11) / (1 << 53) }

// sequence mixes the words of a seed into four of 64 bits.
func sequence(seed []uint32) (state [4]uint64) {
	const (
		initA, multA = 0x43b0d7e5, 0x931e8875
		initB, multB = 0x8b51f9dd, 0x58f38ded
		left, right  = 0xca01f9dd, 0x4973f715
	)
	factor := uint32(initA)
	hash := func(v uint32) uint32 {
		v ^= factor
		factor *= multA
		v *= factor
		return v ^ v>>16
	}
	mix := func(x, y uint32) uint32 {
		v := x*left - y*right
		return v ^ v>>16
	}
	var pool [4]uint32
	for i := range pool {
		v := uint32(0)
		if i < len(seed) {
			v = seed[i]
		}
		pool[i] = hash(v)
	}
	for from := range pool {
		for to := range pool {
			if from != to {
				pool[to] = mix(pool[to], hash(pool[from]))
			}
		}
	}
	for i := len(pool); i < len(seed); i++ {
		for to := range pool {
			pool[to] = mix(pool[to], hash(seed[i]))
		}
	}
	factor = initB
	for i := range 8 {
		v := pool[i%4] ^ factor
		factor *= multB
		v *= factor
		v ^= v >> 16
		state[i/2] |= uint64(v) << (32 * (i % 2))
	}
	return state
}

// Words are the words of 32 bits of a whole number, the lowest first.
func Words(n uint64) []uint32 {
	if n>>32 == 0 {
		return []uint32{uint32(n)}
	}
	return []uint32{uint32(n), uint32(n >> 32)}
}
