package nn

// BinaryCrossentropy measures probabilities p against labels y of 0 and 1: the
// mean over a row's outputs of
//
//	−y·log(p) − (1 − y)·log(1 − p)
//
// with p kept inside of [1e-7, 1 − 1e-7]. FromLogits takes p as sigmoid of the
// outputs. LabelSmoothing s replaces y by y·(1 − s) + s/2.
//
// Source: https://keras.io/api/losses/probabilistic_losses/#binarycrossentropy-class
type BinaryCrossentropy struct {
	FromLogits     bool
	LabelSmoothing float64
}

var _ = losses.add(func() Loss { return &BinaryCrossentropy{} }, "binary_crossentropy", "bce")

// Name is "binary_crossentropy".
func (*BinaryCrossentropy) Name() string { return "binary_crossentropy" }

// Fields returns from_logits and label_smoothing.
func (l *BinaryCrossentropy) Fields() []Field {
	return []Field{{Name: "from_logits", Flag: &l.FromLogits}, {Name: "label_smoothing", Number: &l.LabelSmoothing}}
}

func (l *BinaryCrossentropy) check() error {
	return between("BinaryCrossentropy", "label_smoothing", l.LabelSmoothing, 0, 1)
}

// logits: as Keras does, outputs of a sigmoid are measured by what went into it.
func (l *BinaryCrossentropy) logits() (Loss, Activation) {
	return &BinaryCrossentropy{FromLogits: true, LabelSmoothing: l.LabelSmoothing}, Sigmoid
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
		v = min(max(v, tiny), 1-tiny)
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
		case v < tiny || v > 1-tiny:
			dp[j] = 0
		default:
			dp[j] = scale * ((1-t)/(1-v) - t/v)
		}
	}
}

// CategoricalCrossentropy measures a row of probabilities p against a row of
// labels y, 1 for the class and 0 for the others: −Σ y·log(p), where p is
// divided by its sum and kept inside of [1e-7, 1 − 1e-7]. FromLogits takes p as
// softmax of the outputs. LabelSmoothing s replaces y by y·(1 − s) + s/classes.
//
// Source: https://keras.io/api/losses/probabilistic_losses/#categoricalcrossentropy-class
type CategoricalCrossentropy struct {
	FromLogits     bool
	LabelSmoothing float64
}

var _ = losses.add(func() Loss { return &CategoricalCrossentropy{} }, "categorical_crossentropy")

// Name is "categorical_crossentropy".
func (*CategoricalCrossentropy) Name() string { return "categorical_crossentropy" }

// Fields returns from_logits and label_smoothing.
func (l *CategoricalCrossentropy) Fields() []Field {
	return []Field{{Name: "from_logits", Flag: &l.FromLogits}, {Name: "label_smoothing", Number: &l.LabelSmoothing}}
}

func (l *CategoricalCrossentropy) check() error {
	return between("CategoricalCrossentropy", "label_smoothing", l.LabelSmoothing, 0, 1)
}

// logits: as Keras does, outputs of a softmax are measured by what went into it.
func (l *CategoricalCrossentropy) logits() (Loss, Activation) {
	return &CategoricalCrossentropy{FromLogits: true, LabelSmoothing: l.LabelSmoothing}, Softmax
}

func (l *CategoricalCrossentropy) smooth(y float32, classes int) float32 {
	s := float32(l.LabelSmoothing)
	return y*(1-s) + s/float32(classes)
}

func (l *CategoricalCrossentropy) row(y, p []float32) float32 {
	var sum float32
	if l.FromLogits {
		total := logSumExp(p)
		for j, v := range p {
			sum += l.smooth(y[j], len(p)) * (total - v)
		}
		return sum
	}
	total := sumOf(p)
	for j, v := range p {
		sum -= l.smooth(y[j], len(p)) * log(min(max(v/total, tiny), 1-tiny))
	}
	return sum
}

func (l *CategoricalCrossentropy) derivative(y, p, dp []float32) {
	if l.FromLogits {
		var labels float32
		for j := range p {
			labels += l.smooth(y[j], len(p))
		}
		total := logSumExp(p)
		for j, v := range p {
			dp[j] = labels*exp(v-total) - l.smooth(y[j], len(p))
		}
		return
	}
	// With q = p/Σp: d/dp_j = (g_j − Σ g·q)/Σp, where g = −y/q inside the bounds.
	total, mean := sumOf(p), float32(0)
	for j, v := range p {
		q := v / total
		dp[j] = 0
		if q >= tiny && q <= 1-tiny {
			dp[j] = -l.smooth(y[j], len(p)) / q
		}
		mean += dp[j] * q
	}
	for j := range dp {
		dp[j] = (dp[j] - mean) / total
	}
}

func sumOf(values []float32) float32 {
	var sum float32
	for _, v := range values {
		sum += v
	}
	return sum
}

// SparseCategoricalCrossentropy is [CategoricalCrossentropy] with labels that
// are class numbers, [rows, 1], from 0.
//
// Source: https://keras.io/api/losses/probabilistic_losses/#sparsecategoricalcrossentropy-class
type SparseCategoricalCrossentropy struct{ FromLogits bool }

var _ = losses.add(func() Loss { return &SparseCategoricalCrossentropy{} }, "sparse_categorical_crossentropy")

// Name is "sparse_categorical_crossentropy".
func (*SparseCategoricalCrossentropy) Name() string { return "sparse_categorical_crossentropy" }

// Fields returns from_logits.
func (l *SparseCategoricalCrossentropy) Fields() []Field {
	return []Field{{Name: "from_logits", Flag: &l.FromLogits}}
}

func (*SparseCategoricalCrossentropy) sparse() {}

func (*SparseCategoricalCrossentropy) logits() (Loss, Activation) {
	return &SparseCategoricalCrossentropy{FromLogits: true}, Softmax
}

// row: probabilities are not divided by their sum but, as Keras does, taken as
// logits after a logarithm, which comes to the same.
func (l *SparseCategoricalCrossentropy) row(y, p []float32) float32 {
	class := int(y[0])
	if l.FromLogits {
		return logSumExp(p) - p[class]
	}
	var sum float32
	for _, v := range p {
		sum += min(max(v, tiny), 1-tiny)
	}
	return log(sum) - log(min(max(p[class], tiny), 1-tiny))
}

func (l *SparseCategoricalCrossentropy) derivative(y, p, dp []float32) {
	class := int(y[0])
	if l.FromLogits {
		total := logSumExp(p)
		for j, v := range p {
			dp[j] = exp(v - total)
		}
		dp[class]--
		return
	}
	var sum float32
	for _, v := range p {
		sum += min(max(v, tiny), 1-tiny)
	}
	for j, v := range p {
		dp[j] = 0
		if v >= tiny && v <= 1-tiny {
			dp[j] = 1 / sum
			if j == class {
				dp[j] -= 1 / v
			}
		}
	}
}
