// Command wasm offers the workloads to a page, as the object that its first
// argument names: workloads is their list, data(i) a workload's numbers for its
// twins, train(i) trains it as the page does, as often as its repeat says, and
// returns its last loss, fit(i) does so without a record, starts() trains the lesson from two hundred starts, and engine names
// what computes.
package main

import (
	"context"
	"encoding/json"
	"os"
	"syscall/js"
	"time"
	"unsafe"

	"firstneuron/bench/workload"
	"firstneuron/pkg/nn"
)

func main() {
	var all []*workload.Training
	for _, w := range workload.All {
		t, err := w.Training(w.Data())
		if err != nil {
			panic(err)
		}
		all = append(all, t)
	}
	list, err := json.Marshal(workload.All)
	if err != nil {
		panic(err)
	}
	js.Global().Set(os.Args[1], map[string]any{
		"engine":    nn.Engine(),
		"workloads": js.Global().Get("JSON").Call("parse", string(list)),
		"data": js.FuncOf(func(_ js.Value, args []js.Value) any {
			i := args[0].Int()
			x, y := workload.All[i].Data()
			return map[string]any{"x": floats(x.Data), "y": floats(y.Data), "start": floats(all[i].Start())}
		}),
		"train": js.FuncOf(func(_ js.Value, args []js.Value) any {
			i := args[0].Int()
			for range workload.All[i].Repeat {
				if err := all[i].Train(); err != nil {
					panic(err)
				}
			}
			return all[i].Loss()
		}),
		"fit": js.FuncOf(func(_ js.Value, args []js.Value) any {
			i, loss := args[0].Int(), 0.0
			for range workload.All[i].Repeat {
				var err error
				if loss, err = all[i].Fit(); err != nil {
					panic(err)
				}
			}
			return loss
		}),
		"starts": js.FuncOf(func(js.Value, []js.Value) any { return starts() }),
	})
	select {}
}

// starts trains the lesson from two hundred starts and returns how many came to
// their end.
func starts() int {
	w := workload.All[0]
	m, err := w.Model()
	if err != nil {
		panic(err)
	}
	var from [][]float32
	for seed := range uint64(200) {
		m.Initialize(seed)
		from = append(from, m.AppendParams(nil))
	}
	x, y := w.Data()
	trainer, err := m.NewMultiStart(x, y, nn.FitConfig{Epochs: w.Epochs}, from)
	if err != nil {
		panic(err)
	}
	if _, err := trainer.AdvanceUntil(context.Background(), time.Now().Add(time.Minute)); err != nil {
		panic(err)
	}
	return trainer.Done()
}

// floats copies values into a Float32Array.
func floats(values []float32) js.Value {
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(values))), 4*len(values))
	array := js.Global().Get("Uint8Array").New(len(bytes))
	js.CopyBytesToJS(array, bytes)
	return js.Global().Get("Float32Array").New(array.Get("buffer"))
}
