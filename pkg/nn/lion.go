package nn

// Lion steps by the sign of a mean of gradients alone:
//
//	w ← w − LearningRate·sign(Beta1·m + (1 − Beta1)·g)
//	m ← Beta2·m + (1 − Beta2)·g
//
// Source: https://keras.io/api/optimizers/lion/; Chen and others, "Symbolic
// discovery of optimization algorithms", 2023.
type Lion struct {
	Settings
	Beta1 float64 // 0.9 in Keras
	Beta2 float64 // 0.99 in Keras
}

var _ = optimizers.add(Entry{Name: "lion", Class: "Lion", FirstCourse: true}, func() any { return NewLion(0.001) })

// NewLion returns the optimizer with Keras's defaults but for the rate, which
// is 0.001 in Keras.
func NewLion(learningRate float64) *Lion {
	return &Lion{Settings: Settings{LearningRate: learningRate}, Beta1: 0.9, Beta2: 0.99}
}

// Name is "lion".
func (*Lion) Name() string { return "lion" }

// Hyperparameters returns the options.
func (o *Lion) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(number("beta_1", "Beta1", &o.Beta1, 0, 1), number("beta_2", "Beta2", &o.Beta2, 0, 1))
}

func (*Lion) slotInitials() []float32 { return []float32{0} }

func (o *Lion) update(s *step) {
	beta1, beta2, m := float32(o.Beta1), float32(o.Beta2), s.state[0]
	for i, g := range s.g {
		s.w[i] -= s.rate * sign(m[i]*beta1+g*(1-beta1))
		m[i] = m[i]*beta2 + g*(1-beta2)
	}
}
