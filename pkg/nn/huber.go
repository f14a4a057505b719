package nn

// Huber is quadratic near 0 and linear beyond Delta, so that far points count less:
// with e = p − y, the mean over a row's outputs of
//
//	½e²                  dloss/dp = e/units                where |e| ≤ Delta
//	Delta·|e| − ½Delta²  dloss/dp = Delta·sign(e)/units    elsewhere
//
// Source: https://keras.io/api/losses/regression_losses/#huber-class
type Huber struct {
	Delta float64 // 1 in Keras
}

var _ = losses.add(Entry{Name: "huber", Class: "Huber", FirstCourse: true}, func() any { return NewHuber() })

// NewHuber returns the loss with Keras's defaults.
func NewHuber() *Huber { return &Huber{Delta: 1} }

// Name is "huber".
func (*Huber) Name() string { return "huber" }

// Hyperparameters returns delta.
func (l *Huber) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("delta", "Delta", &l.Delta, 0, unlimited)}
}

func (l *Huber) row(y, p []float32) float32 {
	delta, sum := float32(l.Delta), float32(0)
	for j, v := range p {
		if e := abs(v - y[j]); e <= delta {
			sum += 0.5 * e * e
		} else {
			sum += delta*e - 0.5*delta*delta
		}
	}
	return sum / float32(len(p))
}

func (l *Huber) derivative(y, p, dp []float32) {
	delta, scale := float32(l.Delta), 1/float32(len(p))
	for j, v := range p {
		dp[j] = scale * min(max(v-y[j], -delta), delta)
	}
}
