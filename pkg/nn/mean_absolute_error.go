package nn

// MeanAbsoluteError is the mean over a row's outputs of |p − y|:
//
//	loss = 1/units Σ |p − y|,  dloss/dp = 1/units sign(p − y)
//
// with derivative 0 where p = y.
//
// Source: https://keras.io/api/losses/regression_losses/#meanabsoluteerror-class
var MeanAbsoluteError = newLoss(Entry{Name: "mean_absolute_error", Class: "MeanAbsoluteError", Aliases: []string{"mae"}, FirstCourse: true},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			sum += abs(v - y[j])
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		scale := 1 / float32(len(p))
		for j, v := range p {
			dp[j] = scale * sign(v-y[j])
		}
	})
