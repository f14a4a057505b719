package nn

// Adamax is [Adam] with the largest gradient so far in place of the mean
// square:
//
//	m ← m + (1 − Beta1)·(g − m)
//	u ← max(Beta2·u, |g|)
//	w ← w − LearningRate·m / ((1 − Beta1ᵗ)·(u + Epsilon))
//
// Source: https://keras.io/api/optimizers/adamax/
type Adamax struct {
	Settings
	Beta1   float64 // 0.9 in Keras
	Beta2   float64 // 0.999 in Keras
	Epsilon float64 // 1e-7 in Keras
}

var _ = optimizers.add(Entry{Name: "adamax", Class: "Adamax", FirstCourse: true}, func() any { return NewAdamax(0.001) })

// NewAdamax returns the optimizer with Keras's defaults but for the rate, which
// is 0.001 in Keras.
func NewAdamax(learningRate float64) *Adamax {
	return &Adamax{Settings: Settings{LearningRate: learningRate}, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-7}
}

// Name is "adamax".
func (*Adamax) Name() string { return "adamax" }

// Hyperparameters returns the options.
func (o *Adamax) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(betas(&o.Beta1, &o.Beta2, &o.Epsilon)...)
}

func (*Adamax) slotInitials() []float32 { return []float32{0, 0} }

func (o *Adamax) update(s *step) {
	rate := s.rate / (1 - power(o.Beta1, s.t))
	oneMinusBeta1, beta2, epsilon := float32(1-o.Beta1), float32(o.Beta2), float32(o.Epsilon)
	m, u := s.state[0], s.state[1]
	for i, g := range s.g {
		m[i] += (g - m[i]) * oneMinusBeta1
		u[i] = max(beta2*u[i], abs(g))
		s.w[i] -= rate * m[i] / (u[i] + epsilon)
	}
}
