// Package liberationserifregular stands in for the font of that name.
package liberationserifregular

import "codeberg.org/go-fonts/liberation/subset"

// TTF is the font.
var TTF = subset.TTF
