package nn

// MeanSquaredLogarithmicError is the mean over a row's outputs of
// (log(1 + p) − log(1 + y))², with p and y taken as at least 1e-7:
//
//	dloss/dp = 2/units (log(1 + p) − log(1 + y)) / (1 + p), 0 where p < 1e-7
//
// Source: https://keras.io/api/losses/regression_losses/#meansquaredlogarithmicerror-class
var MeanSquaredLogarithmicError = newLoss(Entry{Name: "mean_squared_logarithmic_error", Class: "MeanSquaredLogarithmicError", Aliases: []string{"msle"}, FirstCourse: true, Labels: NonnegativeLabels},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			e := log(max(v, epsilon)+1) - log(max(y[j], epsilon)+1)
			sum += e * e
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		scale := 2 / float32(len(p))
		for j, v := range p {
			dp[j] = 0
			if v >= epsilon {
				dp[j] = scale * (log(v+1) - log(max(y[j], epsilon)+1)) / (v + 1)
			}
		}
	})
