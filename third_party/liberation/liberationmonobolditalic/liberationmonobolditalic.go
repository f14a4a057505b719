// Package liberationmonobolditalic stands in for the font of that name.
package liberationmonobolditalic

import "codeberg.org/go-fonts/liberation/subset"

// TTF is the font.
var TTF = subset.TTF
