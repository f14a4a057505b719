package nn

// Poisson is the mean over a row's outputs of p − y·log(p + 1e-7), for labels y that
// are counts and outputs p above 0:
//
//	dloss/dp = 1/units (1 − y/(p + 1e-7))
//
// Source: https://keras.io/api/losses/probabilistic_losses/#poisson-class
var Poisson = newLoss(Entry{Name: "poisson", Class: "Poisson", FirstCourse: true, Labels: NonnegativeLabels},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			sum += v - y[j]*log(v+epsilon)
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		for j, v := range p {
			dp[j] = (1 - y[j]/(v+epsilon)) / float32(len(p))
		}
	})
