// Command reader is the page's second program, compiled for GOOS=js GOARCH=wasm: it reads
// programs for the first one, which web/reader.js loads it for.
package main

import (
	"runtime/debug"
	"syscall/js"

	"firstneuron/pkg/experiment/reader"
	"firstneuron/pkg/experiment/reader/desk"
)

func main() {
	// What a reading makes is gone after it: collected a fifth as often, it is over sooner.
	debug.SetGCPercent(500)
	var d desk.Desk
	answer := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) != 1 || args[0].Get("byteLength").Int() > reader.MaxMessage {
			return nil
		}
		question := make([]byte, args[0].Get("byteLength").Int())
		js.CopyBytesToGo(question, args[0])
		message := d.Answer(question)
		array := js.Global().Get("Uint8Array").New(len(message))
		js.CopyBytesToJS(array, message)
		return array
	})
	js.Global().Call("firstneuronReads", answer)
	select {} // what it answers comes as calls
}
