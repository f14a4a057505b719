// Package sfnt stands in for golang.org/x/image/font/sfnt in the programs of the page: it
// reads the widths of a font's characters, and none of its outlines. See ../../README.md.
package sfnt

import (
	"errors"
	"fmt"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// ErrNotFound says that the font has nothing of the kind.
var ErrNotFound = errors.New("sfnt: not found")

// errFont reports a font that this package does not read.
var errFont = errors.New("sfnt: want a TrueType font with the tables head, hhea, hmtx, and cmap of the format 4 (third_party/image)")

// Buffer is for the real package, which reads into it.
type Buffer struct{}

// GlyphIndex is the number of a glyph; 0 is that of a character that the font lacks.
type GlyphIndex uint16

// Units are the font's own unit of length.
type Units int32

// Font is what is known of a font.
type Font struct {
	perEm                    Units
	ascent, descent, lineGap fixed.Int26_6
	advances                 []fixed.Int26_6
	glyphs                   map[rune]GlyphIndex
}

// table is a part of a font's file; after the first read behind its end it is at fault.
type table struct {
	data  []byte
	fault bool
}

func (t *table) u16(at int) int {
	if at < 0 || at+2 > len(t.data) {
		t.fault = true
		return 0
	}
	return int(t.data[at])<<8 | int(t.data[at+1])
}

func (t *table) i16(at int) int { return int(int16(t.u16(at))) }

func (t *table) u32(at int) int { return t.u16(at)<<16 | t.u16(at+2) }

// Parse reads a font.
func Parse(src []byte) (*Font, error) {
	const header, entry = 12, 16
	file := table{data: src}
	tables := map[string]*table{}
	for i := range file.u16(4) {
		at := header + i*entry
		start, size := file.u32(at+8), file.u32(at+12)
		if file.fault || start+size > len(src) {
			return nil, fmt.Errorf("%w: it is cut short", errFont)
		}
		tables[string(src[at:at+4])] = &table{data: src[start : start+size]}
	}
	for _, name := range []string{"head", "hhea", "hmtx", "cmap"} {
		if tables[name] == nil {
			return nil, fmt.Errorf("%w: it has no %s", errFont, name)
		}
	}
	head, hhea := tables["head"], tables["hhea"]
	f := &Font{
		perEm:  Units(head.u16(18)),
		ascent: fixed.Int26_6(hhea.i16(4)), descent: fixed.Int26_6(hhea.i16(6)), lineGap: fixed.Int26_6(hhea.i16(8)),
		glyphs: map[rune]GlyphIndex{},
	}
	for i := range hhea.u16(34) {
		f.advances = append(f.advances, fixed.Int26_6(tables["hmtx"].u16(4*i)))
	}
	f.characters(tables["cmap"])
	for name, t := range tables {
		if t.fault {
			return nil, fmt.Errorf("%w: %s is cut short", errFont, name)
		}
	}
	if f.perEm == 0 || len(f.advances) == 0 || len(f.glyphs) == 0 {
		return nil, errFont
	}
	return f, nil
}

// characters reads which glyph each character has, of the first subtable of the format 4:
// parallel lists of where segments of characters end, where they begin, how far their
// glyphs' numbers are from theirs, and where there is a list of the numbers instead.
func (f *Font) characters(cmap *table) {
	for i := range cmap.u16(2) {
		at := cmap.u32(4 + 8*i + 4)
		if cmap.u16(at) != 4 {
			continue
		}
		twice := cmap.u16(at + 6)
		ends := at + 14
		starts, deltas, offsets := ends+2+twice, ends+2+2*twice, ends+2+3*twice
		next := 0 // segments follow each other
		for s := 0; s < twice && !cmap.fault; s += 2 {
			for c := max(cmap.u16(starts+s), next); c <= cmap.u16(ends+s) && c < 0xffff && !cmap.fault; c++ {
				next = c + 1
				glyph := c
				if offset := cmap.u16(offsets + s); offset != 0 {
					if glyph = cmap.u16(offsets + s + offset + 2*(c-cmap.u16(starts+s))); glyph == 0 {
						continue
					}
				}
				f.glyphs[rune(c)] = GlyphIndex(glyph + cmap.u16(deltas+s))
			}
		}
		return
	}
}

// UnitsPerEm returns how many units an em has.
func (f *Font) UnitsPerEm() Units { return f.perEm }

// GlyphIndex returns the glyph of a character.
func (f *Font) GlyphIndex(_ *Buffer, r rune) (GlyphIndex, error) { return f.glyphs[r], nil }

// GlyphAdvance returns how wide a glyph is. Those behind the last width have that one.
func (f *Font) GlyphAdvance(_ *Buffer, x GlyphIndex, ppem fixed.Int26_6, _ font.Hinting) (fixed.Int26_6, error) {
	return f.scaled(f.advances[min(int(x), len(f.advances)-1)], ppem), nil
}

// Kern finds nothing: the font has no pairs that are closer.
func (f *Font) Kern(*Buffer, GlyphIndex, GlyphIndex, fixed.Int26_6, font.Hinting) (fixed.Int26_6, error) {
	return 0, ErrNotFound
}

// Metrics returns the heights of a line.
func (f *Font) Metrics(_ *Buffer, ppem fixed.Int26_6, _ font.Hinting) (font.Metrics, error) {
	return font.Metrics{
		Height:  f.scaled(f.ascent-f.descent+f.lineGap, ppem),
		Ascent:  f.scaled(f.ascent, ppem),
		Descent: -f.scaled(f.descent, ppem),
	}, nil
}

// scaled returns a length of the font at a size, rounded to the nearest.
func (f *Font) scaled(length, ppem fixed.Int26_6) fixed.Int26_6 {
	em := fixed.Int26_6(f.perEm)
	if length *= ppem; length < 0 {
		return (length - em/2) / em
	}
	return (length + em/2) / em
}
