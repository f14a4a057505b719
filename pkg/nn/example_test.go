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

// lessonModel is the lesson's model and data, from w = 0 and b = 0.
func lessonModel() (model *nn.Sequential, xs, ys nn.Matrix) {
	model = nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
		panic(err)
	}
	if err := model.SetWeights([][]float32{{0}, {0}}); err != nil {
		panic(err)
	}
	return model, nn.Column(-1, 0, 1, 2, 3, 4), nn.Column(-3, -1, 1, 3, 5, 7)
}

func ExampleSequential_Fit() {
	model, xs, ys := lessonModel()
	history, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{Epochs: 3})
	if err != nil {
		panic(err)
	}
	for i, loss := range history.Metrics["loss"] {
		fmt.Printf("epoch %d: loss %s\n", i+1, nn.FormatMetric(loss))
	}
	// Output:
	// epoch 1: loss 15.6667
	// epoch 2: loss 12.5696
	// epoch 3: loss 10.1280
}

func ExampleSequential_Evaluate() {
	model, xs, ys := lessonModel()
	logs, err := model.Evaluate(xs, ys)
	if err != nil {
		panic(err)
	}
	fmt.Println(nn.FormatMetric(logs.Get("loss")))
	// Output: 15.6667
}

func ExampleSequential_TrainOnBatch() {
	model, xs, ys := lessonModel()
	if _, err := model.TrainOnBatch(xs, ys); err != nil {
		panic(err)
	}
	fmt.Printf("w = %.4f, b = %.4f\n", model.Weights()[0][0], model.Weights()[1][0])
	// Output: w = 0.1767, b = 0.0400
}

func ExampleSequential_TraceOnBatch() {
	model, xs, ys := lessonModel()
	trace, err := model.TraceOnBatch(xs, ys)
	if err != nil {
		panic(err)
	}
	fmt.Println("outputs  ", trace.Layers[0].Outputs.Data)
	fmt.Println("losses   ", trace.RowLosses)
	fmt.Printf("gradient  %.4f\n", trace.Gradient)
	// Output:
	// outputs   [0 0 0 0 0 0]
	// losses    [9 1 1 9 25 49]
	// gradient  [-17.6667 -4.0000]
}

// A training can be advanced in pieces, as a page does between two frames.
func ExampleSequential_NewTraining() {
	model, xs, ys := lessonModel()
	training, err := model.NewTraining(xs, ys, nn.FitConfig{Epochs: 500})
	if err != nil {
		panic(err)
	}
	for done := false; !done; {
		if done, err = training.Advance(context.Background(), 200); err != nil {
			panic(err)
		}
		fmt.Println("epoch", training.Epoch())
	}
	// Output:
	// epoch 200
	// epoch 400
	// epoch 500
}

func ExampleSequential_Summary() {
	model := nn.NewSequential(nn.NewDense(16, nn.InputShape(1), nn.WithActivation(nn.Tanh)), nn.NewDense(1))
	fmt.Print(model.Summary())
	// Output:
	// Model: "sequential"
	// ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
	// ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
	// ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
	// │ dense (Dense)                   │ (None, 16)             │            32 │
	// ├─────────────────────────────────┼────────────────────────┼───────────────┤
	// │ dense_1 (Dense)                 │ (None, 1)              │            17 │
	// └─────────────────────────────────┴────────────────────────┴───────────────┘
	//  Total params: 49 (196.00 B)
	//  Trainable params: 49 (196.00 B)
	//  Non-trainable params: 0 (0.00 B)
}

func ExampleOptimizerByName() {
	optimizer, err := nn.OptimizerByName("adam")
	if err != nil {
		panic(err)
	}
	for _, field := range optimizer.Hyperparameters()[:4] {
		fmt.Println(field.Name, *field.Number)
	}
	_, err = nn.OptimizerByName("adan")
	fmt.Println(err != nil)
	// Output:
	// learning_rate 0.001
	// beta_1 0.9
	// beta_2 0.999
	// epsilon 1e-07
	// true
}

func ExampleNewEarlyStopping() {
	model, xs, ys := lessonModel()
	early := nn.NewEarlyStopping()
	early.Monitor, early.MinDelta = "loss", 0.01
	history, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{Epochs: 500, Callbacks: []nn.Callback{early}})
	if err != nil {
		panic(err)
	}
	fmt.Println(len(history.Epoch) < 100)
	// Output: true
}

// A model's configuration is what Keras's to_json writes and reads.
func ExampleFromConfig() {
	model, err := nn.FromConfig([]byte(`{"class_name": "Sequential", "config": {"layers": [
		{"class_name": "InputLayer", "config": {"batch_shape": [null, 1]}},
		{"class_name": "Dense", "config": {"units": 16, "activation": "tanh"}},
		{"class_name": "Dense", "config": {"units": 1}}]}}`))
	if err != nil {
		panic(err)
	}
	fmt.Println(model)
	// Output: Sequential(1 → input → Dense 16 → Dense 1)
}

func ExampleSequential_WeightsJSON() {
	model, _, _ := lessonModel()
	text, err := model.WeightsJSON()
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
	// Output: [{"name":"kernel","shape":[1,1],"values":[0]},{"name":"bias","shape":[1],"values":[0]}]
}
