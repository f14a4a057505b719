// Package kernel is the SIMD kernel of pkg/nn: C, compiled to WebAssembly, that
// works in the memory of a Go program in a browser.
//
// Go's compiler knows no SIMD for WebAssembly. The kernel is a module of its
// own, kernel.wasm, which imports the memory that the Go program exports, so
// that it reads and writes Go's slices where they are. Go imports the kernel's
// functions from the module "kernel". Whoever loads the program supplies them:
// web/kernel.js binds both modules.
//
// The functions are there in programs built for the browser with the tag simd.
// Without the tag, or where the kernel did not load, there is only the Go code.
//
// # Memory
//
// Elementwise functions work on four values at a time and may read and write up
// to three values beyond the last: slices that are passed to them come from
// [Floats], which leaves room for that.
package kernel

// Floats returns n zeros with room for whole vectors of four.
func Floats(n int) []float32 { return make([]float32, n, (n+3)&^3) }

// Room returns the room that a Dense layer's products need beside its own
// arrays, for batches of up to so many rows.
func Room(rows, in, outs int) []float32 {
	return Floats(in*outs + 8*max(rows, in, outs))
}

// The codes of activations, losses and optimizers, as in the folder src.
//
// The activations from Softplus on are those whose derivative is computed from
// their input, see [UsesZ].
const (
	Linear = iota
	ReLU
	LeakyReLU
	ELU
	SELU
	Tanh
	Sigmoid
	Exponential
	Softplus
	Softsign
	SiLU
)

// UsesZ reports whether the kernel computes an activation's derivative from its
// input z. The derivative of every other one is computed from the output y, so
// that z and y may be the same array.
func UsesZ(activation uint32) bool { return activation >= Softplus }

// Losses. The last three are measured on what goes into the last layer's
// sigmoid or softmax.
const (
	MeanSquared = iota
	MeanAbsolute
	Huber
	BinaryLogits
	CategoricalLogits
	SparseLogits
)

// Optimizers. With None, Go makes the update.
const (
	None = iota
	SGD
	Momentum
	Adam
	RMSprop
	Adagrad
)

// Metrics, of models with one output.
const (
	Unmeasured = iota
	SquaredError
	RootSquaredError
	AbsoluteError
	PercentageError
	BinaryAccuracy
	R2
)
