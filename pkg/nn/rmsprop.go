package nn

// RMSprop divides the gradient by the root of a running mean of its square:
//
//	v ← Rho·v + (1 − Rho)·g²
//	Δ = LearningRate·g / √(v + Epsilon)
//	w ← w − Δ                              or, with Momentum,
//	b ← Momentum·b + Δ,  w ← w − b
//
// Centered takes the square of the gradient's running mean off v under the
// root. Compile without an optimizer means this one.
//
// Source: https://keras.io/api/optimizers/rmsprop/
type RMSprop struct {
	Settings
	Rho      float64 // 0.9 in Keras
	Momentum float64 // 0 in Keras
	Epsilon  float64 // 1e-7 in Keras
	Centered bool
}

var _ = optimizers.add(Entry{Name: "rmsprop", Class: "RMSprop", FirstCourse: true}, func() any { return NewRMSprop(0.001) })

// NewRMSprop returns the optimizer with Keras's defaults but for the rate,
// which is 0.001 in Keras.
func NewRMSprop(learningRate float64) *RMSprop {
	return &RMSprop{Settings: Settings{LearningRate: learningRate}, Rho: 0.9, Epsilon: 1e-7}
}

// Name is "rmsprop".
func (*RMSprop) Name() string { return "rmsprop" }

// Hyperparameters returns the options.
func (o *RMSprop) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(
		number("rho", "Rho", &o.Rho, 0, 1), number("momentum", "Momentum", &o.Momentum, 0, 1),
		number("epsilon", "Epsilon", &o.Epsilon, 0, unlimited), toggle("centered", "Centered", &o.Centered),
	)
}

func (*RMSprop) slotInitials() []float32 { return []float32{0, 0, 0} }

// stateCount leaves out the arrays that the options do not use.
func (o *RMSprop) stateCount(vars []*variable) int {
	arrays := 1
	if o.Centered {
		arrays++
	}
	if o.Momentum != 0 {
		arrays++
	}
	return arrays * sizeOf(vars)
}

func (o *RMSprop) update(s *step) {
	rho, momentum, epsilon := float32(o.Rho), float32(o.Momentum), float32(o.Epsilon)
	v, mean, b := s.state[0], s.state[1], s.state[2]
	for i, g := range s.g {
		v[i] = rho*v[i] + (1-rho)*g*g
		under := v[i] + epsilon
		if o.Centered {
			mean[i] = rho*mean[i] + (1-rho)*g
			under = v[i] - mean[i]*mean[i] + epsilon
		}
		delta := s.rate * g / sqrt(under)
		if momentum > 0 {
			b[i] = momentum*b[i] + delta
			delta = b[i]
		}
		s.w[i] -= delta
	}
}
