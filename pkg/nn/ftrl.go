package nn

import "math"

// Ftrl follows the regularized leader. With p = LearningRatePower and
// λ = L2 + Beta/(2·LearningRate):
//
//	n' = n + g²
//	z ← z + g + 2·L2Shrinkage·w − (n'^(−p) − n^(−p)) / LearningRate·w
//	w ← (clip(z, ±L1) − z) / (n'^(−p) / LearningRate + 2·λ)
//	n ← n'
//
// Source: https://keras.io/api/optimizers/ftrl/; McMahan and others, "Ad click
// prediction: a view from the trenches", 2013.
type Ftrl struct {
	Settings
	LearningRatePower  float64 // −0.5 in Keras
	InitialAccumulator float64 // 0.1 in Keras
	L1, L2             float64
	L2Shrinkage        float64
	Beta               float64
}

var _ = optimizers.add(Entry{Name: "ftrl", Class: "Ftrl", FirstCourse: true}, func() any { return NewFtrl(0.001) })

// NewFtrl returns the optimizer with Keras's defaults but for the rate, which
// is 0.001 in Keras.
func NewFtrl(learningRate float64) *Ftrl {
	return &Ftrl{Settings: Settings{LearningRate: learningRate}, LearningRatePower: -0.5, InitialAccumulator: 0.1}
}

// Name is "ftrl".
func (*Ftrl) Name() string { return "ftrl" }

// Hyperparameters returns the options.
func (o *Ftrl) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(
		number("learning_rate_power", "LearningRatePower", &o.LearningRatePower, -10, 0),
		number("initial_accumulator_value", "InitialAccumulator", &o.InitialAccumulator, 0, unlimited),
		number("l1_regularization_strength", "L1", &o.L1, 0, unlimited),
		number("l2_regularization_strength", "L2", &o.L2, 0, unlimited),
		number("l2_shrinkage_regularization_strength", "L2Shrinkage", &o.L2Shrinkage, 0, unlimited),
		number("beta", "Beta", &o.Beta, 0, unlimited),
	)
}

func (o *Ftrl) slotInitials() []float32 { return []float32{float32(o.InitialAccumulator), 0} }

func (o *Ftrl) update(s *step) {
	if s.rate == 0 {
		return
	}
	n, z := s.state[0], s.state[1]
	raised := func(v float32) float32 { return float32(math.Pow(float64(v), -o.LearningRatePower)) }
	lambda := float32(o.L2) + float32(o.Beta)/(2*s.rate)
	l1, shrinkage := float32(o.L1), float32(o.L2Shrinkage)
	for i, g := range s.g {
		w := s.w[i]
		next := n[i] + g*g
		z[i] += g + 2*shrinkage*w - (raised(next)-raised(n[i]))/s.rate*w
		s.w[i] = (min(max(z[i], -l1), l1) - z[i]) / (raised(next)/s.rate + 2*lambda)
		n[i] = next
	}
}
