//go:build simd

package kernel

import (
	"structs"
	"unsafe"
)

// Layer is a Dense layer of a [Plan]. Addresses are those of the first values
// of slices that live as long as the plan.
type Layer struct {
	_                            structs.HostLayout
	In, Outs, Activation         uint32
	Kernel, Bias                 Address
	KernelGradient, BiasGradient Address
	Z, Y                         Address
	Delta                        Address
	Room                         Address
}

// Plan is a training as the kernel takes it: the struct of src/plan.h, where
// its fields are explained.
type Plan struct {
	_                    structs.HostLayout
	Sum                  float64
	Beta, Power          [2]float64
	Layers               Address
	Depth, Parameters    uint32
	Weights, Gradients   Address
	X, Y                 Address
	Rows, Batch          uint32
	Features, Labels     uint32
	Order                Address
	GatheredX, GatheredY Address
	Loss, FromZ          uint32
	LossOption           float32
	Optimizer, Flag      uint32
	Rate, Decay          float32
	Options              [3]float32
	State                [3]Address
	Guard, Start         Address
	From, Diverged       uint32
	Sound                uint32
	Losses               Address
}

// Address is a place in the program's memory, 0 for none.
type Address uint32

// Of returns the address of a slice's first value. Go's heap does not move;
// the caller keeps the slice alive.
func Of[T any](values []T) Address {
	return Address(uintptr(unsafe.Pointer(unsafe.SliceData(values))))
}

// Present reports whether the loader bound the kernel.
func Present() bool { return present() != 0 }

//go:wasmimport kernel present
func present() uint32

// Train makes up to so many updates of the plan and returns how many it made.
//
//go:wasmimport kernel train
//go:noescape
func Train(plan *Plan, steps uint32) uint32

// Line makes epochs of one Dense(1) on one feature and returns how many it
// made: with a guard, fewer when a loss is not finite.
//
//go:wasmimport kernel line
//go:noescape
func Line(x, y *float32, rows uint32, weights, guard *float32, biased uint32, step float32, epochs uint32, losses *float64) uint32

// Lines makes epochs of n such runs, n a multiple of 8.
//
//go:wasmimport kernel lines
//go:noescape
func Lines(x, y *float32, rows uint32, w, b, step *float32, n, biased, epochs uint32)

// Outputs sets z [rows, outs] = x·kernel + bias.
//
//go:wasmimport kernel outputs
//go:noescape
func Outputs(z, x, kernel, bias *float32, rows, in, outs uint32, room *float32)

// Gradients sets kernel [in, outs] = xᵀ·dz and bias [outs] to dz's column sums.
//
//go:wasmimport kernel gradients
//go:noescape
func Gradients(kernel, bias, x, dz *float32, rows, in, outs uint32, room *float32)

// Inputs sets dx [rows, in] = dz·kernelᵀ.
//
//go:wasmimport kernel inputs
//go:noescape
func Inputs(dx, dz, kernel *float32, rows, in, outs uint32, room *float32)

// Activate sets y = f(z).
//
//go:wasmimport kernel activate
//go:noescape
func Activate(activation uint32, z, y *float32, n uint32)

// Derive sets dz = dy·f'(z).
//
//go:wasmimport kernel derive
//go:noescape
func Derive(activation uint32, z, y, dy, dz *float32, n uint32)
