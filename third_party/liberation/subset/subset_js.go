// Package subset holds the one font of this module.
package subset

import _ "embed"

// TTF is that font without its outlines, which the browser draws: third_party/image reads it.
//
//go:embed metrics.ttf
var TTF []byte
