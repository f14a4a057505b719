package nn

import "math"

// KLDivergence is Σ y·log(y/p), with y and p kept inside of [1e-7, 1].
var KLDivergence = newLoss("kl_divergence",
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			t := min(max(y[j], tiny), 1)
			sum += t * log(t/min(max(v, tiny), 1))
		}
		return sum
	},
	func(y, p, dp []float32) {
		for j, v := range p {
			dp[j] = 0
			if v >= tiny && v <= 1 {
				dp[j] = -min(max(y[j], tiny), 1) / v
			}
		}
	}, "kld")

// Poisson is the mean over a row's outputs of p − y·log(p + 1e-7).
var Poisson = newLoss("poisson",
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			sum += v - y[j]*log(v+tiny)
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		for j, v := range p {
			dp[j] = (1 - y[j]/(v+tiny)) / float32(len(p))
		}
	})

// CosineSimilarity is −y·p / (|y|·|p|): −1 for the same direction, 1 for the
// opposite.
var CosineSimilarity = newLoss("cosine_similarity",
	func(y, p []float32) float32 {
		return -dot(y, p) / (norm(y) * norm(p))
	},
	func(y, p, dp []float32) {
		ny, np := norm(y), norm(p)
		cosine := dot(y, p) / (ny * np)
		for j, v := range p {
			dp[j] = -(y[j]/ny - cosine*v/np) / np
		}
	})

// norm is the length of a vector, as Keras takes it to divide by: not 0.
func norm(v []float32) float32 {
	return float32(math.Sqrt(math.Max(float64(dot(v, v)), 1e-12)))
}
