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

var _ = optimizers.add(func() Optimizer { return NewAdadelta(0.001) }, "adadelta")

// NewAdadelta returns the optimizer with Keras's defaults but for the rate,
// which is 0.001 in Keras.
func NewAdadelta(learningRate float64) *Adadelta {
	return &Adadelta{Settings: Settings{LearningRate: learningRate}, Rho: 0.95, Epsilon: 1e-7}
}

// Name is "adadelta".
func (*Adadelta) Name() string { return "adadelta" }

// Fields returns the options.
func (o *Adadelta) Fields() []Field {
	return o.fields(Field{Name: "rho", Number: &o.Rho}, Field{Name: "epsilon", Number: &o.Epsilon})
}

func (o *Adadelta) check() error {
	return firstError(between("Adadelta", "rho", o.Rho, 0, 1), atLeast("Adadelta", "epsilon", o.Epsilon, 0))
}

func (*Adadelta) slots() []float32 { return []float32{0, 0} }

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
