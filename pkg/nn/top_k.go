package nn

// TopKCategoricalAccuracy is the share of rows, from 0 to 1, whose label's output is
// one of the K highest. Make one with [NewTopKCategoricalAccuracy] for labels with a
// 1 for the class, or [NewSparseTopKCategoricalAccuracy] for class numbers.
//
// Source: https://keras.io/api/metrics/accuracy_metrics/#topkcategoricalaccuracy-class
type TopKCategoricalAccuracy struct {
	K       int // at least 1; 5 in Keras
	numbers bool
}

var (
	topKEntry = Entry{
		Name: "top_k_categorical_accuracy", Class: "TopKCategoricalAccuracy",
		construct: func() any { return NewTopKCategoricalAccuracy() },
	}
	sparseTopKEntry = Entry{
		Name: "sparse_top_k_categorical_accuracy", Class: "SparseTopKCategoricalAccuracy", Go: "TopKCategoricalAccuracy",
		construct: func() any { return NewSparseTopKCategoricalAccuracy() },
	}
)

// NewTopKCategoricalAccuracy returns the metric with Keras's default, 5.
func NewTopKCategoricalAccuracy() *TopKCategoricalAccuracy { return &TopKCategoricalAccuracy{K: 5} }

// NewSparseTopKCategoricalAccuracy returns the one for class numbers.
func NewSparseTopKCategoricalAccuracy() *TopKCategoricalAccuracy {
	return &TopKCategoricalAccuracy{K: 5, numbers: true}
}

// Name is "top_k_categorical_accuracy" or "sparse_top_k_categorical_accuracy".
func (m *TopKCategoricalAccuracy) Name() string {
	if m.numbers {
		return sparseTopKEntry.Name
	}
	return topKEntry.Name
}

func (*TopKCategoricalAccuracy) rises() bool { return true }

func (m *TopKCategoricalAccuracy) takesNumbers() bool { return m.numbers }

// Hyperparameters returns k.
func (m *TopKCategoricalAccuracy) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{{Name: "k", Go: "K", Whole: &m.K, Min: 1, Max: unlimited}}
}

func (m *TopKCategoricalAccuracy) accumulator(outputs int) accumulator {
	return (&rowMetric{row: func(y, p []float32) float32 {
		class := highest(y)
		if m.numbers {
			class = int(y[0])
		}
		higher := 0
		for _, v := range p {
			if v > p[class] {
				higher++
			}
		}
		if !allFinite(p) { // of which TensorFlow cannot say
			return 0
		}
		return same(0, higher/m.K)
	}}).accumulator(outputs)
}
