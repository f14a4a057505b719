package nn

// KLDivergence is Σ y·log(y/p) over a row's outputs, with y and p kept inside of
// [1e-7, 1]:
//
//	dloss/dp = −y/p, 0 where p is outside
//
// Source: https://keras.io/api/losses/probabilistic_losses/#kldivergence-class
var KLDivergence = newLoss(Entry{Name: "kl_divergence", Class: "KLDivergence", Aliases: []string{"kld"}},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			t := min(max(y[j], epsilon), 1)
			sum += t * log(t/min(max(v, epsilon), 1))
		}
		return sum
	},
	func(y, p, dp []float32) {
		for j, v := range p {
			dp[j] = 0
			if v >= epsilon && v <= 1 {
				dp[j] = -min(max(y[j], epsilon), 1) / v
			}
		}
	})
