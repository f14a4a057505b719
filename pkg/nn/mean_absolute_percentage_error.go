package nn

// MeanAbsolutePercentageError is 100 times the mean over a row's outputs of
// |y − p| / |y|, in percent:
//
//	loss = 100/units Σ |y − p| / max(|y|, 1e-7)
//	dloss/dp = 100/units sign(p − y) / max(|y|, 1e-7)
//
// Labels of 0 make it very large.
//
// Source: https://keras.io/api/losses/regression_losses/#meanabsolutepercentageerror-class
var MeanAbsolutePercentageError = newLoss(Entry{Name: "mean_absolute_percentage_error", Class: "MeanAbsolutePercentageError", Aliases: []string{"mape"}, FirstCourse: true, Labels: NonzeroLabels},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			sum += abs((y[j] - v) / max(abs(y[j]), epsilon))
		}
		return 100 * sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		scale := 100 / float32(len(p))
		for j, v := range p {
			dp[j] = scale * sign(v-y[j]) / max(abs(y[j]), epsilon)
		}
	})
