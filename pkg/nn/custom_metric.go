package nn

// MetricFunction is a metric of your own: [NewCustomMetric] makes a [Metric] of it.
//
// Source: https://keras.io/api/metrics/#creating-custom-metrics
type MetricFunction interface {
	// Name is the key under which the metric is logged.
	Name() string
	// Count returns a new, empty count for a model of so many outputs: trainings
	// and their validation count apart.
	Count(outputs int) MetricCount
}

// MetricCount counts rows for a metric of your own.
type MetricCount interface {
	// Reset makes the count empty, before each epoch.
	Reset()
	// Add counts a row of labels y and outputs p, each [units].
	Add(y, p []float32)
	// Result is the metric over the rows so far.
	Result() float64
}

// NewCustomMetric returns a metric that counts as f does.
func NewCustomMetric(f MetricFunction) Metric { return customMetric{f} }

type customMetric struct{ function MetricFunction }

func (m customMetric) Name() string { return m.function.Name() }

func (m customMetric) accumulator(outputs int) accumulator {
	return customCount{m.function.Count(outputs)}
}

type customCount struct{ count MetricCount }

func (c customCount) reset()                        { c.count.Reset() }
func (c customCount) add(y, p []float32, _ float64) { c.count.Add(y, p) }
func (c customCount) result() float64               { return c.count.Result() }
