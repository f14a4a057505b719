package nn

// Loss measures how bad a guess is. The loss of a batch is the mean over its
// rows (Keras's reduction "sum_over_batch_size"), each row times its weight
// where there are weights.
type Loss interface {
	// Name is Keras's name of the loss: "mean_squared_error".
	Name() string

	// row returns the loss of one row of labels y and outputs p.
	row(y, p []float32) float32
	// derivative sets dp[j] = d row(y, p) / d p[j].
	derivative(y, p, dp []float32)
}

// MeanSquaredError is the mean over a row's outputs of (p − y)², without the ½
// of some textbooks:
//
//	loss = 1/units Σ (p − y)²,  dloss/dp = 2/units (p − y)
//
// Source: https://keras.io/api/losses/regression_losses/#meansquarederror-class
var MeanSquaredError Loss = meanSquaredError{}

type meanSquaredError struct{}

func (meanSquaredError) Name() string { return "mean_squared_error" }

func (meanSquaredError) row(y, p []float32) float32 {
	var sum float32
	for j, v := range p {
		e := v - y[j]
		sum += e * e
	}
	return sum / float32(len(p))
}

func (meanSquaredError) derivative(y, p, dp []float32) {
	scale := 2 / float32(len(p))
	for j, v := range p {
		dp[j] = scale * (v - y[j])
	}
}
