package nn

import (
	"math"

	"firstneuron/pkg/nn/internal/kernel"
)

// lineMetric is a metric of models with one output, as the engines know it.
type lineMetric struct {
	code   uint32
	option float32
}

// lineMetricOf returns an engine's metric; ok is false where it has none.
func lineMetricOf(metric Metric) (m lineMetric, ok bool) {
	if n, ok := metric.(named); ok {
		metric = n.Metric
	}
	switch metric := metric.(type) {
	case r2Score:
		m.code = kernel.R2
	case *BinaryAccuracy:
		m = lineMetric{kernel.BinaryAccuracy, float32(metric.Threshold)}
	case *rowMetric:
		m.code = meanMetrics[metric.name]
	}
	return m, m.code != kernel.Unmeasured
}

// meanMetrics are the means over rows among them.
var meanMetrics = map[string]uint32{
	"mean_squared_error": kernel.SquaredError, "root_mean_squared_error": kernel.RootSquaredError,
	"mean_absolute_error": kernel.AbsoluteError, "mean_absolute_percentage_error": kernel.PercentageError,
}

// measureLines measures lines, given by their weights one after the other, over some
// rows: the metric of each goes to to.
func measureLines(x, y, weights []float32, biased bool, metric lineMetric, to []float64) {
	y = y[:len(x)]
	n := float64(len(x))
	var labels, squares float64
	for _, v := range y {
		labels += float64(v)
		squares += float64(v) * float64(v)
	}
	for i := range to {
		w, b := weights[0], float32(0)
		if weights = weights[1:]; biased {
			b, weights = weights[0], weights[1:]
		}
		var sum float64
		switch metric.code {
		case kernel.AbsoluteError:
			for r, v := range x {
				sum += float64(abs(w*v + b - y[r]))
			}
		case kernel.PercentageError:
			for r, v := range x {
				sum += float64(100 * abs((w*v+b-y[r])/max(abs(y[r]), epsilon)))
			}
		case kernel.BinaryAccuracy:
			for r, v := range x {
				if (w*v+b > metric.option && y[r] == 1) || (w*v+b <= metric.option && y[r] == 0) {
					sum++
				}
			}
		default:
			for r, v := range x {
				e := w*v + b - y[r]
				sum += float64(e * e)
			}
		}
		to[i] = sum / n
		switch metric.code {
		case kernel.RootSquaredError:
			to[i] = math.Sqrt(to[i])
		case kernel.R2:
			if to[i] = 1 - sum/(squares-labels*labels/n); math.IsInf(to[i], 0) {
				to[i] = 0
			}
		}
	}
}
