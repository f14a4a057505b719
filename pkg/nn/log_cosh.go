package nn

import "math"

// LogCosh is the mean over a row's outputs of log(cosh(p − y)), nearly ½(p − y)²
// near 0 and |p − y| − log 2 far away:
//
//	dloss/dp = 1/units tanh(p − y)
//
// Source: https://keras.io/api/losses/regression_losses/#logcosh-class
var LogCosh = newLoss(Entry{Name: "log_cosh", Class: "LogCosh", FirstCourse: true},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			e := v - y[j]
			sum += e + softplus(-2*e) - math.Ln2
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		scale := 1 / float32(len(p))
		for j, v := range p {
			dp[j] = scale * float32(math.Tanh(float64(v-y[j])))
		}
	})
