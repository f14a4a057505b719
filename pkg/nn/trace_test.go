package nn_test

import (
	"testing"

	"firstneuron/pkg/nn"
)

func TestTraceIsTrainOnBatch(t *testing.T) {
	traced, trained := net(t), net(t)
	x, y := plane(5)
	for range 3 {
		trace, err := traced.TraceOnBatch(x, y)
		if err != nil {
			t.Fatal(err)
		}
		logs, err := trained.TrainOnBatch(x, y)
		if err != nil {
			t.Fatal(err)
		}
		wantAllNear(t, "weights", trace.After, trained.AppendParams(nil), 0, 0)
		wantNear(t, "loss", trace.Loss, number(logs.Get("loss")), 1e-6, 0)
	}
}

// TestTraceOfTheLesson recomputes the first step of the lesson by hand.
func TestTraceOfTheLesson(t *testing.T) {
	model := neuron(t, 10, -10)
	trace, err := model.TraceOnBatch(lessonX, lessonY)
	if err != nil {
		t.Fatal(err)
	}
	layer := trace.Layers[0]
	dw, db := 0.0, 0.0
	for i, x := range lessonX.Data {
		z := 10*x - 10
		e := z - lessonY.Data[i]
		if layer.PreActivations.Data[i] != z || layer.Outputs.Data[i] != z || layer.Inputs.Data[i] != x {
			t.Errorf("row %d: inputs %v, z %v, outputs %v; want %v, %v", i, layer.Inputs.Data[i], layer.PreActivations.Data[i], layer.Outputs.Data[i], x, z)
		}
		if trace.RowLosses[i] != float64(e*e) || !near(float64(layer.Deltas.Data[i]), float64(2*e/6), 1e-6, 0) {
			t.Errorf("row %d: loss %v, delta %v; want %v, %v", i, trace.RowLosses[i], layer.Deltas.Data[i], e*e, 2*e/6)
		}
		dw, db = dw+float64(2*e/6*x), db+float64(2*e/6)
	}
	wantAllNear(t, "gradient", trace.Gradient, []float64{dw, db}, 1e-6, 0)
	wantAllNear(t, "after", trace.After, []float64{10 - 0.01*dw, -10 - 0.01*db}, 1e-6, 0)
	if trace.Rate != 0.01 || trace.Before[0] != 10 || len(trace.State) != 0 || trace.Penalty != 0 {
		t.Errorf("trace = %+v", trace)
	}
	adam := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := adam.Compile(nn.NewAdam(0.1), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	if trace, err = adam.TraceOnBatch(lessonX, lessonY); err != nil || len(trace.State) != 2 || len(trace.State[0]) != 2 {
		t.Errorf("the state of Adam is %v, error %v; want two arrays of two", trace.State, err)
	}
}
