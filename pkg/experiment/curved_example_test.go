package experiment

import (
	"context"
	"fmt"
	"testing"

	"firstneuron/pkg/nn"
)

// TestNetsSucceed: each curved example is learned by its own settings, from several
// starts, and by no line; the x that it asks is among its points.
func TestNetsSucceed(t *testing.T) {
	for _, name := range []string{"wave", "step", "bumps"} {
		for seed := 1; seed <= 4; seed++ {
			e, problems := Decode(fmt.Sprintf("example=%s&seed=%d", name, seed))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			model, x, y := learned(t, e)
			logs, err := model.Evaluate(x, y)
			if err != nil {
				t.Fatal(err)
			}
			line := e
			line.Layers = Default().Layers
			best, ok := line.LeastSquares()
			if !ok {
				t.Fatal("a line has no closed form")
			}
			if loss := logs.Get("loss"); loss > 0.012 || loss > best.Loss/4 {
				t.Errorf("%s from seed %d: the loss ends at %v, the best line's is %v", name, seed, loss, best.Loss)
			}
			if first, last := e.Points[0].X[0], e.Points[len(e.Points)-1].X[0]; e.Predict[0] < first || e.Predict[0] > last {
				t.Errorf("%s asks for x = %v, beyond its points", name, e.Predict[0])
			}
		}
	}
}

// learned returns the trained model of an experiment, and all of its data.
func learned(t *testing.T, e Experiment) (model *nn.Sequential, x, y nn.Matrix) {
	t.Helper()
	model, err := e.Model()
	if err != nil {
		t.Fatal(err)
	}
	x, y = e.Data()
	if _, err := model.Fit(context.Background(), x, y, e.FitConfig()); err != nil {
		t.Fatal(err)
	}
	return model, x, y
}
