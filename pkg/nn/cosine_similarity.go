package nn

// CosineSimilarity is −cos of the angle between a row of labels and of outputs: −1
// for the same direction, 1 for the opposite.
//
//	loss = −y·p / (|y|·|p|),  dloss/dp = −(y/|y| − cos·p/|p|) / |p|
//
// with each length taken as at least 1e-7.
//
// Source: https://keras.io/api/losses/regression_losses/#cosinesimilarity-class
var CosineSimilarity = newLoss(Entry{Name: "cosine_similarity", Class: "CosineSimilarity"},
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
