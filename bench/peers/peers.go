// Package peers compares the training's speed with that of other libraries for
// the browser, of plain JavaScript and of C. `make bench-peers` runs it.
//
// Each peer has a page of its own, which loads measure.js, the workloads of
// package workload, and a script here that trains a workload in the peer's way.
package peers

// Peer is one of those compared.
type Peer struct {
	// Key is its name in its script, Name that for a reader.
	Key, Name string
	// Scripts are what its page loads, after measure.js and twin.js; a module
	// ends in ".mjs".
	Scripts []string
	// Folder is what has to be installed in node_modules for it; "" is nothing.
	Folder string
}

// All are the peers, this library first.
var All = []Peer{
	{"limit", "C, clang -O3 -msimd128: the limit", []string{"plain.js"}, ""},
	{"simd", "First Neuron, SIMD kernel", own, ""},
	{"fit", "– a bare Fit, without a record", own, ""},
	{"pure", "First Neuron, pure Go", own, ""},
	{"plain", "plain JavaScript, typed arrays", []string{"plain.js"}, ""},
	{"tfjs-wasm", "TensorFlow.js 4.22, wasm", tensorflow, "@tensorflow/tfjs"},
	{"tfjs-cpu", "TensorFlow.js 4.22, cpu", tensorflow, "@tensorflow/tfjs"},
	{"jax-js", "jax-js 0.1, wasm", []string{"jaxjs.mjs"}, "@jax-js/jax"},
	{"synaptic", "synaptic 1.1", []string{"synaptic/dist/synaptic.js", "online.js"}, "synaptic"},
	{"brain.js", "brain.js 1.6", []string{"brain.js/browser.min.js", "online.js"}, "brain.js"},
	{"ConvNetJS", "ConvNetJS 0.3", []string{"convnetjs/build/convnet-min.js", "convnet.js"}, "convnetjs"},
	{"playground", "TensorFlow Playground, a port of its engine", []string{"playground.js"}, ""},
}

var (
	own        = []string{"wasm_exec.js", "kernel.js", "own.js"}
	tensorflow = []string{
		"@tensorflow/tfjs/dist/tf.min.js",
		"@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js",
		"tfjs.js",
	}
)
