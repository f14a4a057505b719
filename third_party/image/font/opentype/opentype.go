// Package opentype stands in for golang.org/x/image/font/opentype in the programs of the
// page: see ../../README.md.
package opentype

import (
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
)

// Font is a font of which the widths are known.
type Font = sfnt.Font

// Parse reads a font.
func Parse(src []byte) (*Font, error) { return sfnt.Parse(src) }

// FaceOptions are how a face is drawn.
type FaceOptions struct {
	Size, DPI float64
	Hinting   font.Hinting
}

// NewFace panics: the browser draws.
func NewFace(*Font, *FaceOptions) (font.Face, error) {
	panic("golang.org/x/image/font/opentype is not part of the page's program (third_party/image)")
}
