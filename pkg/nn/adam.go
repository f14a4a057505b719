package nn

import "math"

// Adam follows a running mean m of the gradients, divided by the root of a
// running mean v of their squares. At step t:
//
//	m ← m + (1 − Beta1)·(g − m)
//	v ← v + (1 − Beta2)·(g² − v)
//	α = LearningRate·√(1 − Beta2ᵗ) / (1 − Beta1ᵗ)
//	w ← w − α·m / (√v + Epsilon)
//
// With AMSGrad, v is replaced in the last line by its maximum so far.
//
// Source: https://keras.io/api/optimizers/adam/; Kingma and Ba, "Adam: a method
// for stochastic optimization", 2015.
type Adam struct {
	Settings
	Beta1   float64 // 0.9 in Keras
	Beta2   float64 // 0.999 in Keras
	Epsilon float64 // 1e-7 in Keras
	AMSGrad bool
}

var _ = optimizers.add(Entry{Name: "adam", Class: "Adam", FirstCourse: true}, func() any { return NewAdam(0.001) })

// NewAdam returns the optimizer with Keras's defaults but for the rate, which
// is 0.001 in Keras.
func NewAdam(learningRate float64) *Adam {
	return &Adam{Settings: Settings{LearningRate: learningRate}, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-7}
}

// Name is "adam".
func (*Adam) Name() string { return "adam" }

// Hyperparameters returns the options.
func (o *Adam) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(append(betas(&o.Beta1, &o.Beta2, &o.Epsilon), toggle("amsgrad", "AMSGrad", &o.AMSGrad))...)
}

// betas are the hyperparameters that Adam's relatives share. A beta that is 1
// in float32 would divide by 0.
func betas(beta1, beta2, epsilon *float64) []Hyperparameter {
	const nearlyOne = 1 - 1.0/(1<<24)
	return []Hyperparameter{
		number("beta_1", "Beta1", beta1, 0, nearlyOne),
		number("beta_2", "Beta2", beta2, 0, nearlyOne),
		number("epsilon", "Epsilon", epsilon, 0, unlimited),
	}
}

// power is betaᵗ in float32, as Keras has it: 1 − 0.999ᵗ is small, and the
// rounding of 0.999 is seen in its fifth digit.
func power(beta, t float64) float32 {
	return float32(math.Pow(float64(float32(beta)), t))
}

func (o *Adam) slotInitials() []float32 {
	if o.AMSGrad {
		return []float32{0, 0, 0}
	}
	return []float32{0, 0}
}

func (o *Adam) update(s *step) {
	alpha := s.rate * sqrt(1-power(o.Beta2, s.t)) / (1 - power(o.Beta1, s.t))
	oneMinusBeta1, oneMinusBeta2, epsilon := float32(1-o.Beta1), float32(1-o.Beta2), float32(o.Epsilon)
	m, v := s.state[0], s.state[1]
	for i, g := range s.g {
		m[i] += (g - m[i]) * oneMinusBeta1
		v[i] += (g*g - v[i]) * oneMinusBeta2
		size := v[i]
		if o.AMSGrad && len(s.state) > 2 {
			s.state[2][i] = max(s.state[2][i], size)
			size = s.state[2][i]
		}
		s.w[i] -= m[i] * alpha / (sqrt(size) + epsilon)
	}
}
