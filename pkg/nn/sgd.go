package nn

// SGD is stochastic gradient descent. Without momentum a step is
//
//	w ← w − LearningRate·g
//
// and with it
//
//	v ← Momentum·v − LearningRate·g
//	w ← w + v                              or, with Nesterov,
//	w ← w + Momentum·v − LearningRate·g
//
// Source: https://keras.io/api/optimizers/sgd/
type SGD struct {
	Settings
	// Momentum keeps a part of the step before; 0 in Keras.
	Momentum float64
	// Nesterov looks ahead along the momentum.
	Nesterov bool
}

var _ = optimizers.add(Entry{Name: "sgd", Class: "SGD", FirstCourse: true}, func() any { return NewSGD(0.01) })

// NewSGD returns the optimizer with Keras's defaults but for the rate, which is
// 0.01 in Keras.
func NewSGD(learningRate float64) *SGD { return &SGD{Settings: Settings{LearningRate: learningRate}} }

// Name is "sgd".
func (*SGD) Name() string { return "sgd" }

// Hyperparameters returns the options.
func (o *SGD) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(number("momentum", "Momentum", &o.Momentum, 0, 1), toggle("nesterov", "Nesterov", &o.Nesterov))
}

func (o *SGD) slotInitials() []float32 {
	if o.Momentum == 0 {
		return nil
	}
	return []float32{0}
}

func (o *SGD) update(s *step) {
	if len(s.state) == 0 {
		addScaled(s.w, s.g, -s.rate)
		return
	}
	v, m := s.state[0], float32(o.Momentum)
	for i, g := range s.g {
		v[i] = m*v[i] - s.rate*g
		if o.Nesterov {
			s.w[i] += m*v[i] - s.rate*g
		} else {
			s.w[i] += v[i]
		}
	}
}
