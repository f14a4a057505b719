package nn

// Adadelta is Adagrad with running means, which also set the size of its step:
//
//	a ← Rho·a + (1 − Rho)·g²
//	Δ = −√(d + Epsilon) / √(a + Epsilon)·g
//	d ← Rho·d + (1 − Rho)·Δ²
//	w ← w + LearningRate·Δ
//
// Source: https://keras.io/api/optimizers/adadelta/; Zeiler, "ADADELTA: an
// adaptive learning rate method", 2012.
type Adadelta struct {
	Settings
	Rho     float64 // 0.95 in Keras
	Epsilon float64 // 1e-7 in Keras
}

var _ = optimizers.add(Entry{Name: "adadelta", Class: "Adadelta", FirstCourse: true}, func() any { return NewAdadelta(0.001) })

// NewAdadelta returns the optimizer with Keras's defaults but for the rate,
// which is 0.001 in Keras.
func NewAdadelta(learningRate float64) *Adadelta {
	return &Adadelta{Settings: Settings{LearningRate: learningRate}, Rho: 0.95, Epsilon: 1e-7}
}

// Name is "adadelta".
func (*Adadelta) Name() string { return "adadelta" }

// Hyperparameters returns the options.
func (o *Adadelta) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(number("rho", "Rho", &o.Rho, 0, 1), number("epsilon", "Epsilon", &o.Epsilon, 0, unlimited))
}

func (*Adadelta) slotInitials() []float32 { return []float32{0, 0} }

func (o *Adadelta) update(s *step) {
	rho, epsilon := float32(o.Rho), float32(o.Epsilon)
	a, d := s.state[0], s.state[1]
	for i, g := range s.g {
		a[i] = rho*a[i] + (1-rho)*g*g
		delta := -sqrt(d[i]+epsilon) / sqrt(a[i]+epsilon) * g
		d[i] = rho*d[i] + (1-rho)*delta*delta
		s.w[i] += s.rate * delta
	}
}
