package nn_test

import (
	"context"
	"fmt"
	"log"

	"firstneuron/pkg/nn"
)

// Points of a measurement that is trusted less count less: in the loss, and in the
// metric that is weighted.
func ExampleWeighted() {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	mae := nn.MetricOfLoss(nn.MeanAbsoluteError)
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError, mae, nn.Weighted(mae)); err != nil {
		log.Fatal(err)
	}
	if err := model.SetParams([]float32{2, -1}); err != nil {
		log.Fatal(err)
	}
	xs, ys := nn.Column(0, 1, 2, 3), nn.Column(-1, 1, 3, 9)
	logs, err := model.Evaluate(xs, ys, nn.EvaluateConfig{SampleWeight: []float32{1, 1, 1, 0.25}})
	if err != nil {
		log.Fatal(err)
	}
	for _, key := range logs.Keys() {
		fmt.Printf("%s: %.3f\n", key, logs.Get(key))
	}
	// Output:
	// loss: 1.000
	// mean_absolute_error: 1.000
	// weighted_mean_absolute_error: 0.308
}

// A large validation part is measured after every hundredth epoch.
func ExampleValidationConfig() {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
		log.Fatal(err)
	}
	history, err := model.Fit(context.Background(), nn.Column(-1, 0, 1, 2), nn.Column(-3, -1, 1, 3), nn.FitConfig{
		Epochs: 500, ValidationX: nn.Column(3, 4), ValidationY: nn.Column(5, 7),
		Validation: nn.ValidationConfig{Freq: 100},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(history.Metrics["loss"]), len(history.Metrics["val_loss"]))
	// Output: 500 5
}

// The moving average of the weights is measured and saved in place of the weights that
// still move.
func ExampleSwapEMAWeights() {
	sgd := nn.NewSGD(0.05)
	sgd.UseEMA, sgd.EMAMomentum = true, 0.9
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(sgd, nn.MeanSquaredError); err != nil {
		log.Fatal(err)
	}
	_, err := model.Fit(context.Background(), nn.Column(-1, 0, 1, 2, 3, 4), nn.Column(-3, -1, 1, 3, 5, 7), nn.FitConfig{
		Epochs: 500, BatchSize: 2, ValidationX: nn.Column(5), ValidationY: nn.Column(9),
		Callbacks: []nn.Callback{nn.NewSwapEMAWeights()},
	})
	if err != nil {
		log.Fatal(err)
	}
	answer, err := model.Predict(nn.Column(10))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f\n", answer.Data[0])
	// Output: 19.00
}

// With an axis the norm of a feature's weights is bounded, and not that of a unit's.
func ExampleMaxNorm() {
	layer := nn.NewDense(2, nn.InputShape(2))
	layer.KernelConstraint = &nn.MaxNorm{MaxValue: 1, Axis: nn.OverUnits}
	model := nn.NewSequential(layer)
	if err := model.Compile(nn.NewSGD(0), nn.MeanSquaredError); err != nil {
		log.Fatal(err)
	}
	if err := model.SetWeights([][]float32{{3, 4, 0.3, 0.4}, {0, 0}}); err != nil {
		log.Fatal(err)
	}
	if _, err := model.TrainOnBatch(nn.NewMatrix(1, 2), nn.NewMatrix(1, 2)); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f\n", model.Weights()[0])
	// Output: [0.60 0.80 0.30 0.40]
}
