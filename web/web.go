// Package web holds the built site, for the server to carry in its binary.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Dist returns the site that pkg/bundle wrote into dist; it is empty before
// the first `make build`.
func Dist() fs.FS {
	site, err := fs.Sub(dist, "dist")
	if err != nil {
		panic("web: " + err.Error()) // the embedded folder always exists
	}
	return site
}
