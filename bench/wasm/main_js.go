// Command wasm offers the workloads to a page, as the object that its first
// argument names: workloads is their list, data(i) a workload's numbers for its
// twins, train(i) trains it as often as its repeat says and returns its last
// loss, and engine names what computes.
package main

import (
	"encoding/json"
	"os"
	"syscall/js"
	"unsafe"

	"firstneuron/bench/workload"
	"firstneuron/pkg/nn"
)

// prepared is a workload with its data and its model.
type prepared struct {
	workload.Workload
	model *nn.Sequential
	x, y  nn.Matrix
	start []float32
}

func main() {
	var all []*prepared
	for _, w := range workload.All {
		m, err := w.Model()
		if err != nil {
			panic(err)
		}
		x, y := w.Data()
		all = append(all, &prepared{w, m, x, y, m.AppendParams(nil)})
	}
	list, err := json.Marshal(workload.All)
	if err != nil {
		panic(err)
	}
	js.Global().Set(os.Args[1], map[string]any{
		"engine":    nn.Engine(),
		"workloads": js.Global().Get("JSON").Call("parse", string(list)),
		"data": js.FuncOf(func(_ js.Value, args []js.Value) any {
			p := all[args[0].Int()]
			return map[string]any{"x": floats(p.x.Data), "y": floats(p.y.Data), "start": floats(p.start)}
		}),
		"train": js.FuncOf(func(_ js.Value, args []js.Value) any {
			p := all[args[0].Int()]
			var loss float64
			for range p.Repeat {
				var err error
				if loss, err = p.Train(p.model, p.x, p.y, p.start); err != nil {
					panic(err)
				}
			}
			return loss
		}),
	})
	select {}
}

// floats copies values into a Float32Array.
func floats(values []float32) js.Value {
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(values))), 4*len(values))
	array := js.Global().Get("Uint8Array").New(len(bytes))
	js.CopyBytesToJS(array, bytes)
	return js.Global().Get("Float32Array").New(array.Get("buffer"))
}
