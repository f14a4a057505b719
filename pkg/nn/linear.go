package nn

// Linear is f(z) = z, no activation at all. Its derivative is 1.
//
// Source: https://keras.io/api/layers/activations/#linear-function
var Linear = newActivation(Entry{Name: "linear", Go: "Linear", FirstCourse: true}, linear{})

type linear struct{}

func (linear) Name() string { return "linear" }

func (linear) forward(z, y []float32, _ int) { copy(y, z) }

func (linear) backward(_, _, dy, dz []float32, _ int) { copy(dz, dy) }
