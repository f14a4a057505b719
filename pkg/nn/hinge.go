package nn

// Hinge is the mean over a row's outputs of max(1 − y·p, 0), for labels −1 and 1; a
// row of labels 0 and 1 is taken as −1 and 1:
//
//	dloss/dp = −y/units where y·p ≤ 1, else 0
//
// Source: https://keras.io/api/losses/hinge_losses/#hinge-class
var Hinge = newLoss(Entry{Name: "hinge", Class: "Hinge", FirstCourse: true, Labels: SignLabels},
	func(y, p []float32) float32 {
		var sum float32
		binary := onlyBits(y)
		for j, v := range p {
			sum += max(1-toSign(y[j], binary)*v, 0)
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		binary := onlyBits(y)
		for j, v := range p {
			dp[j] = 0
			if t := toSign(y[j], binary); 1-t*v >= 0 {
				dp[j] = -t / float32(len(p))
			}
		}
	})

// SquaredHinge is the mean over a row's outputs of max(1 − y·p, 0)², for labels as in
// [Hinge]:
//
//	dloss/dp = −2·y·max(1 − y·p, 0)/units
//
// Source: https://keras.io/api/losses/hinge_losses/#squaredhinge-class
var SquaredHinge = newLoss(Entry{Name: "squared_hinge", Class: "SquaredHinge", FirstCourse: true, Labels: SignLabels},
	func(y, p []float32) float32 {
		var sum float32
		binary := onlyBits(y)
		for j, v := range p {
			m := max(1-toSign(y[j], binary)*v, 0)
			sum += m * m
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		binary := onlyBits(y)
		for j, v := range p {
			t := toSign(y[j], binary)
			dp[j] = -2 * t * max(1-t*v, 0) / float32(len(p))
		}
	})

// onlyBits reports whether a row's labels are all 0 or 1.
func onlyBits(y []float32) bool {
	for _, v := range y {
		if v != 0 && v != 1 {
			return false
		}
	}
	return true
}

func toSign(y float32, binary bool) float32 {
	if binary {
		return 2*y - 1
	}
	return y
}
