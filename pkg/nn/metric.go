package nn

import (
	"fmt"
	"math"
)

// Metric is a number about guesses that is logged and trains nothing. Over an
// epoch it is computed from every row, each with the weights before its
// batch's update; sample weights do not count, as with Keras's metrics.
//
// Source: https://keras.io/api/metrics/
type Metric interface {
	// Name is Keras's name of the metric, under which it is logged.
	Name() string

	// counter returns a new count for so many outputs.
	counter(outputs int) counter
}

// A counter adds up a metric.
type counter interface {
	reset()
	// add counts a row of labels and outputs with a weight.
	add(y, p []float32, weight float64)
	result() float64
}

var metrics registry[Metric]

// MetricByName returns a metric by its Keras name or alias, such as "mae". It
// is logged under the name it was asked for, as in Keras. "accuracy" is binary
// for one output, else sparse for class numbers and categorical for a label a
// unit, whatever the loss.
// Errors: none has the name.
func MetricByName(name string) (Metric, error) {
	metric, err := metrics.find("metric", name)
	if err != nil {
		return nil, err
	}
	return named{metric, name}, nil
}

// MetricNames returns every name that MetricByName knows.
func MetricNames() []string { return metrics.names() }

// named is a metric under another name.
type named struct {
	Metric
	name string
}

func (n named) Name() string { return n.name }

// rowMetric is the weighted mean of a value of each row.
type rowMetric struct {
	name string
	row  func(y, p []float32) float32
	// root takes the square root of the mean.
	root bool
	// sparse says that labels are class numbers.
	sparse bool
}

// newMetric makes a metric known by its name and its aliases.
func newMetric(name string, row func(y, p []float32) float32, aliases ...string) Metric {
	return metrics.add(Metric(&rowMetric{name: name, row: row}), append(aliases, name)...)
}

// newSparseMetric makes a metric of class numbers known.
func newSparseMetric(name string, row func(y, p []float32) float32) Metric {
	return metrics.add(Metric(&rowMetric{name: name, row: row, sparse: true}), name)
}

// checkMetric reports a metric that cannot read the labels of the loss: class
// numbers, or one label a unit.
func checkMetric(m Metric, l Loss, outputs int) error {
	base := m
	if n, ok := m.(named); ok {
		base = n.Metric
	}
	row, ok := base.(*rowMetric)
	_, numbers := l.(sparse)
	switch takes := ok && row.sparse; {
	case takes && !numbers:
		return fmt.Errorf("nn: Compile: the metric %s takes class numbers, the labels of %s are one a unit; give another metric", m.Name(), l.Name())
	case numbers && !takes && outputs > 1:
		return fmt.Errorf("nn: Compile: the metric %s takes one label a unit, the labels of %s are class numbers; give another metric", m.Name(), l.Name())
	}
	return nil
}

func (m *rowMetric) Name() string        { return m.name }
func (m *rowMetric) counter(int) counter { return &meanCounter{metric: m} }

type meanCounter struct {
	metric       *rowMetric
	sum, weights float64
}

func (c *meanCounter) reset() { c.sum, c.weights = 0, 0 }

func (c *meanCounter) add(y, p []float32, weight float64) {
	c.sum += weight * float64(c.metric.row(y, p))
	c.weights += weight
}

func (c *meanCounter) result() float64 {
	if c.weights == 0 {
		return 0
	}
	if c.metric.root {
		return math.Sqrt(c.sum / c.weights)
	}
	return c.sum / c.weights
}

// The losses that are metrics too, with the loss's defaults.
var (
	_ = newMetric("mean_squared_error", MeanSquaredError.row, "mse")
	_ = newMetric("mean_absolute_error", MeanAbsoluteError.row, "mae")
	_ = newMetric("mean_absolute_percentage_error", MeanAbsolutePercentageError.row, "mape")
	_ = newMetric("mean_squared_logarithmic_error", MeanSquaredLogarithmicError.row, "msle")
	_ = newMetric("log_cosh_error", LogCosh.row)
	_ = newMetric("binary_crossentropy", new(BinaryCrossentropy).row, "bce")
	_ = newMetric("categorical_crossentropy", new(CategoricalCrossentropy).row)
	_ = newSparseMetric("sparse_categorical_crossentropy", new(SparseCategoricalCrossentropy).row)
	_ = newMetric("hinge", Hinge.row)
	_ = newMetric("squared_hinge", SquaredHinge.row)
	_ = newMetric("categorical_hinge", CategoricalHinge.row)
	_ = newMetric("kl_divergence", KLDivergence.row)
	_ = newMetric("poisson", Poisson.row)
	_ = newMetric("cosine_similarity", func(y, p []float32) float32 { return -CosineSimilarity.row(y, p) })

	// RootMeanSquaredError is the root of the mean squared error over all rows.
	RootMeanSquaredError = metrics.add(Metric(&rowMetric{name: "root_mean_squared_error", row: MeanSquaredError.row, root: true}),
		"root_mean_squared_error", "rmse")
)
