// Package workload defines the five trainings whose speed is measured, natively
// and in a browser, beside a twin in plain JavaScript (../twin.js) that starts
// from the same weights and must end at the same loss.
package workload

import (
	"math/rand/v2"

	"firstneuron/pkg/nn"
)

// Layer is one Dense of a workload.
type Layer struct {
	Units      int    `json:"units"`
	Activation string `json:"activation"`
}

// Workload is one training: plain SGD, no shuffling.
type Workload struct {
	Name     string  `json:"name"`
	Features int     `json:"features"`
	Layers   []Layer `json:"layers"`
	Rows     int     `json:"rows"`
	Batch    int     `json:"batch"`
	Epochs   int     `json:"epochs"`
	Rate     float64 `json:"rate"`
	// Loss is "mse", or "crossentropy" with class numbers.
	Loss string `json:"loss"`
	// Repeat is how often a measurement makes it, so that a clock of a tenth of
	// a millisecond can tell.
	Repeat int `json:"repeat"`
}

// All are the workloads of the project's speed goals.
var All = []Workload{
	{"W1 1-1, 6 points, 500 epochs", 1, []Layer{{1, "linear"}}, 6, 32, 500, 0.01, "mse", 500},
	{"W2 1-16-16-1 tanh, 200 points", 1, []Layer{{16, "tanh"}, {16, "tanh"}, {1, "linear"}}, 200, 32, 500, 0.05, "mse", 1},
	{"W3 2-8-8-1 tanh, 500 points", 2, []Layer{{8, "tanh"}, {8, "tanh"}, {1, "linear"}}, 500, 10, 500, 0.03, "mse", 1},
	{"W4 2-64-64-1 relu, 10000 points", 2, []Layer{{64, "relu"}, {64, "relu"}, {1, "linear"}}, 10_000, 128, 20, 0.01, "mse", 1},
	{"W5 784-128-10 softmax, 10000 rows", 784, []Layer{{128, "relu"}, {10, "softmax"}}, 10_000, 128, 2, 0.05, "crossentropy", 1},
}

// Data returns the workload's inputs and labels, the same every time.
func (w Workload) Data() (x, y nn.Matrix) {
	if w.Rows == 6 {
		return nn.Column(-1, 0, 1, 2, 3, 4), nn.Column(-3, -1, 1, 3, 5, 7)
	}
	r := rand.New(rand.NewPCG(1, 2))
	x, y = nn.NewMatrix(w.Rows, w.Features), nn.NewMatrix(w.Rows, 1)
	for i := range w.Rows {
		row := x.Row(i)
		for j := range row {
			row[j] = r.Float32()*2 - 1
		}
		v := row[0]
		if w.Features > 1 {
			v = row[0]*row[1] + 0.5*row[1]
		}
		y.Data[i] = v * v * 2
		if w.Loss == "crossentropy" {
			y.Data[i] = float32(int((v + 1.5) / 3 * 9.99))
		}
	}
	return x, y
}

// Model returns the compiled model with its first weights.
func (w Workload) Model() (*nn.Sequential, error) {
	var layers []nn.Layer
	for i, layer := range w.Layers {
		activation, err := nn.ActivationByName(layer.Activation)
		if err != nil {
			return nil, err
		}
		dense := nn.NewDense(layer.Units, nn.WithActivation(activation))
		if i == 0 {
			dense.Inputs = w.Features
		}
		layers = append(layers, dense)
	}
	loss := nn.MeanSquaredError
	if w.Loss == "crossentropy" {
		loss = &nn.SparseCategoricalCrossentropy{}
	}
	m := nn.NewSequential(layers...)
	return m, m.Compile(nn.NewSGD(w.Rate), loss)
}
