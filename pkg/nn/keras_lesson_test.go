package nn_test

import (
	"context"
	"fmt"
	"testing"

	"firstneuron/pkg/nn"
)

// lessonFixture is testdata/keras/lesson.json: the lesson in real Keras from
// several starting points.
type lessonFixture struct {
	head
	X         []float32
	Y         []float32
	Epochs    int
	Trainings []struct {
		Name      string
		Start     []float32 // weight, bias
		Loss      []number  // of each epoch, taken before its update
		Weights   [][]number
		Predict10 number `json:"predict_10"`
	}
}

// throughZero is one unit in the last place of a weight between 1 and 2: where
// the bias passes through zero, its sum of larger updates is right to that and
// not to a part of its own size.
const throughZero = 1.2e-7

func TestKerasLesson(t *testing.T) {
	var fixture lessonFixture
	readFixture(t, "lesson.json", &fixture)
	for _, want := range fixture.Trainings {
		t.Run(want.Name, func(t *testing.T) {
			model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
			if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
				t.Fatalf("Compile(SGD 0.01, mse) error = %v, want nil", err)
			}
			if err := model.SetWeights([][]float32{want.Start[:1], want.Start[1:]}); err != nil {
				t.Fatalf("SetWeights(%v) error = %v, want nil", want.Start, err)
			}
			var weights [][]float32
			history, err := model.Fit(context.Background(), nn.Column(fixture.X...), nn.Column(fixture.Y...), nn.FitConfig{
				Epochs: fixture.Epochs,
				Callbacks: []nn.Callback{nn.LambdaCallback{OnEpochEnd: func(int, nn.Logs) error {
					weights = append(weights, model.AppendParams(nil))
					return nil
				}}},
			})
			if err != nil {
				t.Fatalf("Fit(%s) error = %v, want nil", want.Name, err)
			}
			wantAllNear(t, fmt.Sprintf("Fit(%s) loss", want.Name), history.Metrics["loss"], want.Loss, shortRun, 0)
			for epoch := range want.Weights {
				if !wantAllNear(t, fmt.Sprintf("Fit(%s) epoch %d weights", want.Name, epoch+1), weights[epoch], want.Weights[epoch], shortRun, throughZero) {
					break
				}
			}
			answer, err := model.Predict(nn.Column(10))
			if err != nil {
				t.Fatalf("Predict(10) error = %v, want nil", err)
			}
			wantNear(t, "Predict(10)", float64(answer.Data[0]), want.Predict10, shortRun, 0)
		})
	}
}
