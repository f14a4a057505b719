package nn

// BinaryCrossentropy measures probabilities p against labels y of 0 and 1: the
// mean over a row's outputs of
//
//	−y·log(p) − (1 − y)·log(1 − p)
//
// with p kept inside of [1e-7, 1 − 1e-7], and dloss/dp = ((1 − y)/(1 − p) − y/p) /
// units, 0 where p is outside. FromLogits takes p as the sigmoid of the outputs z;
// then dloss/dz = (p − y)/units. LabelSmoothing s, from 0 to 1, replaces y by
// y·(1 − s) + s/2.
//
// Source: https://keras.io/api/losses/probabilistic_losses/#binarycrossentropy-class
type BinaryCrossentropy struct {
	FromLogits     bool
	LabelSmoothing float64
}

var binaryCrossentropyEntry = losses.add(Entry{Name: "binary_crossentropy", Class: "BinaryCrossentropy", Aliases: []string{"bce"}, FirstCourse: true, Labels: BitLabels},
	func() any { return NewBinaryCrossentropy() })

// NewBinaryCrossentropy returns the loss with Keras's defaults: probabilities
// and no smoothing.
func NewBinaryCrossentropy() *BinaryCrossentropy { return &BinaryCrossentropy{} }

// Name is "binary_crossentropy".
func (*BinaryCrossentropy) Name() string { return "binary_crossentropy" }

// Hyperparameters returns from_logits and label_smoothing.
func (l *BinaryCrossentropy) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		toggle("from_logits", "FromLogits", &l.FromLogits),
		number("label_smoothing", "LabelSmoothing", &l.LabelSmoothing, 0, 1),
	}
}

func (l *BinaryCrossentropy) fromLogits() Loss {
	return &BinaryCrossentropy{FromLogits: true, LabelSmoothing: l.LabelSmoothing}
}

func (l *BinaryCrossentropy) smooth(y float32) float32 {
	s := float32(l.LabelSmoothing)
	return y*(1-s) + 0.5*s
}

func (l *BinaryCrossentropy) row(y, p []float32) float32 {
	var sum float32
	for j, v := range p {
		t := l.smooth(y[j])
		if l.FromLogits {
			sum += max(v, 0) - v*t + log1p(exp(-abs(v)))
			continue
		}
		v = min(max(v, epsilon), 1-epsilon)
		sum -= t*log(v) + (1-t)*log(1-v)
	}
	return sum / float32(len(p))
}

func (l *BinaryCrossentropy) derivative(y, p, dp []float32) {
	scale := 1 / float32(len(p))
	for j, v := range p {
		t := l.smooth(y[j])
		switch {
		case l.FromLogits:
			dp[j] = scale * (sigmoid(v) - t)
		case v < epsilon || v > 1-epsilon:
			dp[j] = 0
		default:
			dp[j] = scale * ((1-t)/(1-v) - t/v)
		}
	}
}
