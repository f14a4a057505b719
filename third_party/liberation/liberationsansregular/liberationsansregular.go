// Package liberationsansregular stands in for the font of that name.
package liberationsansregular

import "codeberg.org/go-fonts/liberation/subset"

// TTF is the font.
var TTF = subset.TTF
