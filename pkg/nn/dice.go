package nn

// Dice measures how little two sets overlap, labels y and outputs p from 0 to 1:
//
//	loss = 1 − 2·Σ y·p / S,  S = Σ y + Σ p + 1e-7
//	dloss/dp = −2·(y·S − Σ y·p) / S²
//
// where the sums go over all outputs of all rows of a batch, as Keras's default
// axis=None has it: it is no mean over rows, and the loss of an epoch is the
// mean over its batches.
//
// Source: https://keras.io/api/losses/regression_losses/#dice-class; Milletari,
// Navab and Ahmadi, "V-Net", 2016.
var Dice = addLoss(Entry{Name: "dice", Class: "Dice", Labels: BitLabels}, diceLoss{})

type diceLoss struct{}

func (diceLoss) Name() string { return "dice" }
func (diceLoss) wholeBatch()  {}

func (diceLoss) row(y, p []float32) float32 {
	both, sum := diceSums(y, p)
	return 1 - 2*both/sum
}

func (diceLoss) derivative(y, p, dp []float32) {
	both, sum := diceSums(y, p)
	for i, t := range y {
		dp[i] = -2 * (t*sum - both) / (sum * sum)
	}
}

// diceSums returns Σ y·p and S.
func diceSums(y, p []float32) (both, sum float32) {
	return dot(y, p), sumOf(y) + sumOf(p) + epsilon
}
