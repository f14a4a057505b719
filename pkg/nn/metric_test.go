package nn_test

import (
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestAccuracyOfSeveralOutputs is categorical also with the binary
// crossentropy: Keras looks at the shapes alone.
//
// Source: keras/src/trainers/compile_utils.py, get_metric.
func TestAccuracyOfSeveralOutputs(t *testing.T) {
	metric, err := nn.MetricByName("accuracy")
	if err != nil {
		t.Fatal(err)
	}
	model := nn.NewSequential(nn.NewInput(2), nn.NewActivation(nn.Linear))
	if err := model.Compile(nn.NewSGD(0.01), &nn.BinaryCrossentropy{}, metric); err != nil {
		t.Fatal(err)
	}
	x, _ := nn.FromRows([][]float32{{0.9, 0.8}, {0.6, 0.7}})
	y, _ := nn.FromRows([][]float32{{1, 0}, {1, 0}})
	logs, err := model.Evaluate(x, y)
	if err != nil || logs.Get("accuracy") != 0.5 {
		t.Errorf("accuracy = %v, %v; want 0.5", logs.Get("accuracy"), err)
	}
}

// TestMetricsTakeTheLabelsOfTheLoss: what would look for labels that are not
// there is refused.
func TestMetricsTakeTheLabelsOfTheLoss(t *testing.T) {
	for _, name := range nn.Metrics().Names() {
		metric, err := nn.MetricByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, loss := range []nn.Loss{nn.MeanSquaredError, &nn.SparseCategoricalCrossentropy{}} {
			for _, units := range []int{1, 3} {
				model := nn.NewSequential(nn.NewDense(units, nn.InputShape(1)))
				labels := nn.NewMatrix(6, units)
				if loss != nn.MeanSquaredError {
					labels = nn.NewMatrix(6, 1)
				}
				err := model.Compile(nn.NewSGD(0.001), loss, metric)
				numbers := strings.HasPrefix(name, "sparse")
				fits := name == "accuracy" || name == "acc" || numbers == (loss != nn.MeanSquaredError) || (units == 1 && !numbers)
				if (err == nil) != fits {
					t.Errorf("Compile(%s, %s) of %d units error = %v, want an error: %v", loss.Name(), name, units, err, !fits)
				}
				if err != nil {
					continue
				}
				if loss == nn.MeanSquaredError {
					labels.Data[0] = -3
				}
				if _, err := model.Evaluate(lessonX, labels); err != nil {
					t.Errorf("Evaluate with %s and %s of %d units error = %v", loss.Name(), name, units, err)
				}
			}
		}
	}
}

// TestR2ScoreOfNoNumbers is no number: 0 would be a model that answers the mean.
func TestR2ScoreOfNoNumbers(t *testing.T) {
	nan := float32(math.NaN())
	got := nn.Count(nn.R2Score, [][]float32{{1}, {2}}, [][]float32{{nan}, {nan}}, nil, []int{2})
	if !math.IsNaN(got[0]) {
		t.Errorf("r2_score of NaN = %v, want NaN", got[0])
	}
}
