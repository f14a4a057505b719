package plane

import (
	"encoding/binary"
	"math"
)

// Look is the ground that a picture lies on.
type Look int

const (
	// Light is the page's light theme.
	Light Look = iota
	// Dark is its dark theme.
	Dark
	// Forced is where the reader has chosen the colours: classes are patterns of two.
	Forced
)

// Color is red, green and blue.
type Color [3]uint8

// classColors are those of the classes, on a light and on a dark ground. The first
// two are Okabe and Ito's vermillion and blue, which nearly everybody tells apart;
// further ones have their shape and pattern beside them, as all have. They are the
// page's data, model and runs, and four more.
var classColors = [MaxClasses][2]Color{
	{{0xb8, 0x4a, 0x00}, {0xff, 0x9a, 0x5c}},
	{{0x00, 0x65, 0xa8}, {0x62, 0xb5, 0xee}},
	{{0x00, 0x79, 0x5a}, {0x4f, 0xd1, 0xa5}},
	{{0xa0, 0x3a, 0x7a}, {0xe8, 0x9a, 0xc7}},
	{{0x8a, 0x61, 0x00}, {0xe6, 0xb8, 0x4a}},
	{{0x5b, 0x5b, 0xb8}, {0xb0, 0xb0, 0xff}},
	{{0x4a, 0x55, 0x60}, {0xc3, 0xcc, 0xd4}},
	{{0x4d, 0x7c, 0x0f}, {0xa3, 0xd9, 0x77}},
	{{0x9f, 0x12, 0x39}, {0xff, 0xb4, 0xc1}},
	{{0x0e, 0x74, 0x90}, {0x67, 0xe0, 0xf0}},
}

// ColorOf returns the colour of a class on a ground.
func ColorOf(class int, look Look) Color { return classColors[class%MaxClasses][look&1] }

const (
	// shades is how many steps of sureness have a colour of their own.
	shades = 64
	// strongest is how much of the sure colour is seen, of 255: the grid and the
	// points stay in sight.
	strongest = 170
	// weakest is how much is seen of one of many classes on its boundary, where of
	// two classes nothing is.
	weakest = 60
	// flat is how much is seen where fields are discretized.
	flat = 130
)

// Ramp gives a field its colours. It is made once for a look; painting looks up.
type Ramp struct {
	// table has for every class and shade four bytes: red, green, blue and how much of
	// it is seen.
	table []uint32
	// patterns are used instead where colours are forced, of ink and ground.
	patterns    bool
	ink, ground uint32
	numbers     bool
}

// NewRamp returns the ramp of a reading. discrete shows the class alone, not how sure
// it is. With [Forced], ink and ground are the reader's two colours.
func NewRamp(r Reading, look Look, discrete bool, ink, ground Color) *Ramp {
	ramp := &Ramp{patterns: look == Forced, ink: packed(ink, 255), ground: packed(ground, 255), numbers: r.Classes == 0 && !discrete}
	for class := range max(r.Classes, 2) {
		for shade := range shades {
			seen := float64(strongest) * float64(shade) / (shades - 1)
			if r.Classes > 2 {
				seen = weakest + (strongest-weakest)*float64(shade)/(shades-1)
			}
			if discrete {
				seen = flat
			}
			ramp.table = append(ramp.table, packed(ColorOf(class, look), uint8(math.Round(seen))))
		}
	}
	return ramp
}

// packed is a colour as a picture's four bytes have it in memory.
func packed(c Color, seen uint8) uint32 {
	return binary.LittleEndian.Uint32([]byte{c[0], c[1], c[2], seen})
}

// Paint returns the field's pixels, a pixel for each place, from the upper left corner
// on: red, green, blue and how much of it is seen. It writes into pixels where they
// are large enough, so that a picture of every frame allocates once.
func (f Field) Paint(pixels []byte, ramp *Ramp) []byte {
	size := 4 * f.Side * f.Side
	if cap(pixels) < size {
		pixels = make([]byte, size)
	}
	pixels = pixels[:size]
	if f.Empty() {
		clear(pixels)
		return pixels
	}
	switch {
	case ramp.patterns:
		f.pattern(pixels, ramp)
	case f.Count == 1:
		f.paintOne(pixels, ramp)
	default:
		f.paintMany(pixels, ramp)
	}
	return pixels
}

// paintOne colours one output at each place. It does what Answer does, without a call
// for each pixel.
func (f Field) paintOne(pixels []byte, ramp *Ramp) {
	middle, scale := float32(f.Middle()), float32(2*(shades-1)/(f.High-f.Low))
	to := 0
	for row := f.Side - 1; row >= 0; row-- {
		from := row*f.Side*f.Stride + f.First
		for range f.Side {
			v := (f.Data[from] - middle) * scale
			from += f.Stride
			var color uint32
			switch {
			case v > 0:
				color = ramp.table[shades+int(min(v, shades-1)+0.5)]
			case v <= 0:
				color = ramp.table[int(min(-v, shades-1)+0.5)]
			}
			binary.LittleEndian.PutUint32(pixels[to:], color)
			to += 4
		}
	}
}

// paintMany colours the largest of many outputs.
func (f Field) paintMany(pixels []byte, ramp *Ramp) {
	to := 0
	for row := f.Side - 1; row >= 0; row-- {
		for column := range f.Side {
			class, sure := f.Answer(f.outputs(row*f.Side + column))
			var color uint32
			if class >= 0 {
				color = ramp.table[(class*shades+int(sure*(shades-1)+0.5))%len(ramp.table)]
			}
			binary.LittleEndian.PutUint32(pixels[to:], color)
			to += 4
		}
	}
}

// pattern draws classes as hatches of ink on ground, and numbers as how dense the ink
// is, for readers whose two colours are all there is.
func (f Field) pattern(pixels []byte, ramp *Ramp) {
	to := 0
	for row := f.Side - 1; row >= 0; row-- {
		y := f.Side - 1 - row
		for x := range f.Side {
			class, sure := f.Answer(f.outputs(row*f.Side + x))
			color := ramp.ground
			if class >= 0 && inked(ramp.numbers, class, sure, x, y) {
				color = ramp.ink
			}
			binary.LittleEndian.PutUint32(pixels[to:], color)
			to += 4
		}
	}
}

// inked reports whether a pixel of a class has ink.
func inked(numbers bool, class int, sure float64, x, y int) bool {
	if !numbers {
		return hatches[class%MaxClasses][y&7]>>(7-x&7)&1 == 1
	}
	dense := 0.5 - sure/2
	if class == 1 {
		dense = 0.5 + sure/2
	}
	return dense > (float64(bayer(x&7, y&7))+0.5)/64
}

// hatches are the patterns of the classes, eight rows of eight pixels: nothing, a
// diagonal, the other, dots, rows, columns, a grid, bricks, thick diagonals, dense
// dots.
var hatches = [MaxClasses][8]uint8{
	{},
	{0x88, 0x44, 0x22, 0x11, 0x88, 0x44, 0x22, 0x11},
	{0x11, 0x22, 0x44, 0x88, 0x11, 0x22, 0x44, 0x88},
	{0x88, 0x00, 0x22, 0x00, 0x88, 0x00, 0x22, 0x00},
	{0xff, 0x00, 0x00, 0x00, 0xff, 0x00, 0x00, 0x00},
	{0x88, 0x88, 0x88, 0x88, 0x88, 0x88, 0x88, 0x88},
	{0xff, 0x88, 0x88, 0x88, 0xff, 0x88, 0x88, 0x88},
	{0xff, 0x80, 0x80, 0x80, 0xff, 0x08, 0x08, 0x08},
	{0xc3, 0xe1, 0xf0, 0x78, 0x3c, 0x1e, 0x0f, 0x87},
	{0xaa, 0x55, 0xaa, 0x55, 0xaa, 0x55, 0xaa, 0x55},
}

// bayer returns the rank of a pixel in ordered dithering of 8×8 pixels: the bits of x
// xor y and of y, from the last to the first.
//
// Source: B. E. Bayer, "An optimum method for two-level rendition of continuous-tone
// pictures", 1973.
func bayer(x, y int) int {
	rank := 0
	for bit := range 3 {
		rank = rank<<2 | (x^y)>>bit&1<<1 | y>>bit&1
	}
	return rank
}
