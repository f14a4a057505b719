// Command wasm is the program of the page, compiled for GOOS=js GOARCH=wasm.
package main

import (
	"runtime/debug"
	"strings"

	"firstneuron/pkg/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func main() {
	// The page holds a few megabytes and makes as much anew in a second of
	// dragging: collected a fifth as often, a drag keeps its frames.
	debug.SetGCPercent(500)
	// The very path of the document: the site may lie under any folder of any
	// host, and be asked for as / or as /index.html. Not a regular expression
	// for every path, for the program has none (see third_party/std).
	path := "/" + strings.TrimPrefix(app.Window().URL().Path, "/")
	app.Route(path, func() app.Composer { return ui.NewPlayground() })
	app.RunWhenOnBrowser()
}
