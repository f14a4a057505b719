// Package qr makes QR codes of short texts, such as links: bytes, error
// correction level L, versions 1 to 25, which hold 1,273 bytes.
//
// Source: ISO/IEC 18004:2015; the section numbers below are its.
package qr

import "errors"

// MaxBytes is how long a text may be.
const MaxBytes = 1273

// ErrTooLong says that a text does not fit.
var ErrTooLong = errors.New("qr: the text has more than 1273 bytes: shorten it")

// Code is a QR code: Size × Size modules, without the quiet zone of four light
// modules that belongs around it.
type Code struct {
	Size int
	dark []bool
}

// Dark reports whether a module is dark.
func (c Code) Dark(x, y int) bool { return c.dark[y*c.Size+x] }

// Encode returns the smallest code that holds a text.
func Encode(text string) (Code, error) {
	version := 1
	for ; ; version++ {
		if version > len(correction) {
			return Code{}, ErrTooLong
		}
		if (headerBits(version)+7)/8+len(text) <= dataCodewords(version) {
			break
		}
	}
	g := newGrid(version)
	g.place(interleaved(version, message(version, text)))
	return g.masked(), nil
}

// correction is, of each version at level L, the number of error correction
// codewords in a block and the number of blocks (table 9).
var correction = [...]struct{ perBlock, blocks int }{
	{7, 1},
	{10, 1},
	{15, 1},
	{20, 1},
	{26, 1},
	{18, 2},
	{20, 2},
	{24, 2},
	{30, 2},
	{18, 4},
	{20, 4},
	{24, 4},
	{26, 4},
	{30, 4},
	{22, 6},
	{24, 6},
	{28, 6},
	{30, 6},
	{28, 7},
	{28, 8},
	{28, 8},
	{28, 9},
	{30, 9},
	{30, 10},
	{26, 12},
}

// codewords is how many codewords a version has: its modules without those of
// the patterns, in bytes.
func codewords(version int) int {
	modules := (16*version+128)*version + 64
	if version >= 2 {
		n := version/7 + 2
		modules -= (25*n-10)*n - 55
		if version >= 7 {
			modules -= 36
		}
	}
	return modules / 8
}

func dataCodewords(version int) int {
	c := correction[version-1]
	return codewords(version) - c.perBlock*c.blocks
}

// headerBits is the mode and the length in front of the text.
func headerBits(version int) int {
	if version < 10 {
		return 4 + 8
	}
	return 4 + 16
}

// message is the data codewords: mode, length, text, end, padding (7.4).
func message(version int, text string) []byte {
	var data []byte
	bits := 0
	add := func(value, count int) {
		for i := count - 1; i >= 0; i-- {
			if bits%8 == 0 {
				data = append(data, 0)
			}
			data[bits/8] |= byte(value>>i&1) << (7 - bits%8)
			bits++
		}
	}
	add(4, 4) // bytes
	add(len(text), headerBits(version)-4)
	for i := range len(text) {
		add(int(text[i]), 8)
	}
	want := dataCodewords(version)
	add(0, min(4, 8*want-bits))
	for pad := 0xec; len(data) < want; pad ^= 0xec ^ 0x11 {
		data = append(data, byte(pad))
	}
	return data
}

// interleaved cuts the data into blocks, adds the error correction of each, and
// takes from all in turn (7.6). The last blocks are a codeword longer where
// they cannot all be as long.
func interleaved(version int, data []byte) []byte {
	c := correction[version-1]
	short, long := len(data)/c.blocks, len(data)%c.blocks
	var blocks, checks [][]byte
	for i := range c.blocks {
		n := short
		if i >= c.blocks-long {
			n++
		}
		blocks = append(blocks, data[:n])
		checks = append(checks, remainder(data[:n], c.perBlock))
		data = data[n:]
	}
	var out []byte
	for _, part := range [][][]byte{blocks, checks} {
		for i := range short + c.perBlock + 1 {
			for _, block := range part {
				if i < len(block) {
					out = append(out, block[i])
				}
			}
		}
	}
	return out
}

// remainder is the Reed–Solomon code of a block: what is left when it is
// divided by (x − 2⁰)(x − 2¹)… over GF(256) modulo x⁸+x⁴+x³+x²+1 (7.5).
func remainder(data []byte, degree int) []byte {
	generator := make([]byte, degree)
	generator[degree-1] = 1
	root := byte(1)
	for range degree {
		for i := range generator {
			generator[i] = times(generator[i], root)
			if i+1 < degree {
				generator[i] ^= generator[i+1]
			}
		}
		root = times(root, 2)
	}
	rest := make([]byte, degree)
	for _, b := range data {
		factor := b ^ rest[0]
		copy(rest, rest[1:])
		rest[degree-1] = 0
		for i := range rest {
			rest[i] ^= times(generator[i], factor)
		}
	}
	return rest
}

// times multiplies in GF(256).
func times(a, b byte) byte {
	product := 0
	for i := 7; i >= 0; i-- {
		product <<= 1
		if product&0x100 != 0 {
			product ^= 0x11d
		}
		if b>>i&1 == 1 {
			product ^= int(a)
		}
	}
	return byte(product)
}
