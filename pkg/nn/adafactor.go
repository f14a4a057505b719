package nn

import "math"

// Adafactor divides the gradient by the root of a running mean v of its square,
// of which it keeps, for a kernel [inputs, units], the means of its rows and its
// columns alone. At step t, with ρ = min(LearningRate, 1/√t) and
// β = 1 − t^Beta2Decay:
//
//	r ← β·r + (1 − β)·mean over units of (g² + Epsilon1)
//	c ← β·c + (1 − β)·mean over inputs of (g² + Epsilon1)
//	v = r·c / mean of r                           for a kernel
//	v ← β·v + (1 − β)·(g² + Epsilon1)             for a bias
//	u = g/√v
//	w ← w − max(Epsilon2, rms(w))·ρ·u / max(1, rms(u)/ClipThreshold)
//
// where rms is the root of the mean square. ρ is the minimum whether
// RelativeStep is set or not, as in Keras.
//
// Source: https://keras.io/api/optimizers/adafactor/; Shazeer and Stern,
// "Adafactor: adaptive learning rates with sublinear memory cost", 2018.
type Adafactor struct {
	Settings
	Beta2Decay    float64 // −0.8 in Keras
	Epsilon1      float64 // 1e-30 in Keras
	Epsilon2      float64 // 1e-3 in Keras
	ClipThreshold float64 // 1 in Keras
	RelativeStep  bool    // true in Keras
}

var _ = optimizers.add(Entry{Name: "adafactor", Class: "Adafactor", FirstCourse: true}, func() any { return NewAdafactor(0.001) })

// NewAdafactor returns the optimizer with Keras's defaults but for the rate,
// which is 0.001 in Keras.
func NewAdafactor(learningRate float64) *Adafactor {
	return &Adafactor{
		Settings: Settings{LearningRate: learningRate}, Beta2Decay: -0.8, Epsilon1: 1e-30, Epsilon2: 1e-3,
		ClipThreshold: 1, RelativeStep: true,
	}
}

// Name is "adafactor".
func (*Adafactor) Name() string { return "adafactor" }

// Hyperparameters returns the options.
func (o *Adafactor) Hyperparameters() []Hyperparameter {
	return o.hyperparameters(
		number("beta_2_decay", "Beta2Decay", &o.Beta2Decay, -10, 0),
		number("epsilon_1", "Epsilon1", &o.Epsilon1, 0, unlimited),
		number("epsilon_2", "Epsilon2", &o.Epsilon2, 0, unlimited),
		number("clip_threshold", "ClipThreshold", &o.ClipThreshold, 0, unlimited),
		toggle("relative_step", "RelativeStep", &o.RelativeStep),
	)
}

// slotInitials: v, and r and c, which fill the beginnings of their arrays.
func (*Adafactor) slotInitials() []float32 { return []float32{0, 0, 0} }

func (o *Adafactor) update(s *step) {
	rho := min(s.rate, float32(1/math.Sqrt(s.t)))
	beta := 1 - float32(math.Pow(s.t, o.Beta2Decay))
	for k, v := range s.vars {
		part := s.part(k)
		if len(v.shape) == 2 {
			o.factor(part, v.shape[0], v.shape[1], beta)
		} else {
			for i, g := range part.g {
				part.state[0][i] = beta*part.state[0][i] + (1-beta)*(g*g+float32(o.Epsilon1))
			}
		}
		o.move(part, rho)
	}
}

// stateCount: Keras keeps v, and r and c of kernels; of biases they are a number each
// that it does not use.
func (*Adafactor) stateCount(vars []*variable) int {
	count := sizeOf(vars)
	for _, v := range vars {
		if len(v.shape) == 2 {
			count += v.shape[0] + v.shape[1]
		} else {
			count += 2
		}
	}
	return count
}

// factor sets v of a kernel from its rows and columns.
func (o *Adafactor) factor(s *step, rows, cols int, beta float32) {
	v, r, c := s.state[0], s.state[1][:rows], s.state[2][:cols]
	for i := range r {
		var sum float32
		for _, g := range s.g[i*cols : (i+1)*cols] {
			sum += g*g + float32(o.Epsilon1)
		}
		r[i] = beta*r[i] + (1-beta)*sum/float32(cols)
	}
	for j := range c {
		var sum float32
		for i := range rows {
			g := s.g[i*cols+j]
			sum += g*g + float32(o.Epsilon1)
		}
		c[j] = beta*c[j] + (1-beta)*sum/float32(rows)
	}
	mean := sumOf(r) / float32(rows)
	for i := range r {
		for j := range c {
			v[i*cols+j] = r[i] / mean * c[j]
		}
	}
}

// move makes the step of a variable.
func (o *Adafactor) move(s *step, rho float32) {
	alpha := max(float32(o.Epsilon2), rms(s.w)) * rho
	v := s.state[0]
	var squares float64
	for i, g := range s.g {
		u := float64(g / sqrt(v[i]))
		squares += u * u
	}
	long := max(1, float32(math.Sqrt(squares/float64(len(v))))/float32(o.ClipThreshold))
	for i, g := range s.g {
		s.w[i] -= alpha * (g / sqrt(v[i]) / long)
	}
}

// rms is the root of the mean square.
func rms(values []float32) float32 {
	return float32(math.Sqrt(float64(dot(values, values)) / float64(len(values))))
}
