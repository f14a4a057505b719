package nn_test

import (
	"context"
	"math"
	"testing"

	"firstneuron/pkg/nn"
)

// TestLineIsWhatItsLayersGive: the path of one linear neuron logs what the layers
// log one by one, with each metric and penalty and with a validation part.
func TestLineIsWhatItsLayersGive(t *testing.T) {
	x, y := nn.Column(-1, 0, 1, 2, 3, 4, 5, 6, 7), nn.Column(0, 1, 1, 3, 5, 1, 0, 12, 14)
	for _, metric := range []string{"", "mae", "mse", "root_mean_squared_error", "mape", "r2_score", "accuracy"} {
		for _, penalty := range []*nn.Regularizer{nil, nn.L2(0.1), nn.L1L2(0.05, 0.01)} {
			for _, split := range []float64{0, 0.3} {
				var histories [2]*nn.History
				for i := range histories {
					model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1), nn.WithKernelRegularizer(penalty)))
					optimizer := nn.NewSGD(0.01)
					if i == 1 {
						optimizer.ClipValue = 1e9 // which only the layers' path has, and clips nothing
					}
					var metrics []nn.Metric
					if metric != "" {
						m, err := nn.MetricByName(metric)
						if err != nil {
							t.Fatal(err)
						}
						metrics = append(metrics, m)
					}
					if err := model.Compile(optimizer, nn.MeanSquaredError, metrics...); err != nil {
						t.Fatal(err)
					}
					if err := model.SetParams([]float32{-0.5, 0.25}); err != nil {
						t.Fatal(err)
					}
					history, err := model.Fit(context.Background(), x, y, nn.FitConfig{Epochs: 70, ValidationSplit: split})
					if err != nil {
						t.Fatal(err)
					}
					histories[i] = history
				}
				if len(histories[0].Metrics) != len(histories[1].Metrics) {
					t.Fatalf("%q, %v, %v: %d keys are logged, want %d", metric, penalty, split, len(histories[0].Metrics), len(histories[1].Metrics))
				}
				for key, want := range histories[1].Metrics {
					for epoch, got := range histories[0].Metrics[key] {
						if math.Abs(got-want[epoch]) > 1e-4*(1+math.Abs(want[epoch])) {
							t.Errorf("%q, %v, %v: epoch %d has the %s %v, want %v", metric, penalty, split, epoch, key, got, want[epoch])
							break
						}
					}
				}
			}
		}
	}
}
