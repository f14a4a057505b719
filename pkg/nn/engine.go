package nn

// An engine does the arithmetic that takes the time: in Go, or by the SIMD
// kernel where a browser has one. They give the same numbers within the
// rounding of float32.
type engine interface {
	// String is the engine's name for a reader.
	String() string
	// work is the number of multiplications between two looks at the clock: they
	// take a fraction of a millisecond.
	work() int
	// step is what a step takes beside its multiplications, counted in them.
	step() int
	// scratch returns the memory that the products of a Dense need beside its
	// own arrays.
	scratch(rows, in, outs int) []float32
	// activation returns the activation as the engine computes it.
	activation(a Activation) Activation
	// multiply sets z = x·kernel + bias, with x [rows, in], kernel [in, outs]
	// and bias [outs] or nil.
	multiply(z, x, kernel, bias []float32, rows, in, outs int, scratch []float32)
	// gradients adds xᵀ·dz to kernel and dz's column sums to bias, which are
	// zero before.
	gradients(kernel, bias, x, dz []float32, rows, in, outs int, scratch []float32)
	// multiplyTranspose sets dx = dz·kernelᵀ.
	multiplyTranspose(dx, dz, kernel []float32, rows, in, outs int, scratch []float32)
	// line makes an epoch for each of losses: see fitLine.
	line(r *lineRun) int
	// lineMetric measures lines: see measureLines.
	lineMetric(x, y, weights []float32, biased bool, metric lineMetric, to []float64)
	// lines makes epochs of many line fits side by side.
	lines(x, y []float32, f *lineFits, epochs int)
	// plan returns a way to make many steps at once, nil when there is none.
	plan(t *Training) plan
}

// A plan makes many steps of a training at once.
type plan interface {
	// advance makes up to so many steps, as Training.step does, before the
	// epoch end.
	advance(t *Training, end, steps int)
	// look finds the data that the training has now.
	look(t *Training)
}

// active is chosen when the program starts.
var active engine = pureGo{}

// PureGo is the name of the engine that needs nothing but Go.
const PureGo = "pure Go"

// Engine names what computes: "SIMD kernel" in a browser where the kernel is
// bound, otherwise [PureGo].
func Engine() string { return active.String() }

// pureGo is the engine of multiply.go, line_fit.go and the activations.
type pureGo struct{}

var _ engine = pureGo{}

func (pureGo) String() string                     { return PureGo }
func (pureGo) work() int                          { return 1 << 14 }
func (pureGo) step() int                          { return 16 }
func (pureGo) scratch(int, int, int) []float32    { return nil }
func (pureGo) activation(a Activation) Activation { return a }
func (pureGo) plan(*Training) plan                { return nil }

func (pureGo) multiply(z, x, kernel, bias []float32, rows, in, outs int, _ []float32) {
	multiply(z, x, kernel, bias, rows, in, outs)
}

func (pureGo) gradients(kernel, bias, x, dz []float32, rows, in, outs int, _ []float32) {
	addTransposeMultiply(kernel, x, dz, rows, in, outs)
	if bias != nil {
		addColumnSums(bias, dz, rows, outs)
	}
}

func (pureGo) multiplyTranspose(dx, dz, kernel []float32, rows, in, outs int, _ []float32) {
	multiplyTranspose(dx, dz, kernel, rows, outs, in)
}

func (pureGo) line(r *lineRun) int { return fitLine(r) }

func (pureGo) lineMetric(x, y, weights []float32, biased bool, metric lineMetric, to []float64) {
	measureLines(x, y, weights, biased, metric, to)
}

func (pureGo) lines(x, y []float32, f *lineFits, epochs int) { f.fit(x, y, epochs) }
