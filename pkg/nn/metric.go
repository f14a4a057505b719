package nn

import (
	"errors"
	"fmt"
	"math"
)

// Metric is a number about guesses that is logged and trains nothing. Over an
// epoch it is computed from every row, each with the weights before its
// batch's update; sample weights do not count, as with Keras's metrics, but in those
// of [Weighted]. The set is closed: unexported methods keep it to this package;
// [NewCustomMetric] makes one of your own.
//
// Source: https://keras.io/api/metrics/
type Metric interface {
	// Name is Keras's name of the metric, under which it is logged.
	Name() string

	// counter returns a new count for so many outputs.
	accumulator(outputs int) accumulator
}

// A counter adds up a metric.
type accumulator interface {
	reset()
	// add counts a row of labels and outputs with a weight.
	add(y, p []float32, weight float64)
	result() float64
}

// MetricByName returns a metric by its Keras name or alias, such as "mae". It
// is logged under the name it was asked for, as in Keras. "accuracy" is binary
// for one output, else sparse for class numbers and categorical for a label a
// unit, whatever the loss.
// Errors: none has the name.
func MetricByName(name string) (Metric, error) {
	return metricOf(name, &metrics, FurtherMetrics())
}

// Metric returns the metric of a name as [MetricByName] does, if it is in the
// catalogue.
func (c *Catalogue) Metric(name string) (Metric, error) { return metricOf(name, c) }

func metricOf(name string, catalogues ...*Catalogue) (Metric, error) {
	thing, err := findIn(name, catalogues...)
	if err != nil {
		return nil, err
	}
	return named{Metric: thing.(Metric), name: name}, nil
}

// Named returns a metric that is logged under another name, as Keras's metrics with
// name= are. An empty name is an error of Compile.
//
// Source: https://keras.io/api/metrics/base_metric/
func Named(m Metric, name string) Metric {
	if w, ok := m.(weighing); ok {
		return w.again(Named(w.unweighted(), name))
	}
	return named{unnamed(m), name, true}
}

// named is a metric under another name.
type named struct {
	Metric
	name string
	// given says that the name is none by which Keras finds the metric.
	given bool
}

func (n named) Name() string { return n.name }

// rowMetric is the weighted mean of a value of each row.
type rowMetric struct {
	name string
	row  func(y, p []float32) float32
	// ofScores is row for logits in place of probabilities, nil where that is no
	// other thing.
	ofScores func(y, z []float32) float32
	// signs brings a batch's labels to −1 and 1 first: see signsOf.
	signs bool
	// root takes the square root of the mean.
	root bool
	// sparse says that labels are class numbers.
	sparse bool
	// up says that more is better.
	up bool
}

func (m *rowMetric) rises() bool        { return m.up }
func (m *rowMetric) takesNumbers() bool { return m.sparse }

// A directed metric is known to be better the more it is, or the less.
type directed interface{ rises() bool }

// A choosy metric does not suit every model.
type choosy interface {
	// checkOutputs reports that it does not suit one of so many outputs; name is how
	// the metric is called.
	checkOutputs(name string, outputs int) error
}

// An ownMetric is made of what a caller gives, which may be unable to count.
type ownMetric interface {
	// checkOwn reports that it cannot count one of so many outputs, or not with weights.
	checkOwn(weighted bool, outputs int) error
}

// unnamed returns the metric that was given another name, or weights.
func unnamed(m Metric) Metric {
	m = unweighted(m)
	if n, ok := m.(named); ok {
		return n.Metric
	}
	return m
}

// newMetric makes a metric without options known by its entry.
func newMetric(e Entry, m Metric) Metric {
	metrics.add(e, func() any { return m })
	return m
}

// newRowMetric makes the mean of a value of each row known by its entry.
func newRowMetric(e Entry, row func(y, p []float32) float32) Metric {
	return newMetric(e, &rowMetric{name: e.Name, row: row})
}

// newLossMetric makes a loss without options a metric too, with the loss's
// names.
func newLossMetric(l Loss, firstCourse bool) Metric {
	e, _ := losses.Lookup(l.Name())
	return newMetricOfLoss(e, l, firstCourse)
}

// newMetricOfLoss does so for the loss of an entry.
func newMetricOfLoss(e Entry, l Loss, firstCourse bool) Metric {
	return newMetric(Entry{Name: e.Name, Class: e.Class, Aliases: e.Aliases, FirstCourse: firstCourse, unnamed: true}, rowMetricOf(l))
}

// rowMetricOf returns the mean of a loss over the rows, under its name.
func rowMetricOf(l Loss) *rowMetric {
	m := &rowMetric{name: l.Name(), row: l.row}
	_, m.sparse = l.(sparse)
	_, m.signs = l.(signed)
	if c, ok := l.(crossentropy); ok {
		m.ofScores = c.fromLogits().row
	}
	return m
}

// checkMetric reports a metric that cannot read the labels of the loss: class
// numbers, or one label a unit.
func checkMetric(m Metric, l Loss, outputs int) error {
	base := unnamed(m)
	if own, ok := base.(ownMetric); ok {
		if err := own.checkOwn(isWeighted(m), outputs); err != nil {
			return err
		}
	}
	if m.Name() == "" {
		return errors.New("nn: Compile: the metric has no name; give it one, under which it is logged")
	}
	row, ok := base.(interface{ takesNumbers() bool })
	_, numbers := l.(sparse)
	switch takes := ok && row.takesNumbers(); {
	case takes && !numbers:
		return fmt.Errorf("nn: Compile: the metric %s takes class numbers, the labels of %s are one a unit; give another metric", m.Name(), l.Name())
	case numbers && !takes && outputs > 1:
		return fmt.Errorf("nn: Compile: the metric %s takes one label a unit, the labels of %s are class numbers; give another metric", m.Name(), l.Name())
	}
	if c, ok := base.(choosy); ok {
		if err := c.checkOutputs(m.Name(), outputs); err != nil {
			return err
		}
	}
	return checkAll("Compile: the metric "+m.Name(), hyperparametersOf(base))
}

func (m *rowMetric) Name() string                { return m.name }
func (m *rowMetric) accumulator(int) accumulator { return &meanAccumulator{metric: m} }

type meanAccumulator struct {
	metric       *rowMetric
	sum, weights float64
}

func (c *meanAccumulator) reset() { c.sum, c.weights = 0, 0 }

func (c *meanAccumulator) add(y, p []float32, weight float64) {
	c.count(c.metric.row(y, p), weight)
}

func (c *meanAccumulator) count(value float32, weight float64) {
	c.sum += weight * float64(value)
	c.weights += weight
}

func (c *meanAccumulator) result() float64 {
	if c.weights == 0 {
		return 0
	}
	if c.metric.root {
		return math.Sqrt(c.sum / c.weights)
	}
	return c.sum / c.weights
}

// The losses that are metrics too.
var _ = []Metric{
	newLossMetric(MeanSquaredError, true),
	newLossMetric(MeanAbsoluteError, true),
	newLossMetric(MeanAbsolutePercentageError, true),
	newLossMetric(MeanSquaredLogarithmicError, false),
	newMetricOfLoss(binaryCrossentropyEntry, NewBinaryCrossentropy(), false),
	newMetricOfLoss(categoricalCrossentropyEntry, NewCategoricalCrossentropy(), false),
	newMetricOfLoss(sparseCategoricalCrossentropyEntry, NewSparseCategoricalCrossentropy(), false),
	newLossMetric(Hinge, false),
	newLossMetric(SquaredHinge, false),
	newLossMetric(CategoricalHinge, false),
	// Keras knows this loss's alias for the loss alone.
	newRowMetric(Entry{Name: KLDivergence.Name(), Class: losses.class(KLDivergence.Name()), unnamed: true}, KLDivergence.row),
	newLossMetric(Poisson, false),
	newRowMetric(Entry{Name: "log_cosh_error", Class: "LogCoshError", unnamed: true}, LogCosh.row),
	// The metric is the cosine itself, the loss its negative.
	newMetric(Entry{Name: CosineSimilarity.Name(), Class: losses.class(CosineSimilarity.Name()), unnamed: true},
		&rowMetric{name: CosineSimilarity.Name(), up: true, row: func(y, p []float32) float32 { return -CosineSimilarity.row(y, p) }}),
}

// RootMeanSquaredError is the root of the mean of (p − y)² over all rows and
// outputs, in the unit of the labels.
//
// Source: https://keras.io/api/metrics/regression_metrics/#rootmeansquarederror-class
var RootMeanSquaredError = newMetric(
	Entry{Name: "root_mean_squared_error", Class: "RootMeanSquaredError", FirstCourse: true},
	&rowMetric{name: "root_mean_squared_error", row: MeanSquaredError.row, root: true})
