package nn

// Hinge is the mean over a row's outputs of max(1 − y·p, 0), for labels −1 and 1; a
// batch of labels that are all 0 or 1 is taken as −1 and 1:
//
//	dloss/dp = −y/units where y·p ≤ 1, else 0
//
// Source: https://keras.io/api/losses/hinge_losses/#hinge-class
var Hinge = newHinge(Entry{Name: "hinge", Class: "Hinge", FirstCourse: true, Labels: SignLabels},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			sum += max(1-y[j]*v, 0)
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		for j, v := range p {
			dp[j] = 0
			if t := y[j]; 1-t*v >= 0 {
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
var SquaredHinge = newHinge(Entry{Name: "squared_hinge", Class: "SquaredHinge", FirstCourse: true, Labels: SignLabels},
	func(y, p []float32) float32 {
		var sum float32
		for j, v := range p {
			m := max(1-y[j]*v, 0)
			sum += m * m
		}
		return sum / float32(len(p))
	},
	func(y, p, dp []float32) {
		for j, v := range p {
			t := y[j]
			dp[j] = -2 * t * max(1-t*v, 0) / float32(len(p))
		}
	})

// hinge is a loss of labels −1 and 1, to which a batch's are brought first.
type hinge struct{ simpleLoss }

func newHinge(e Entry, row func(y, p []float32) float32, derivative func(y, p, dp []float32)) Loss {
	return addLoss(e, &hinge{simpleLoss{e.Name, row, derivative}})
}

func (*hinge) signs() {}

// A signed loss or metric takes labels −1 and 1.
type signed interface{ signs() }

// signsOf returns a batch's labels as −1 and 1 where all of them are 0 or 1, in
// room, which grows as needed.
func signsOf(y Matrix, room *[]float32) Matrix {
	for _, v := range y.Data {
		if v != 0 && v != 1 {
			return y
		}
	}
	if len(*room) < len(y.Data) {
		*room = floats(len(y.Data))
	}
	for i, v := range y.Data {
		(*room)[i] = 2*v - 1
	}
	return Matrix{Rows: y.Rows, Cols: y.Cols, Data: (*room)[:len(y.Data)]}
}
