package nn_test

import (
	"context"
	"fmt"

	"firstneuron/pkg/nn"
)

// One neuron learns y = 2x − 1 from six points. After 500 epochs its answer to
// 10 is close to 19, and not 19: gradient descent has not converged yet.
func Example() {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
		panic(err)
	}
	xs := nn.Column(-1, 0, 1, 2, 3, 4)
	ys := nn.Column(-3, -1, 1, 3, 5, 7)
	if err := model.SetWeights([][]float32{{0}, {0}}); err != nil {
		panic(err)
	}
	history, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{Epochs: 500})
	if err != nil {
		panic(err)
	}
	answer, err := model.Predict(nn.Column(10))
	if err != nil {
		panic(err)
	}
	fmt.Printf("first loss %.4f, last loss %.4e\n", history.Metrics["loss"][0], history.Metrics["loss"][499])
	fmt.Printf("predict(10) = %.4f\n", answer.Data[0])
	// Output:
	// first loss 15.6667, last loss 4.0217e-05
	// predict(10) = 18.9815
}
