// Command wasm is the program of the page, compiled for GOOS=js GOARCH=wasm.
package main

import (
	"runtime/debug"

	"firstneuron/pkg/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func main() {
	// The page holds a few megabytes and makes as much anew in a second of
	// dragging: collected a fifth as often, a drag keeps its frames.
	debug.SetGCPercent(500)
	// Every path: the site may lie under any folder of any host, and its
	// document may be asked for as / or as /index.html.
	app.RouteWithRegexp("^/.*$", func() app.Composer { return ui.NewPlayground() })
	app.RunWhenOnBrowser()
}
