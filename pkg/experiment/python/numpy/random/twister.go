package random

// Twister is the Mersenne Twister, MT19937.
type Twister struct {
	state [twisterSize]uint32
	next  int
}

const twisterSize = 624

// NewTwister begins with a seed of 32 bits, as np.random.seed does.
func NewTwister(seed uint32) *Twister {
	t := &Twister{next: twisterSize}
	for i := range t.state {
		t.state[i] = seed
		seed = 1812433253*(seed^seed>>30) + uint32(i) + 1
	}
	return t
}

// NewTwisterOf begins with any number of words, as Python's random does.
func NewTwisterOf(key []uint32) *Twister {
	t := NewTwister(19650218)
	s := &t.state
	i, j := 1, 0
	advance := func() {
		if i++; i == twisterSize {
			s[0] = s[twisterSize-1]
			i = 1
		}
	}
	for range max(twisterSize, len(key)) {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		advance()
		if j++; j == len(key) {
			j = 0
		}
	}
	for range twisterSize - 1 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		advance()
	}
	s[0] = 1 << 31
	return t
}

// Uint32 is the next number of 32 bits.
func (t *Twister) Uint32() uint32 {
	if t.next == twisterSize {
		t.twist()
	}
	y := t.state[t.next]
	t.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (t *Twister) twist() {
	const middle = 397
	s := &t.state
	for i := range s {
		y := s[i]&(1<<31) | s[(i+1)%twisterSize]&(1<<31-1)
		s[i] = s[(i+middle)%twisterSize] ^ y>>1 ^ y&1*0x9908b0df
	}
	t.next = 0
}

// Uint64 is the next number of 64 bits, the high half first.
func (t *Twister) Uint64() uint64 {
	high := uint64(t.Uint32())
	return high<<32 | uint64(t.Uint32())
}

// Float64 is the next number from 0 to 1, of 53 bits.
func (t *Twister) Float64() float64 {
	a, b := t.Uint32()>>5, t.Uint32()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}
