// Package font stands in for golang.org/x/image/font: see ../README.md.
package font

import "golang.org/x/image/math/fixed"

// Face is a font at a size, of which nothing is asked.
type Face interface{ Close() error }

// Metrics are the heights of a line.
type Metrics struct {
	Height, Ascent, Descent fixed.Int26_6
}

// Hinting is how outlines are fitted to pixels.
type Hinting int

// HintingNone leaves them as they are.
const HintingNone Hinting = 0

// Style is whether letters are slanted.
type Style int

// The styles.
const (
	StyleNormal Style = iota
	StyleItalic
	StyleOblique
)

// Weight is how heavy letters are.
type Weight int

// The weights, of which the normal one is 0.
const (
	WeightThin Weight = iota - 3
	WeightExtraLight
	WeightLight
	WeightNormal
	WeightMedium
	WeightSemiBold
	WeightBold
	WeightExtraBold
	WeightBlack
)
