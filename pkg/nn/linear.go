package nn

// Linear is f(z) = z, which is no activation at all.
var Linear = newActivation(Entry{Name: "linear", Go: "Linear", FirstCourse: true}, linear{})

type linear struct{}

func (linear) Name() string { return "linear" }

func (linear) forward(z, y []float32, _ int) { copy(y, z) }

func (linear) backward(_, _, dy, dz []float32, _ int) { copy(dz, dy) }
