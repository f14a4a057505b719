// Package ttf stands in for the fonts of LaTeX.
package ttf

import (
	"codeberg.org/go-latex/latex/drawtex"

	"golang.org/x/image/font/sfnt"
)

// Fonts are the fonts of a formula.
type Fonts struct{ Default, Rm, It, Bf, BfIt *sfnt.Font }

// Backend draws with fonts.
type Backend struct{}

// NewFrom returns a backend.
func NewFrom(*drawtex.Canvas, *Fonts) *Backend { return &Backend{} }
