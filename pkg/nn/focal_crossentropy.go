package nn

import "math"

// BinaryFocalCrossentropy is [BinaryCrossentropy] that looks at what is still wrong:
// the term of each output is multiplied by (1 − q)^Gamma, where q = y·p + (1 − y)·(1 − p)
// is how sure the model is of the label. With ApplyClassBalancing it is multiplied
// by Alpha where the label is 1 and by 1 − Alpha where it is 0, too.
//
// Source: https://keras.io/api/losses/probabilistic_losses/#binaryfocalcrossentropy-class;
// Lin and others, "Focal loss for dense object detection", 2018.
type BinaryFocalCrossentropy struct {
	ApplyClassBalancing bool    // false in Keras
	Alpha               float64 // 0.25 in Keras
	Gamma               float64 // 2 in Keras
	FromLogits          bool    // false in Keras
	LabelSmoothing      float64 // from 0 to 1; 0 in Keras
}

var binaryFocalCrossentropyEntry = Entry{
	Name: "binary_focal_crossentropy", Class: "BinaryFocalCrossentropy", Labels: BitLabels,
	construct: func() any { return NewBinaryFocalCrossentropy() },
}

// NewBinaryFocalCrossentropy returns the loss with Keras's defaults.
func NewBinaryFocalCrossentropy() *BinaryFocalCrossentropy {
	return &BinaryFocalCrossentropy{Alpha: 0.25, Gamma: 2}
}

// Name is "binary_focal_crossentropy".
func (*BinaryFocalCrossentropy) Name() string { return "binary_focal_crossentropy" }

func (*BinaryFocalCrossentropy) class() string { return "BinaryFocalCrossentropy" }

// Hyperparameters returns the options.
func (l *BinaryFocalCrossentropy) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		toggle("apply_class_balancing", "ApplyClassBalancing", &l.ApplyClassBalancing),
		number("alpha", "Alpha", &l.Alpha, 0, 1),
		number("gamma", "Gamma", &l.Gamma, 0, unlimited),
		toggle("from_logits", "FromLogits", &l.FromLogits),
		number("label_smoothing", "LabelSmoothing", &l.LabelSmoothing, 0, 1),
	}
}

// fromLogits: as [BinaryCrossentropy], after a sigmoid the crossentropy is that of
// what went into it.
func (l *BinaryFocalCrossentropy) fromLogits() Loss {
	exact := *l
	exact.FromLogits = true
	return &exact
}

// term returns the loss of one output and its derivative by what is measured.
func (l *BinaryFocalCrossentropy) term(y, v float32) (loss, slope float32) {
	s := float32(l.LabelSmoothing)
	y = y*(1-s) + 0.5*s
	p, dp := v, float32(1) // the probability and its derivative by v
	var entropy, dentropy float32
	if l.FromLogits {
		p = sigmoid(v)
		dp = p * (1 - p)
		entropy, dentropy = max(v, 0)-v*y+log1p(exp(-abs(v))), p-y
	} else {
		q := min(max(p, epsilon), 1-epsilon)
		entropy = -y*log(q) - (1-y)*log(1-q)
		if q == p {
			dentropy = (1-y)/(1-q) - y/q
		}
	}
	left := 1 - (y*p + (1-y)*(1-p))
	gamma := l.Gamma
	factor := float32(math.Pow(float64(left), gamma))
	// Outputs may be outside of 0 and 1. Where nothing is left and Gamma is below 1 the
	// slope is infinite, of which TensorFlow's way through both products makes NaN.
	steep := float32(gamma * math.Pow(float64(left), gamma-1))
	dfactor := (steep*(1-y) - steep*y) * dp
	weight := float32(1)
	if l.ApplyClassBalancing {
		weight = y*float32(l.Alpha) + (1-y)*(1-float32(l.Alpha))
	}
	return weight * factor * entropy, weight * (dfactor*entropy + factor*dentropy)
}

func (l *BinaryFocalCrossentropy) row(y, p []float32) float32 {
	var sum float32
	for j, v := range p {
		term, _ := l.term(y[j], v)
		sum += term
	}
	return sum / float32(len(p))
}

func (l *BinaryFocalCrossentropy) derivative(y, p, dp []float32) {
	for j, v := range p {
		_, slope := l.term(y[j], v)
		dp[j] = slope / float32(len(p))
	}
}

// CategoricalFocalCrossentropy is [CategoricalCrossentropy] that looks at what is
// still wrong: with q = p/Σp kept inside of [1e-7, 1 − 1e-7],
//
//	loss = −Σ Alpha·(1 − q)^Gamma·y·log(q)
//
// Source: https://keras.io/api/losses/probabilistic_losses/#categoricalfocalcrossentropy-class
type CategoricalFocalCrossentropy struct {
	Alpha          float64 // 0.25 in Keras
	Gamma          float64 // 2 in Keras
	FromLogits     bool    // false in Keras
	LabelSmoothing float64 // from 0 to 1; 0 in Keras
}

var categoricalFocalCrossentropyEntry = Entry{
	Name: "categorical_focal_crossentropy", Class: "CategoricalFocalCrossentropy",
	construct: func() any { return NewCategoricalFocalCrossentropy() },
}

// NewCategoricalFocalCrossentropy returns the loss with Keras's defaults.
func NewCategoricalFocalCrossentropy() *CategoricalFocalCrossentropy {
	return &CategoricalFocalCrossentropy{Alpha: 0.25, Gamma: 2}
}

// Name is "categorical_focal_crossentropy".
func (*CategoricalFocalCrossentropy) Name() string { return "categorical_focal_crossentropy" }

func (*CategoricalFocalCrossentropy) class() string { return "CategoricalFocalCrossentropy" }

// Hyperparameters returns the options.
func (l *CategoricalFocalCrossentropy) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("alpha", "Alpha", &l.Alpha, 0, unlimited),
		number("gamma", "Gamma", &l.Gamma, 0, unlimited),
		toggle("from_logits", "FromLogits", &l.FromLogits),
		number("label_smoothing", "LabelSmoothing", &l.LabelSmoothing, 0, 1),
	}
}

// term returns the part of one output in a row's loss, and its derivative by q.
func (l *CategoricalFocalCrossentropy) term(y, q float32) (loss, slope float32) {
	inside := q >= epsilon && q <= 1-epsilon
	q = min(max(q, epsilon), 1-epsilon)
	logarithm, left := log(q), float64(1-q)
	factor := float32(l.Alpha * math.Pow(left, l.Gamma))
	if !inside {
		return -y * factor * logarithm, 0
	}
	dfactor := float32(0)
	if l.Gamma != 0 {
		dfactor = -float32(l.Alpha * l.Gamma * math.Pow(left, l.Gamma-1))
	}
	return -y * factor * logarithm, -y * (dfactor*logarithm + factor/q)
}

// share returns how q follows from the outputs of a row.
func (l *CategoricalFocalCrossentropy) share(p []float32) func(v float32) float32 {
	if l.FromLogits {
		top, logSum := logSumParts(p)
		return func(v float32) float32 { return exp(v - top - logSum) }
	}
	total := sumOf(p)
	return func(v float32) float32 { return v / total }
}

func (l *CategoricalFocalCrossentropy) smooth(y float32, classes int) float32 {
	s := float32(l.LabelSmoothing)
	return y*(1-s) + s/float32(classes)
}

func (l *CategoricalFocalCrossentropy) row(y, p []float32) float32 {
	var sum float32
	share := l.share(p)
	for j, v := range p {
		term, _ := l.term(l.smooth(y[j], len(p)), share(v))
		sum += term
	}
	return sum
}

// derivative: with g = dloss/dq, d/dp_j = (g_j − Σ g·q)/Σp, and by logits q_j times the
// same bracket.
func (l *CategoricalFocalCrossentropy) derivative(y, p, dp []float32) {
	share, mean := l.share(p), float32(0)
	for j, v := range p {
		q := share(v)
		_, dp[j] = l.term(l.smooth(y[j], len(p)), q)
		mean += dp[j] * q
	}
	for j, v := range p {
		dp[j] -= mean
		if l.FromLogits {
			dp[j] *= share(v)
		}
	}
	if !l.FromLogits {
		total := sumOf(p)
		for j := range dp {
			dp[j] /= total
		}
	}
}
