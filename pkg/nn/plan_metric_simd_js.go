//go:build simd

package nn

// observe describes the metric and reports whether the kernel has it: one at most,
// of one output whose activation it computes.
func (p *kernelPlan) observe(t *Training) bool {
	if len(t.accumulators) == 0 {
		return true
	}
	if len(t.accumulators) > 1 || t.model.outputs != 1 || t.y.Cols != 1 {
		return false
	}
	last := t.work.passes[len(t.work.passes)-1].(*densePass)
	_, known := kernelActivations[last.layer.activation]
	metric, ok := lineMetricOf(t.model.metrics[0])
	p.Metric, p.MetricOption = metric.code, metric.option
	return known && ok
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
