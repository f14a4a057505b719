// Package liberationserifbold stands in for the font of that name.
package liberationserifbold

import "codeberg.org/go-fonts/liberation/subset"

// TTF is the font.
var TTF = subset.TTF
