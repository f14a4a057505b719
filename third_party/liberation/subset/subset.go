//go:build !js

// Package subset holds the one font of this module.
package subset

import _ "embed"

// TTF is a subset of the font Go Regular under another name: the widths of the
// characters that a chart's axes use.
//
//go:embed widths.ttf
var TTF []byte
