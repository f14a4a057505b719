package nn

// MeanSquaredError is the mean over a row's outputs of (p − y)², without the ½
// of some textbooks:
//
//	loss = 1/units Σ (p − y)²,  dloss/dp = 2/units (p − y)
//
// Source: https://keras.io/api/losses/regression_losses/#meansquarederror-class
var MeanSquaredError = addLoss(Entry{Name: "mean_squared_error", Class: "MeanSquaredError", Aliases: []string{"mse"}, FirstCourse: true}, meanSquaredError{})

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

func (meanSquaredError) column(y, p []float32) float64 {
	y = y[:len(p)]
	var sum float64
	for i, v := range p {
		e := v - y[i]
		sum += float64(e * e)
	}
	return sum
}

func (meanSquaredError) columnDerivative(y, p, dp []float32, scale float32) {
	y, dp = y[:len(p)], dp[:len(p)]
	for i, v := range p {
		dp[i] = 2 * (v - y[i]) * scale
	}
}
