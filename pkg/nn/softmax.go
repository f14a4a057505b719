package nn

import "math"

// Softmax turns a row of scores into probabilities that add up to 1:
// y_j = exp(z_j) / Σ exp(z).
var Softmax = activations.add(softmax{}, "softmax")

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

// LogSoftmax is the logarithm of [Softmax]: y_j = z_j − log Σ exp(z).
var LogSoftmax = activations.add(logSoftmax{}, "log_softmax")

type logSoftmax struct{}

func (logSoftmax) Name() string { return "log_softmax" }

func (logSoftmax) forward(z, y []float32, cols int) {
	for from := 0; from < len(z); from += cols {
		highest, logSum := logSumParts(z[from : from+cols])
		for j := from; j < from+cols; j++ {
			y[j] = z[j] - highest - logSum
		}
	}
}

// backward: dz_j = dy_j − exp(y_j)·Σ dy.
func (logSoftmax) backward(_, y, dy, dz []float32, cols int) {
	for from := 0; from < len(y); from += cols {
		var sum float32
		for _, v := range dy[from : from+cols] {
			sum += v
		}
		for j := from; j < from+cols; j++ {
			dz[j] = dy[j] - exp(y[j])*sum
		}
	}
}

// logSumExp is log Σ exp(z), without overflow.
func logSumExp(z []float32) float32 {
	highest, logSum := logSumParts(z)
	return highest + logSum
}

// logSumParts returns the two parts of log Σ exp(z): taken off one after the
// other, small differences of large scores stay exact.
func logSumParts(z []float32) (highest, logSum float32) {
	highest = maximum(z)
	sum := 0.0
	for _, v := range z {
		sum += math.Exp(float64(v - highest))
	}
	return highest, float32(math.Log(sum))
}

func maximum(values []float32) float32 {
	highest := values[0]
	for _, v := range values[1:] {
		highest = max(highest, v)
	}
	return highest
}
