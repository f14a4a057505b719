package nn

// Adagrad divides the gradient by the root of the sum of all its squares:
//
//	a ← a + g²
//	w ← w − LearningRate·g / √(a + Epsilon)
//
// Source: https://keras.io/api/optimizers/adagrad/; Duchi, Hazan and Singer,
// "Adaptive subgradient methods", 2011.
type Adagrad struct {
	Settings
	InitialAccumulator float64 // 0.1 in Keras
	Epsilon            float64 // 1e-7 in Keras
}

var _ = optimizers.add(Entry{Name: "adagrad", Class: "Adagrad", FirstCourse: true}, func() any { return NewAdagrad(0.001) })

// NewAdagrad returns the optimizer with Keras's defaults but for the rate,
// which is 0.001 in Keras.
func NewAdagrad(learningRate float64) *Adagrad {
	return &Adagrad{Settings: Settings{LearningRate: learningRate}, InitialAccumulator: 0.1, Epsilon: 1e-7}
}

// Name is "adagrad".
func (*Adagrad) Name() string { return "adagrad" }

// Hyperparameters returns the options.
func (o *Adagrad) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(
		number("initial_accumulator_value", "InitialAccumulator", &o.InitialAccumulator, 0, unlimited),
		number("epsilon", "Epsilon", &o.Epsilon, 0, unlimited),
	)
}

func (o *Adagrad) slotInitials() []float32 { return []float32{float32(o.InitialAccumulator)} }

func (o *Adagrad) update(s *step) {
	a, epsilon := s.state[0], float32(o.Epsilon)
	for i, g := range s.g {
		a[i] += g * g
		s.w[i] -= s.rate * g / sqrt(a[i]+epsilon)
	}
}
