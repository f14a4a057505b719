package random

import (
	"math"
	"math/bits"

	"firstneuron/pkg/experiment/python/elementary"
)

// Python draws as Python's module random does.
type Python struct {
	*Twister
	spare  float64
	spared bool
}

// NewPython begins as random.seed does with a whole number, whose sign does not
// count.
func NewPython(seed uint64) *Python { return &Python{Twister: NewTwisterOf(Words(seed))} }

// NewPythonText begins as random.seed does with a text: with its bytes and their
// SHA-512 as one large number.
func NewPythonText(text string) *Python {
	hash := sha512([]byte(text))
	number := append([]byte(text), hash[:]...)
	var key []uint32
	for end := len(number); end > 0; end -= 4 {
		word := uint32(0)
		for _, b := range number[max(end-4, 0):end] {
			word = word<<8 | uint32(b)
		}
		key = append(key, word)
	}
	for len(key) > 1 && key[len(key)-1] == 0 {
		key = key[:len(key)-1]
	}
	return &Python{Twister: NewTwisterOf(key)}
}

// Below is a whole number from 0 to n, n left out.
func (p *Python) Below(n uint64) uint64 {
	if n == 0 {
		return 0
	}
	size := bits.Len64(n)
	for {
		if v := p.Bits(size); v < n {
			return v
		}
	}
}

// Bits is a whole number of so many bits, at most 64.
func (p *Python) Bits(size int) uint64 {
	switch {
	case size <= 0:
		return 0
	case size <= 32:
		return uint64(p.Uint32() >> (32 - size))
	}
	low := uint64(p.Uint32())
	return low | uint64(p.Uint32()>>(64-size))<<32
}

// Gauss is the next number of random.gauss(0, 1): two at once, by Box and Muller.
func (p *Python) Gauss() float64 {
	if p.spared {
		p.spared = false
		return p.spare
	}
	angle := p.Float64() * (2 * math.Pi)
	radius := math.Sqrt(-2 * elementary.Log(1-p.Float64()))
	p.spare, p.spared = elementary.Sin(angle)*radius, true
	return elementary.Cos(angle) * radius
}

// Normal is the next number of random.normalvariate(0, 1), by Kinderman and Monahan.
func (p *Python) Normal() float64 {
	magic := 4 * elementary.Exp(-0.5) / math.Sqrt2
	for {
		u := p.Float64()
		v := 1 - p.Float64()
		z := magic * (u - 0.5) / v
		if z*z/4 <= -elementary.Log(v) {
			return z
		}
	}
}

// Exponential is the next number of random.expovariate(1).
func (p *Python) Exponential() float64 { return -elementary.Log(1 - p.Float64()) }

// Triangular is the next number of random.triangular.
func (p *Python) Triangular(low, high, mode float64) float64 {
	u := p.Float64()
	if high == low {
		return low
	}
	c := (mode - low) / (high - low)
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return low + (high-low)*math.Sqrt(u*c)
}

// Shuffle is random.shuffle of n things, which swap exchanges.
func (p *Python) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, int(p.Below(uint64(i)+1)))
	}
}

// Sample are the places of k of n things, in the order of random.sample; k is at
// most n.
func (p *Python) Sample(n, k int) []int {
	places := make([]int, k)
	room := 21
	if k > 5 {
		// 4 to the power of the next whole number above log₄ 3k.
		power := int(math.Ceil(math.Log(float64(3*k)) / math.Log(4)))
		room += 1 << (2 * power)
	}
	if n <= room {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range places {
			j := int(p.Below(uint64(n - i)))
			places[i], pool[j] = pool[j], pool[n-i-1]
		}
		return places
	}
	taken := map[int]bool{}
	for i := range places {
		j := int(p.Below(uint64(n)))
		for taken[j] {
			j = int(p.Below(uint64(n)))
		}
		taken[j] = true
		places[i] = j
	}
	return places
}

// Weighted is one place of random.choices with weights.
func (p *Python) Weighted(weights []float64) int {
	sums := make([]float64, len(weights))
	total := 0.0
	for i, w := range weights {
		total += w
		sums[i] = total
	}
	v := p.Float64() * total
	place := 0
	for place < len(sums)-1 && sums[place] <= v {
		place++
	}
	return place
}
