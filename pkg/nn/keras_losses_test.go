package nn_test

import (
	"fmt"
	"testing"

	"firstneuron/pkg/nn"
)

// lossData are the labels and outputs that the cases of a fixture name.
type lossData []struct {
	Name  string
	YTrue [][]float32 `json:"y_true"`
	YPred [][]number  `json:"y_pred"`
}

func (d lossData) find(name string) (y, p [][]float32) {
	for _, data := range d {
		if data.Name == name {
			for _, row := range data.YPred {
				var values []float32
				for _, v := range row {
					values = append(values, float32(v))
				}
				p = append(p, values)
			}
			return data.YTrue, p
		}
	}
	panic("no data " + name)
}

func TestKerasLosses(t *testing.T) {
	var fixture struct {
		head
		Data  lossData
		Cases []struct {
			spec
			Data         string
			Value        number
			Gradient     [][]number
			Samples      []number
			SampleWeight []float32 `json:"sample_weight"`
		}
	}
	readFixture(t, "losses.json", &fixture)
	for _, want := range fixture.Cases {
		name := fmt.Sprint(want.Class, want.Args, want.Data)
		if want.Args["reduction"] == "sum" {
			continue // whole trainings compare reductions: see keras_mixed_test.go
		}
		loss := lossOf(t, want.spec)
		y, p := fixture.Data.find(want.Data)
		var sum float64
		if nn.WholeBatch(loss) {
			checkWholeBatch(t, name, loss, flat(y), flat(p), want.SampleWeight, want.Value, want.Gradient)
			continue
		}
		y = nn.LabelsOf(loss, y)
		for i := range y {
			value, gradient := nn.LossOf(loss, y[i], p[i])
			weight := float32(1)
			if want.SampleWeight != nil {
				weight = want.SampleWeight[i]
			} else {
				wantNear(t, fmt.Sprintf("%s row %d", name, i), float64(value), want.Samples[i], 3e-6, 2.4e-7)
			}
			sum += float64(value) * float64(weight)
			for j, g := range gradient {
				scaled := float64(g) * float64(weight) / float64(len(y))
				wantNear(t, fmt.Sprintf("%s gradient[%d][%d]", name, i, j), scaled, want.Gradient[i][j], shortRun, 1e-7)
			}
		}
		wantNear(t, name, sum/float64(len(y)), want.Value, 3e-6, 2.4e-7)
	}
}

// checkWholeBatch compares a loss that is no mean over rows: a weight of a row
// multiplies all of it.
func checkWholeBatch(t *testing.T, name string, loss nn.Loss, y, p, weights []float32, want number, wantGradient [][]number) {
	t.Helper()
	mean := 1.0
	if weights != nil {
		mean = 0
		for _, w := range weights {
			mean += float64(w) / float64(len(weights))
		}
	}
	value, gradient := nn.LossOf(loss, y, p)
	wantNear(t, name, float64(value)*mean, want, 3e-6, 2.4e-7)
	cols := len(wantGradient[0])
	for i, g := range gradient {
		wantNear(t, fmt.Sprintf("%s gradient[%d]", name, i), float64(g)*mean, wantGradient[i/cols][i%cols], shortRun, 1e-7)
	}
}
