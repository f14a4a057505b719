package nn

// CategoricalHinge is max(1 + wrong − right, 0) of a row, with right = Σ y·p and
// wrong the maximum of (1 − y)·p. Where it is not 0,
//
//	dloss/dp_j = −y_j, plus (1 − y_j)/ties where output j is one of the wrong maxima
//
// Source: https://keras.io/api/losses/hinge_losses/#categoricalhinge-class
var CategoricalHinge = newLoss(Entry{Name: "categorical_hinge", Class: "CategoricalHinge"},
	func(y, p []float32) float32 {
		right, wrong, _ := hingeSides(y, p)
		return max(wrong-right+1, 0)
	},
	func(y, p, dp []float32) {
		right, wrong, ties := hingeSides(y, p)
		for j, v := range p {
			dp[j] = 0
			if wrong-right+1 >= 0 {
				dp[j] = -y[j]
				if (1-y[j])*v == wrong {
					dp[j] += (1 - y[j]) / ties
				}
			}
		}
	})

func hingeSides(y, p []float32) (right, wrong, ties float32) {
	for j, v := range p {
		right += y[j] * v
		w := (1 - y[j]) * v
		switch {
		case j == 0 || w > wrong:
			wrong, ties = w, 1
		case w == wrong:
			ties++
		}
	}
	return right, wrong, ties
}
