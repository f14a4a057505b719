//go:build simd

package kernel

import "unsafe"

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
// made: with a guard, fewer when a loss is not finite. The weights after each of
// the keeps epochs at keep, counted from 1, of which epoch are done before, go to
// record. l1 and l2 are the penalties on the weight, which pull with the rate.
//
//go:wasmimport kernel line
//go:noescape
func Line(x, y *float32, rows uint32, weights, guard *float32, biased uint32, step float32, epochs uint32, losses *float64, epoch float64, keep Address, keeps uint32, record Address, rate float32, l1, l2 float64) uint32

// LineMetric measures such models, whose weights stand one after the other, and puts
// the metric of each to to.
//
//go:wasmimport kernel line_metric
//go:noescape
func LineMetric(x, y *float32, rows uint32, weights *float32, biased, lines, metric uint32, option float32, to *float64)

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
