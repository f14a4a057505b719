package dataset

import (
	"math"
	"unicode/utf16"

	"firstneuron/pkg/experiment/fdlibm"
)

// Random is a stream of random numbers that a text decides: that of David Bau's
// seedrandom 2.4, with which TensorFlow Playground replaces Math.random. The same
// seed gives the same numbers, bit for bit: "0.97800" and "0.978" are two seeds.
//
// It is the cipher ARC4 with the seed as its key. Its first 256 bytes are thrown
// away, since they tell much of the key.
type Random struct {
	state [256]byte
	i, j  byte
}

// NewRandom returns the stream of a seed.
func NewRandom(seed string) *Random {
	r := &Random{}
	key := mixed(seed)
	for i := range r.state {
		r.state[i] = byte(i)
	}
	var j byte
	for i := range r.state {
		j += r.state[i] + key[i%len(key)]
		r.state[i], r.state[j] = r.state[j], r.state[i]
	}
	for range r.state {
		r.byte()
	}
	return r
}

// mixed makes a key of at most 256 bytes of a text: from the 257th character on
// each is added to a byte that another has made.
func mixed(seed string) []byte {
	var key []byte
	smear := 0
	for j, unit := range utf16.Encode([]rune(seed)) { // as JavaScript counts characters
		at := j % 256
		old := 0
		if at < len(key) {
			old = int(key[at])
		} else {
			key = append(key, 0)
		}
		smear ^= old * 19
		key[at] = byte(smear + int(unit))
	}
	if len(key) == 0 {
		return []byte{0}
	}
	return key
}

// byte returns the next byte of the cipher.
func (r *Random) byte() byte {
	r.i++
	t := r.state[r.i]
	r.j += t
	r.state[r.i], r.state[r.j] = r.state[r.j], t
	return r.state[r.state[r.i]+t]
}

// Float64 returns a number from 0 up to and without 1, of 52 or 53 random bits.
func (r *Random) Float64() float64 {
	const enough, tooMuch = 1 << 52, 1 << 53
	var n float64
	for range 6 {
		n = n*256 + float64(r.byte())
	}
	d, last := float64(1<<48), uint32(0)
	for n < enough {
		n = (n + float64(last)) * 256
		d *= 256
		last = uint32(r.byte())
	}
	for n >= tooMuch {
		n /= 2
		d /= 2
		last >>= 1
	}
	return (n + float64(last)) / d
}

// Uniform returns a number from a up to and without b.
func (r *Random) Uniform(a, b float64) float64 {
	// The conversion keeps a processor from rounding product and sum at once,
	// which would give another last bit than JavaScript does.
	return float64(r.Float64()*(b-a)) + a
}

// Normal returns a number of the normal distribution, by Marsaglia's polar method;
// the second number that the method gives is thrown away.
//
// Source: G. Marsaglia, T. A. Bray, "A convenient method for generating normal
// variables", 1964.
func (r *Random) Normal(mean, variance float64) float64 {
	var v1, s float64
	for {
		v1 = float64(2*r.Float64()) - 1
		v2 := float64(2*r.Float64()) - 1
		s = float64(v1*v1) + float64(v2*v2)
		if s <= 1 {
			break
		}
	}
	unit := float64(math.Sqrt(-2*fdlibm.Log(s)/s) * v1)
	return mean + float64(math.Sqrt(variance)*unit)
}

// Shuffle puts some points in a random order: Fisher and Yates's method, from the
// end.
func (r *Random) Shuffle(points []Point) {
	for n := len(points); n > 0; n-- {
		at := int(math.Floor(r.Float64() * float64(n)))
		points[n-1], points[at] = points[at], points[n-1]
	}
}
