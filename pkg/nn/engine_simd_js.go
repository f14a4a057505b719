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

// step is large, since the multiplications of a small step take next to nothing: a
// step of one neuron over one point takes some 150 ns.
func (simd) step() int { return 600 }

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

func (simd) line(r *lineRun) int {
	return int(kernel.Line(first(r.x), first(r.y), uint32(len(r.x)), first(r.params), first(r.lastFinite), uint32(len(r.params)-1),
		r.step, uint32(len(r.losses)), unsafe.SliceData(r.losses),
		float64(r.epoch), kernel.Of(r.keep), uint32(len(r.keep)), kernel.Of(r.weights), r.rate, r.l1, r.l2))
}

func (simd) lineMetric(x, y, weights []float32, biased bool, metric lineMetric, to []float64) {
	kernel.LineMetric(first(x), first(y), uint32(len(x)), first(weights), flag(biased), uint32(len(to)), metric.code, metric.option, unsafe.SliceData(to))
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
