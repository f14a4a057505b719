// Command wasm is the program of the page, compiled for GOOS=js GOARCH=wasm.
package main

import (
	"firstneuron/pkg/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func main() {
	// Every path: the site may lie under any folder of any host, and its
	// document may be asked for as / or as /index.html.
	app.RouteWithRegexp("^/.*$", func() app.Composer { return ui.NewPlayground() })
	app.RunWhenOnBrowser()
}
