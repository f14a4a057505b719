package random

import (
	"encoding/binary"
	"math/bits"
)

// sha512 is the hash that Python makes a seed of from a text. The standard library's
// would make the page larger by all of its checks.
//
// Source: FIPS 180-4.
func sha512(message []byte) (digest [64]byte) {
	const block = 128
	length := len(message)
	message = append(append([]byte{}, message...), 0x80)
	for len(message)%block != block-16 {
		message = append(message, 0)
	}
	message = binary.BigEndian.AppendUint64(message, 0)
	message = binary.BigEndian.AppendUint64(message, uint64(length)*8)
	primes := firstPrimes(80)
	h := [8]uint64{}
	for i := range h {
		h[i] = root(primes[i], 2)
	}
	k := [80]uint64{}
	for i := range k {
		k[i] = root(primes[i], 3)
	}
	turn := func(x uint64, n int) uint64 { return bits.RotateLeft64(x, -n) }
	for ; len(message) > 0; message = message[block:] {
		var w [80]uint64
		for i := range 16 {
			w[i] = binary.BigEndian.Uint64(message[8*i:])
		}
		for i := 16; i < 80; i++ {
			x, y := w[i-15], w[i-2]
			w[i] = w[i-16] + (turn(x, 1) ^ turn(x, 8) ^ x>>7) + w[i-7] + (turn(y, 19) ^ turn(y, 61) ^ y>>6)
		}
		v := h
		for i := range 80 {
			a, e := v[0], v[4]
			t := v[7] + (turn(e, 14) ^ turn(e, 18) ^ turn(e, 41)) + (e&v[5] ^ ^e&v[6]) + k[i] + w[i]
			u := (turn(a, 28) ^ turn(a, 34) ^ turn(a, 39)) + (a&v[1] ^ a&v[2] ^ v[1]&v[2])
			copy(v[1:], v[:7])
			v[4] += t
			v[0] = t + u
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	for i, x := range h {
		binary.BigEndian.PutUint64(digest[8*i:], x)
	}
	return digest
}

func firstPrimes(n int) (primes []uint64) {
	for p := uint64(2); len(primes) < n; p++ {
		prime := true
		for _, q := range primes {
			prime = prime && p%q != 0
		}
		if prime {
			primes = append(primes, p)
		}
	}
	return primes
}

// root are the first 64 bits behind the point of a number's square or cube root,
// which the constants of SHA-512 are: found bit by bit from the top, r with
// r^power ≤ n·2^(64·power).
func root(n uint64, power int) uint64 {
	r := [4]uint64{} // words, the lowest first; the root has 64 bits and a few
	for bit := 67; bit >= 0; bit-- {
		try := r
		try[bit/64] |= 1 << (bit % 64)
		p := try
		for range power - 1 {
			p = multiply(p, try)
		}
		limit := [4]uint64{}
		limit[power] = n
		if !more(p, limit) {
			r = try
		}
	}
	return r[0]
}

func multiply(a, b [4]uint64) (c [4]uint64) {
	for i, x := range a {
		carry := uint64(0)
		for j := 0; i+j < 4; j++ {
			high, low := bits.Mul64(x, b[j])
			var c1, c2 uint64
			low, c1 = bits.Add64(low, carry, 0)
			c[i+j], c2 = bits.Add64(c[i+j], low, 0)
			carry = high + c1 + c2
		}
	}
	return c
}

// more says whether a is larger than b.
func more(a, b [4]uint64) bool {
	for i := 3; i >= 0; i-- {
		if a[i] != b[i] {
			return a[i] > b[i]
		}
	}
	return false
}
