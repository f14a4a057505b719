package nn

// BinaryAccuracy is the share of outputs, from 0 to 1, that are above Threshold where
// the label is 1 and not above it where the label is 0.
//
// Source: https://keras.io/api/metrics/accuracy_metrics/#binaryaccuracy-class
type BinaryAccuracy struct {
	Threshold float64 // 0.5 in Keras
}

var _ = metrics.add(Entry{Name: "binary_accuracy", Class: "BinaryAccuracy"}, func() any { return NewBinaryAccuracy() })

// NewBinaryAccuracy returns the metric with Keras's defaults.
func NewBinaryAccuracy() *BinaryAccuracy { return &BinaryAccuracy{Threshold: 0.5} }

// Name is "binary_accuracy".
func (*BinaryAccuracy) Name() string { return "binary_accuracy" }

// Hyperparameters returns threshold.
func (m *BinaryAccuracy) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("threshold", "Threshold", &m.Threshold, -unlimited, unlimited)}
}

func (*BinaryAccuracy) rises() bool { return true }

func (m *BinaryAccuracy) accumulator(outputs int) accumulator {
	return (&rowMetric{row: func(y, p []float32) float32 {
		var right float32
		for j, v := range p {
			guess := float32(0)
			if v > float32(m.Threshold) {
				guess = 1
			}
			if guess == y[j] {
				right++
			}
		}
		return right / float32(len(p))
	}}).accumulator(outputs)
}

// The accuracies of several classes.
//
// Source: https://keras.io/api/metrics/accuracy_metrics/
var (
	// CategoricalAccuracy is the share of rows, from 0 to 1, whose highest output
	// stands where the highest label does. Of equal ones the first counts.
	CategoricalAccuracy = newMetric(Entry{Name: "categorical_accuracy", Class: "CategoricalAccuracy"},
		&rowMetric{
			name: "categorical_accuracy", up: true,
			row: func(y, p []float32) float32 { return same(highest(y), highest(p)) },
		})
	// SparseCategoricalAccuracy is the share of rows, from 0 to 1, whose highest
	// output stands at the class number that is the label.
	SparseCategoricalAccuracy = newMetric(Entry{Name: "sparse_categorical_accuracy", Class: "SparseCategoricalAccuracy"},
		&rowMetric{
			name: "sparse_categorical_accuracy", sparse: true, up: true,
			row: func(y, p []float32) float32 { return same(int(y[0]), highest(p)) },
		})
)

func same(a, b int) float32 {
	if a == b {
		return 1
	}
	return 0
}

// accuracy stands for one of the three until the loss is known.
type accuracy struct{ Metric }

var _ = newMetric(Entry{Name: "accuracy", Aliases: []string{"acc"}, FirstCourse: true, unnamed: true}, accuracy{NewBinaryAccuracy()})

// Name is "accuracy".
func (accuracy) Name() string { return "accuracy" }

// resolve returns the metric that "accuracy" means for a loss and its outputs.
func resolve(m Metric, loss Loss, outputs int) Metric {
	if w, ok := m.(weighing); ok {
		return w.again(resolve(w.unweighted(), loss, outputs))
	}
	if _, ok := unnamed(m).(accuracy); !ok {
		return m
	}
	n, ok := m.(named)
	if !ok {
		n.name = m.Name()
	}
	_, isSparse := loss.(sparse)
	switch {
	case outputs == 1:
		n.Metric = NewBinaryAccuracy()
	case isSparse:
		n.Metric = SparseCategoricalAccuracy
	default:
		n.Metric = CategoricalAccuracy
	}
	return n
}
