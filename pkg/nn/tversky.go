package nn

// Tversky is [Dice] with weights for the two kinds of mistake:
//
//	loss = 1 − B/S,  B = Σ y·p,  S = B + Alpha·Σ y·(1 − p) + Beta·Σ (1 − y)·p + 1e-7
//	dloss/dp = −(y·S − B·(y − Alpha·y + Beta·(1 − y))) / S²
//
// where the sums go over all outputs of all rows of a batch. With the defaults
// of ½ it is Dice.
//
// Source: https://keras.io/api/losses/regression_losses/#tversky-class; Salehi,
// Erdogmus and Gholipour, "Tversky loss function for image segmentation using 3D
// fully convolutional deep networks", 2017.
type Tversky struct {
	Alpha float64 // 0.5 in Keras
	Beta  float64 // 0.5 in Keras
}

var _ = losses.add(Entry{Name: "tversky", Class: "Tversky", Labels: BitLabels}, func() any { return NewTversky() })

// NewTversky returns the loss with Keras's defaults.
func NewTversky() *Tversky { return &Tversky{Alpha: 0.5, Beta: 0.5} }

// Name is "tversky".
func (*Tversky) Name() string { return "tversky" }

// Hyperparameters returns alpha and beta.
func (l *Tversky) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("alpha", "Alpha", &l.Alpha, 0, unlimited), number("beta", "Beta", &l.Beta, 0, unlimited)}
}

func (*Tversky) wholeBatch() {}

func (l *Tversky) row(y, p []float32) float32 {
	both, sum := l.sums(y, p)
	return 1 - both/sum
}

func (l *Tversky) derivative(y, p, dp []float32) {
	alpha, beta := float32(l.Alpha), float32(l.Beta)
	both, sum := l.sums(y, p)
	for i, t := range y {
		dp[i] = -(t*sum - both*(t-alpha*t+beta*(1-t))) / (sum * sum)
	}
}

// sums returns B and S.
func (l *Tversky) sums(y, p []float32) (both, sum float32) {
	var missed, wrong float32
	for i, t := range y {
		both += t * p[i]
		missed += t * (1 - p[i])
		wrong += (1 - t) * p[i]
	}
	return both, both + float32(l.Alpha)*missed + float32(l.Beta)*wrong + epsilon
}
