package nn

import (
	"fmt"
	"math"
)

// Loss measures how bad outputs p [batch, units] are for labels y [batch, units].
// The loss of a batch is the mean over its rows (Keras's reduction
// "sum_over_batch_size"), each row times its weight where there are weights.
// Losses without options are variables such as [MeanSquaredError]; those with
// options are made by a constructor such as [NewHuber]. [LossByName] finds both
// by Keras's names. The set is closed: unexported methods keep it to this
// package; [NewCustomLoss] makes one of your own.
//
// Source: https://keras.io/api/losses/
type Loss interface {
	// Name is Keras's name of the loss: "mean_squared_error".
	Name() string

	// row returns the loss of one row of labels y and outputs p.
	row(y, p []float32) float32
	// derivative sets dp[j] = d row(y, p) / d p[j].
	derivative(y, p, dp []float32)
}

// LossByName returns a loss with Keras's defaults by its Keras name or alias,
// such as "mse". Errors: none has the name.
func LossByName(name string) (Loss, error) { return lossOf(name, &losses, FurtherLosses()) }

// Loss returns the loss of a name as [LossByName] does, if it is in the
// catalogue.
func (c *Catalogue) Loss(name string) (Loss, error) { return lossOf(name, c) }

func lossOf(name string, catalogues ...*Catalogue) (Loss, error) {
	thing, err := findIn(name, catalogues...)
	if err != nil {
		return nil, err
	}
	return thing.(Loss), nil
}

// addLoss makes a loss without options known by its entry.
func addLoss(e Entry, l Loss) Loss {
	losses.add(e, func() any { return l })
	return l
}

// classOfLoss returns Keras's class of a loss, which errors call it by.
func classOfLoss(l Loss) string {
	if c, ok := l.(interface{ class() string }); ok {
		return c.class()
	}
	return losses.class(l.Name())
}

// simpleLoss is a loss without options.
type simpleLoss struct {
	name     string
	value    func(y, p []float32) float32
	gradient func(y, p, dp []float32)
}

// newLoss makes a loss of two functions known by its entry.
func newLoss(e Entry, row func(y, p []float32) float32, derivative func(y, p, dp []float32)) Loss {
	return addLoss(e, &simpleLoss{e.Name, row, derivative})
}

func (l *simpleLoss) Name() string                  { return l.name }
func (l *simpleLoss) row(y, p []float32) float32    { return l.value(y, p) }
func (l *simpleLoss) derivative(y, p, dp []float32) { l.gradient(y, p, dp) }

// A batchLoss also measures rows of one output all at once: a call for each
// would cost as much as the loss itself.
type batchLoss interface {
	// column returns the sum of the losses of a column.
	column(y, p []float32) float64
	// columnDerivative sets dp = scale · dloss/dp.
	columnDerivative(y, p, dp []float32, scale float32)
}

// A wholeBatch loss is no mean over rows: Keras computes it from all numbers of a
// batch at once. Its row and derivative are given the batch as one long row.
type wholeBatch interface{ wholeBatch() }

// A sparse loss takes class numbers: labels of one column, whatever the units.
type sparse interface{ sparse() }

// labelColumns returns how many columns the labels of a loss have.
func labelColumns(l Loss, outputs int) int {
	if _, ok := l.(sparse); ok {
		return 1
	}
	return outputs
}

// checkLabels reports a class number that no unit stands for.
func checkLabels(call string, l Loss, y Matrix, outputs int) error {
	if _, ok := l.(sparse); !ok {
		return nil
	}
	for i, v := range y.Data {
		if v < 0 || v >= float32(outputs) || v != float32(math.Trunc(float64(v))) {
			return fmt.Errorf("nn: %s: y has class %v in row %d; give a whole number from 0 to %d", call, v, i, outputs-1)
		}
	}
	return nil
}

// tiny is Keras's epsilon: what keeps logarithms and quotients finite.
const epsilon = 1e-7
