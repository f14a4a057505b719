//go:build simd

package nn

import "firstneuron/pkg/nn/internal/kernel"

// observe describes the metric and reports whether the kernel has it: one at most,
// of one output whose activation it computes.
func (p *kernelPlan) observe(t *Training) bool {
	if len(t.accumulators) == 0 {
		return true
	}
	if len(t.accumulators) > 1 || t.model.outputs != 1 || t.y.Cols != 1 {
		return false
	}
	metric := t.model.metrics[0]
	if n, ok := metric.(named); ok {
		metric = n.Metric
	}
	switch m := metric.(type) {
	case r2Score:
		p.Metric = kernel.R2
	case *BinaryAccuracy:
		p.Metric, p.MetricOption = kernel.BinaryAccuracy, float32(m.Threshold)
	case *rowMetric:
		p.Metric = kernelMetrics[m.name]
	}
	last := t.work.passes[len(t.work.passes)-1].(*densePass)
	_, known := kernelActivations[last.layer.Activation]
	return known && p.Metric != kernel.Unmeasured
}

// kernelMetrics are the means over rows that the kernel has.
var kernelMetrics = map[string]uint32{
	"mean_squared_error": kernel.SquaredError, "root_mean_squared_error": kernel.RootSquaredError,
	"mean_absolute_error": kernel.AbsoluteError, "mean_absolute_percentage_error": kernel.PercentageError,
}

// take gives the kernel what the metric has counted of the epoch so far, or takes
// it back.
func (p *kernelPlan) take(accumulators []accumulator, back bool) {
	for _, a := range accumulators {
		var sums [4]*float64
		switch a := a.(type) {
		case *meanAccumulator:
			sums[0], sums[3] = &a.weights, &a.sum
		case *r2Accumulator:
			s := &a.sums[0]
			sums = [4]*float64{&s.weights, &s.y, &s.squares, &s.errors}
		}
		for i, sum := range sums {
			switch {
			case sum == nil:
			case back:
				*sum = p.MetricSums[i]
			default:
				p.MetricSums[i] = *sum
			}
		}
	}
}
