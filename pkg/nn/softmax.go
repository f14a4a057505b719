package nn

// Softmax turns a row z of scores into probabilities that add up to 1:
//
//	y_j = exp(z_j) / Σ exp(z)
//	dLoss/dz_j = y_j·(dLoss/dy_j − Σ y·dLoss/dy)
//
// Source: https://keras.io/api/layers/activations/#softmax-function
var Softmax = newActivation(Entry{Name: "softmax", Go: "Softmax"}, softmax{})

type softmax struct{}

func (softmax) Name() string { return "softmax" }

func (softmax) forward(z, y []float32, cols int) {
	for from := 0; from < len(z); from += cols {
		zr, yr := z[from:from+cols], y[from:from+cols]
		highest, sum := maximum(zr), float32(0)
		for j, v := range zr {
			yr[j] = exp(v - highest)
			sum += yr[j]
		}
		for j := range yr {
			yr[j] /= sum
		}
	}
}

// backward: dz_j = y_j·(dy_j − Σ dy·y).
func (softmax) backward(_, y, dy, dz []float32, cols int) {
	for from := 0; from < len(y); from += cols {
		yr, dyr, dzr := y[from:from+cols], dy[from:from+cols], dz[from:from+cols]
		sum := dot(dyr, yr)
		for j, v := range yr {
			dzr[j] = v * (dyr[j] - sum)
		}
	}
}
