package nn

// SparseCategoricalCrossentropy is [CategoricalCrossentropy], derivative and all,
// with labels that are class numbers, [rows, 1], from 0. FromLogits takes the
// outputs' softmax as the probabilities; false in Keras.
//
// Source: https://keras.io/api/losses/probabilistic_losses/#sparsecategoricalcrossentropy-class
type SparseCategoricalCrossentropy struct{ FromLogits bool }

var sparseCategoricalCrossentropyEntry = losses.add(Entry{Name: "sparse_categorical_crossentropy", Class: "SparseCategoricalCrossentropy"},
	func() any { return NewSparseCategoricalCrossentropy() })

// NewSparseCategoricalCrossentropy returns the loss with Keras's default:
// probabilities.
func NewSparseCategoricalCrossentropy() *SparseCategoricalCrossentropy {
	return &SparseCategoricalCrossentropy{}
}

// Name is "sparse_categorical_crossentropy".
func (*SparseCategoricalCrossentropy) Name() string { return "sparse_categorical_crossentropy" }

// Hyperparameters returns from_logits.
func (l *SparseCategoricalCrossentropy) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{toggle("from_logits", "FromLogits", &l.FromLogits)}
}

func (*SparseCategoricalCrossentropy) sparse() {}

func (*SparseCategoricalCrossentropy) fromLogits() Loss {
	return &SparseCategoricalCrossentropy{FromLogits: true}
}

// row: probabilities are not divided by their sum but, as Keras does, taken as
// logits after a logarithm, which comes to the same.
func (l *SparseCategoricalCrossentropy) row(y, p []float32) float32 {
	class := int(y[0])
	if l.FromLogits {
		highest, logSum := logSumParts(p)
		return logSum + (highest - p[class])
	}
	var sum float32
	for _, v := range p {
		sum += min(max(v, epsilon), 1-epsilon)
	}
	return log(sum) - log(min(max(p[class], epsilon), 1-epsilon))
}

func (l *SparseCategoricalCrossentropy) derivative(y, p, dp []float32) {
	class := int(y[0])
	if l.FromLogits {
		highest, logSum := logSumParts(p)
		for j, v := range p {
			dp[j] = exp(v - highest - logSum)
		}
		dp[class]--
		return
	}
	var sum float32
	for _, v := range p {
		sum += min(max(v, epsilon), 1-epsilon)
	}
	for j, v := range p {
		dp[j] = 0
		if v >= epsilon && v <= 1-epsilon {
			dp[j] = 1 / sum
			if j == class {
				dp[j] -= 1 / v
			}
		}
	}
}
