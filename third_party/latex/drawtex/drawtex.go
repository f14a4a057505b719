// Package drawtex stands in for the drawing operations of LaTeX.
package drawtex

import "golang.org/x/image/font/sfnt"

// Canvas has no operations: nothing is ever laid out.
type Canvas struct{}

// New returns a canvas.
func New() *Canvas { return &Canvas{} }

// Ops returns nothing.
func (*Canvas) Ops() []Op { return nil }

// Op is a drawing operation.
type Op interface{ op() }

// GlyphOp draws a glyph.
type GlyphOp struct {
	X, Y  float64
	Glyph Glyph
}

func (GlyphOp) op() {}

// Glyph is a character in a font.
type Glyph struct {
	Size   float64
	Font   *sfnt.Font
	Symbol string
}

// RectOp draws a rectangle.
type RectOp struct{ X1, Y1, X2, Y2 float64 }

func (RectOp) op() {}
