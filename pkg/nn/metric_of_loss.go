package nn

import "fmt"

// MetricOfLoss returns a loss, with its options, as a metric: its mean over the rows,
// under the loss's name. So Keras's metrics BinaryCrossentropy, CategoricalCrossentropy
// and SparseCategoricalCrossentropy have their from_logits and label_smoothing. Losses
// that are no mean over rows, [Dice], [Tversky] and those of [WithReduction], are an
// error of Compile.
//
// Source: https://keras.io/api/metrics/probabilistic_metrics/
func MetricOfLoss(l Loss) Metric { return lossMetric{l} }

type lossMetric struct{ loss Loss }

func (m lossMetric) Name() string { return m.loss.Name() }

func (m lossMetric) takesNumbers() bool {
	_, numbers := m.loss.(sparse)
	return numbers
}

func (lossMetric) rises() bool { return false }

// Hyperparameters returns the loss's.
func (m lossMetric) Hyperparameters() []Hyperparameter { return hyperparametersOf(m.loss) }

func (m lossMetric) checkOwn(_ bool, _ int) error {
	if isNil(m.loss) || lacks(m.loss) {
		return fmt.Errorf("nn: Compile: the loss that is to be a metric is nil; give MetricOfLoss one")
	}
	switch m.loss.(type) {
	case wholeBatch, reduced:
		return fmt.Errorf("nn: Compile: the loss %s is no mean over rows, as a metric is; give another metric", m.Name())
	}
	return nil
}

func (m lossMetric) accumulator(outputs int) accumulator {
	return rowMetricOf(m.loss).accumulator(outputs)
}
