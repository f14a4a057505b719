//go:build simd

package nn

import (
	"unsafe"

	"firstneuron/pkg/nn/internal/kernel"
)

func init() {
	if kernel.Present() {
		active = simd{}
	}
}

// simd is the engine of the SIMD kernel.
type simd struct{}

var _ engine = simd{}

func (simd) String() string { return "SIMD kernel" }
func (simd) work() int      { return 1 << 23 }

func (simd) scratch(rows, in, outs int) []float32 { return kernel.Room(rows, in, outs) }

func (simd) multiply(z, x, weights, bias []float32, rows, in, outs int, scratch []float32) {
	kernel.Outputs(first(z), first(x), first(weights), first(bias), uint32(rows), uint32(in), uint32(outs), first(scratch))
}

func (simd) gradients(weights, bias, x, dz []float32, rows, in, outs int, scratch []float32) {
	kernel.Gradients(first(weights), first(bias), first(x), first(dz), uint32(rows), uint32(in), uint32(outs), first(scratch))
}

func (simd) multiplyTranspose(dx, dz, weights []float32, rows, in, outs int, scratch []float32) {
	kernel.Inputs(first(dx), first(dz), first(weights), uint32(rows), uint32(in), uint32(outs), first(scratch))
}

func (simd) line(x, y, params, lastFinite []float32, rate float32, losses []float64, record lineRecord) int {
	return int(kernel.Line(first(x), first(y), uint32(len(x)), first(params), first(lastFinite), uint32(len(params)-1),
		rate, uint32(len(losses)), unsafe.SliceData(losses),
		float64(record.epoch), kernel.Of(record.epochs), uint32(len(record.epochs)), kernel.Of(record.weights)))
}

func (simd) lines(x, y []float32, f *lineFits, epochs int) {
	kernel.Lines(first(x), first(y), uint32(len(x)), first(f.w), first(f.b), first(f.rates), uint32(len(f.w)), flag(f.biased), uint32(epochs))
}

// first returns where a slice begins, nil for a nil one.
func first(values []float32) *float32 { return unsafe.SliceData(values) }

func (simd) activation(a Activation) Activation {
	if code, ok := kernelActivations[a]; ok {
		return kernelActivation{a, code}
	}
	return a
}

// kernelActivations are those that the kernel has.
var kernelActivations = map[Activation]uint32{
	Linear: kernel.Linear, ReLU: kernel.ReLU, LeakyReLU: kernel.LeakyReLU, ELU: kernel.ELU, SELU: kernel.SELU,
	Tanh: kernel.Tanh, Sigmoid: kernel.Sigmoid, Exponential: kernel.Exponential, Softplus: kernel.Softplus,
	Softsign: kernel.Softsign, SiLU: kernel.SiLU,
}

// kernelActivation is an activation as the kernel computes it, for slices that
// have room for whole vectors.
type kernelActivation struct {
	Activation
	code uint32
}

func (a kernelActivation) forward(z, y []float32, _ int) {
	kernel.Activate(a.code, first(z), first(y), uint32(len(z)))
}

func (a kernelActivation) backward(z, y, dy, dz []float32, _ int) {
	kernel.Derive(a.code, first(z), first(y), first(dy), first(dz), uint32(len(z)))
}
