package nn

import (
	"errors"
	"fmt"
)

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

// WeightedMetricCount is a MetricCount that knows of sample weights, as a metric given to
// [Weighted] must.
type WeightedMetricCount interface {
	MetricCount
	// AddWeighted counts a row as many times as its weight says.
	AddWeighted(y, p []float32, weight float64)
}

// NewCustomMetric returns a metric that counts as f does.
func NewCustomMetric(f MetricFunction) Metric { return customMetric{f} }

type customMetric struct{ function MetricFunction }

func (m customMetric) Name() string { return m.function.Name() }

func (m customMetric) accumulator(outputs int) accumulator {
	return customCount{m.function.Count(outputs)}
}

type customCount struct{ count MetricCount }

func (c customCount) reset() { c.count.Reset() }

func (c customCount) add(y, p []float32, weight float64) {
	if weighted, ok := c.count.(WeightedMetricCount); ok && weight != 1 {
		weighted.AddWeighted(y, p, weight)
		return
	}
	c.count.Add(y, p)
}

func (c customCount) result() float64 { return c.count.Result() }

// checkOwn reports a metric that cannot count, or not with weights where it has to.
func (m customMetric) checkOwn(weighted bool, outputs int) error {
	if m.function == nil {
		return errors.New("nn: Compile: the metric of your own is nil; give NewCustomMetric one")
	}
	count := m.function.Count(outputs)
	if count == nil {
		return fmt.Errorf("nn: Compile: the metric %s: its count is nil; give one that Count makes", m.Name())
	}
	if _, ok := count.(WeightedMetricCount); weighted && !ok {
		return fmt.Errorf("nn: Compile: the metric %s is weighted, and its count has no AddWeighted; give it one, or leave out Weighted", m.Name())
	}
	return nil
}
