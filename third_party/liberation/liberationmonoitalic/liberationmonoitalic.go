// Package liberationmonoitalic stands in for the font of that name.
package liberationmonoitalic

import "codeberg.org/go-fonts/liberation/subset"

// TTF is the font.
var TTF = subset.TTF
