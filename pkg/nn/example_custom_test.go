package nn_test

import (
	"context"
	"fmt"
	"log"
	"math"

	"firstneuron/pkg/nn"
)

// pinball is a loss of one's own: it weighs guesses that are too low nine times as
// much as those that are too high, and so finds the ninetieth percentile.
type pinball struct{}

func (pinball) Name() string { return "pinball" }

func (pinball) Row(y, p []float32) float32 {
	e := y[0] - p[0]
	return max(0.9*e, -0.1*e)
}

func (pinball) Derivative(y, p, dp []float32) {
	dp[0] = 0.1
	if y[0] > p[0] {
		dp[0] = -0.9
	}
}

// A neuron that only has a bias learns the ninetieth percentile of its labels.
func ExampleNewCustomLoss() {
	xs, ys := nn.NewMatrix(100, 1), nn.NewMatrix(100, 1)
	for i := range ys.Data {
		ys.Data[i] = float32(i + 1)
	}
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(1), nn.NewCustomLoss(pinball{})); err != nil {
		log.Fatal(err)
	}
	if _, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{Epochs: 1000, BatchSize: 100}); err != nil {
		log.Fatal(err)
	}
	answer, err := model.Predict(nn.Column(0))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.0f\n", answer.Data[0])
	// Output: 90
}

// worst is a metric of one's own: the largest error of an epoch.
type worst struct{}

func (worst) Name() string             { return "worst" }
func (worst) Count(int) nn.MetricCount { return new(worstCount) }

type worstCount struct{ largest float64 }

func (c *worstCount) Reset()          { c.largest = 0 }
func (c *worstCount) Result() float64 { return c.largest }

func (c *worstCount) Add(y, p []float32) {
	for j := range y {
		c.largest = math.Max(c.largest, math.Abs(float64(y[j]-p[j])))
	}
}

// The largest error of y = 2x for the lesson's points is where the labels are 1 lower.
func ExampleNewCustomMetric() {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError, nn.NewCustomMetric(worst{})); err != nil {
		log.Fatal(err)
	}
	if err := model.SetParams([]float32{2, 0}); err != nil {
		log.Fatal(err)
	}
	logs, err := model.Evaluate(nn.Column(-1, 0, 1, 2, 3, 4), nn.Column(-3, -1, 1, 3, 5, 10))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(logs.Get("worst"))
	// Output: 2
}

// sine is an activation of one's own.
type sine struct{}

func (sine) Name() string { return "sine" }

func (sine) Forward(z, y []float32, _ int) {
	for i, v := range z {
		y[i] = float32(math.Sin(float64(v)))
	}
}

func (sine) Backward(z, _, dy, dz []float32, _ int) {
	for i, v := range z {
		dz[i] = dy[i] * float32(math.Cos(float64(v)))
	}
}

// One neuron whose activation is the sine finds the frequency of a wave.
func ExampleNewCustomActivation() {
	xs, ys := nn.NewMatrix(40, 1), nn.NewMatrix(40, 1)
	for i := range xs.Data {
		x := float64(i)/20 - 1
		xs.Data[i], ys.Data[i] = float32(x), float32(math.Sin(3*x))
	}
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1), nn.WithActivation(nn.NewCustomActivation(sine{}))))
	if err := model.Compile(nn.NewAdam(0.05), nn.MeanSquaredError); err != nil {
		log.Fatal(err)
	}
	if err := model.SetParams([]float32{2, 0.1}); err != nil {
		log.Fatal(err)
	}
	if _, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{Epochs: 300, BatchSize: 40}); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f\n", model.Weights()[0][0])
	// Output: 3.00
}

// gain is a layer of one's own: every feature times a number that is learned.
type gain struct{}

func (gain) Name() string { return "gain" }

func (gain) Build(inputs int) (int, []nn.Weight, error) {
	return inputs, []nn.Weight{{Name: "gain", Shape: []int{inputs}, Initializer: nn.Ones}}, nil
}

func (gain) Forward(x, y nn.Matrix, weights [][]float32, _ bool) {
	for i := range x.Data {
		y.Data[i] = x.Data[i] * weights[0][i%x.Cols]
	}
}

func (gain) Backward(x, _, dy, dx nn.Matrix, weights, gradients [][]float32) {
	for i, d := range dy.Data {
		dx.Data[i] = d * weights[0][i%x.Cols]
		if gradients[0] != nil {
			gradients[0][i%x.Cols] += d * x.Data[i]
		}
	}
}

// The layer learns that the first feature is doubled and the second turned round.
func ExampleNewCustomLayer() {
	xs := nn.Matrix{Rows: 3, Cols: 2, Data: []float32{1, 1, 2, -1, -1, 3}}
	ys := nn.Matrix{Rows: 3, Cols: 2, Data: []float32{2, -1, 4, 1, -2, -3}}
	model := nn.NewSequential(nn.NewInput(2), nn.NewCustomLayer(gain{}))
	if err := model.Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err != nil {
		log.Fatal(err)
	}
	if _, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{Epochs: 100}); err != nil {
		log.Fatal(err)
	}
	weights, err := model.LayerWeights("gain")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f\n", weights[0])
	// Output: [2.00 -1.00]
}
