package nn

import "math"

// Nadam is [Adam] with Nesterov's look ahead: with uₜ = Beta1·(1 − ½·0.96ᵗ) and
// U the product of all u so far,
//
//	m̂ = uₜ₊₁·m / (1 − U·uₜ₊₁) + (1 − uₜ)·g / (1 − U)
//	w ← w − LearningRate·m̂ / (√(v / (1 − Beta2ᵗ)) + Epsilon)
//
// Source: https://keras.io/api/optimizers/Nadam/; Dozat, "Incorporating Nesterov
// momentum into Adam", 2016.
type Nadam struct {
	Settings
	Beta1   float64 // 0.9 in Keras
	Beta2   float64 // 0.999 in Keras
	Epsilon float64 // 1e-7 in Keras
}

var _ = optimizers.add(Entry{Name: "nadam", Class: "Nadam", FirstCourse: true}, func() any { return NewNadam(0.001) })

// NewNadam returns the optimizer with Keras's defaults but for the rate, which
// is 0.001 in Keras.
func NewNadam(learningRate float64) *Nadam {
	return &Nadam{Settings: Settings{LearningRate: learningRate}, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-7}
}

// Name is "nadam".
func (*Nadam) Name() string { return "nadam" }

// Hyperparameters returns the options.
func (o *Nadam) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(betas(&o.Beta1, &o.Beta2, &o.Epsilon)...)
}

func (*Nadam) slotInitials() []float32 { return []float32{0, 0} }

func (o *Nadam) update(s *step) {
	now := o.Beta1 * (1 - 0.5*math.Pow(0.96, s.t))
	next := o.Beta1 * (1 - 0.5*math.Pow(0.96, s.t+1))
	if s.t == 1 {
		*s.uProduct = 1
	}
	*s.uProduct *= now
	all := *s.uProduct
	meanScale, gradientScale := float32(next/(1-all*next)), float32((1-now)/(1-all))
	squareScale := float32(1 / (1 - math.Pow(o.Beta2, s.t)))
	oneMinusBeta1, oneMinusBeta2, epsilon := float32(1-o.Beta1), float32(1-o.Beta2), float32(o.Epsilon)
	m, v := s.state[0], s.state[1]
	for i, g := range s.g {
		m[i] += (g - m[i]) * oneMinusBeta1
		v[i] += (g*g - v[i]) * oneMinusBeta2
		s.w[i] -= (meanScale*m[i] + gradientScale*g) * s.rate / (sqrt(v[i]*squareScale) + epsilon)
	}
}
