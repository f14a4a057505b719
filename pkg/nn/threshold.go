package nn

// Threshold is f(z) = z above Threshold and Value elsewhere. Its derivative is
// 1 above Threshold and 0 elsewhere. Keras has no defaults for the two, and its
// layers find no "threshold" by name for lack of them; here both are 0 at first,
// which is [ReLU].
//
// Source: https://keras.io/api/layers/activations/#threshold-function
type Threshold struct {
	Threshold float64
	Value     float64
}

var _ = activations.add(Entry{Name: "threshold", Go: "Threshold"}, func() any { return NewThreshold(0, 0) })

// NewThreshold returns the activation.
func NewThreshold(threshold, value float64) *Threshold { return &Threshold{threshold, value} }

// Name is "threshold".
func (*Threshold) Name() string { return "threshold" }

// Hyperparameters returns threshold and default_value.
func (a *Threshold) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("threshold", "Threshold", &a.Threshold, -unlimited, unlimited),
		number("default_value", "Value", &a.Value, -unlimited, unlimited),
	}
}

func (a *Threshold) forward(z, y []float32, _ int) {
	threshold, value := float32(a.Threshold), float32(a.Value)
	for i, v := range z {
		y[i] = v
		if v <= threshold {
			y[i] = value
		}
	}
}

func (a *Threshold) backward(z, _, dy, dz []float32, _ int) {
	threshold := float32(a.Threshold)
	for i, v := range z {
		dz[i] = dy[i]
		if v <= threshold {
			dz[i] = 0
		}
	}
}
