package nn

// CategoricalHinge is max(1 + highest wrong − right, 0), with right Σ y·p and
// highest wrong the maximum of (1 − y)·p.
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
