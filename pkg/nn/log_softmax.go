package nn

// LogSoftmax is the logarithm of [Softmax] of a row z:
//
//	y_j = z_j − log Σ exp(z)
//	dLoss/dz_j = dLoss/dy_j − exp(y_j)·Σ dLoss/dy
//
// Source: https://keras.io/api/layers/activations/#logsoftmax-function
var LogSoftmax = newActivation(Entry{Name: "log_softmax", Go: "LogSoftmax"}, logSoftmax{})

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
