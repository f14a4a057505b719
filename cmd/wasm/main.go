// Command wasm is the program of the page, compiled for GOOS=js GOARCH=wasm.
package main

import (
	"runtime/debug"

	"firstneuron/pkg/ui"
)

func main() {
	// The page holds a few megabytes and makes as much anew in a second of
	// dragging: collected a fifth as often, a drag keeps its frames.
	debug.SetGCPercent(500)
	ui.Run()
}
