package nn

// CategoricalCrossentropy measures a row of probabilities p against a row of
// labels y, 1 for the class and 0 for the others: −Σ y·log(p), where p is
// divided by its sum and kept inside of [1e-7, 1 − 1e-7]. With q = p/Σp,
// dloss/dp_j = (−y_j/q_j + Σ y)/Σp inside the bounds. FromLogits takes p as the
// softmax of the outputs z; then dloss/dz = p − y, also where Σy is not 1 and the slope
// would be p·Σy − y: TensorFlow's. LabelSmoothing s, from 0 to 1, replaces y by
// y·(1 − s) + s/classes.
//
// Source: https://keras.io/api/losses/probabilistic_losses/#categoricalcrossentropy-class
type CategoricalCrossentropy struct {
	FromLogits     bool
	LabelSmoothing float64
}

var categoricalCrossentropyEntry = losses.add(Entry{Name: "categorical_crossentropy", Class: "CategoricalCrossentropy"},
	func() any { return NewCategoricalCrossentropy() })

// NewCategoricalCrossentropy returns the loss with Keras's defaults:
// probabilities and no smoothing.
func NewCategoricalCrossentropy() *CategoricalCrossentropy { return &CategoricalCrossentropy{} }

// Name is "categorical_crossentropy".
func (*CategoricalCrossentropy) Name() string { return "categorical_crossentropy" }

// Hyperparameters returns from_logits and label_smoothing.
func (l *CategoricalCrossentropy) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		toggle("from_logits", "FromLogits", &l.FromLogits),
		number("label_smoothing", "LabelSmoothing", &l.LabelSmoothing, 0, 1),
	}
}

func (l *CategoricalCrossentropy) fromLogits() Loss {
	return &CategoricalCrossentropy{FromLogits: true, LabelSmoothing: l.LabelSmoothing}
}

func (l *CategoricalCrossentropy) smooth(y float32, classes int) float32 {
	s := float32(l.LabelSmoothing)
	return y*(1-s) + s/float32(classes)
}

func (l *CategoricalCrossentropy) row(y, p []float32) float32 {
	var sum float32
	if l.FromLogits {
		highest, logSum := logSumParts(p)
		for j, v := range p {
			sum += l.smooth(y[j], len(p)) * (logSum + (highest - v))
		}
		return sum
	}
	total := sumOf(p)
	for j, v := range p {
		sum -= l.smooth(y[j], len(p)) * log(min(max(v/total, epsilon), 1-epsilon))
	}
	return sum
}

func (l *CategoricalCrossentropy) derivative(y, p, dp []float32) {
	if l.FromLogits {
		// Labels that do not add up to 1 have the gradient of those that do: TensorFlow's.
		highest, logSum := logSumParts(p)
		for j, v := range p {
			dp[j] = exp(v-highest-logSum) - l.smooth(y[j], len(p))
		}
		return
	}
	// With q = p/Σp: d/dp_j = (g_j − Σ g·q)/Σp, where g = −y/q inside the bounds.
	total, mean := sumOf(p), float32(0)
	for j, v := range p {
		q := v / total
		dp[j] = 0
		if q >= epsilon && q <= 1-epsilon {
			dp[j] = -l.smooth(y[j], len(p)) / q
		}
		mean += dp[j] * q
	}
	for j := range dp {
		dp[j] = (dp[j] - mean) / total
	}
}
