// Package liberationsansbolditalic stands in for the font of that name.
package liberationsansbolditalic

import "codeberg.org/go-fonts/liberation/subset"

// TTF is the font.
var TTF = subset.TTF
