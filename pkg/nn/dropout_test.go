package nn_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// TestDropoutDrawsAnewForEveryBatch, whichever call it comes with: at a rate of
// 0 only what is dropped changes the loss.
func TestDropoutDrawsAnewForEveryBatch(t *testing.T) {
	model := compiled(t, 0, nn.NewDense(64, nn.InputShape(1)), nn.NewDropout(0.5), nn.NewDense(1))
	var losses []float64
	for range 2 {
		logs, err := model.TrainOnBatch(lessonX, lessonY)
		if err != nil {
			t.Fatal(err)
		}
		trace, err := model.TraceOnBatch(lessonX, lessonY)
		if err != nil {
			t.Fatal(err)
		}
		history, err := model.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 2})
		if err != nil {
			t.Fatal(err)
		}
		losses = append(append(losses, logs.Get("loss"), trace.Loss), history.Metrics["loss"]...)
	}
	slices.Sort(losses)
	if unique := slices.Compact(slices.Clone(losses)); len(unique) != len(losses) {
		t.Errorf("the losses of 8 batches are %v, want all different", losses)
	}
}

// TestDropoutsDropEachTheirOwn: two halves in a row leave a quarter.
func TestDropoutsDropEachTheirOwn(t *testing.T) {
	const units, deviations = 4096, 5
	model := compiled(t, 0, nn.NewInput(units), nn.NewDropout(0.5), nn.NewDropout(0.5))
	x := nn.NewMatrix(1, units)
	for i := range x.Data {
		x.Data[i] = 1
	}
	trace, err := model.TraceOnBatch(x, x)
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, v := range trace.Layers[2].Outputs.Data {
		if v != 0 {
			kept++
		}
	}
	if off := math.Abs(float64(kept) - units/4); off > deviations*math.Sqrt(units*3/16) {
		t.Errorf("%d of %d are kept, want about a quarter", kept, units)
	}
}

// TestTraceDropsAsAdvanceDoes.
func TestTraceDropsAsAdvanceDoes(t *testing.T) {
	var losses [2][]float64
	for i := range losses {
		model := compiled(t, 0.001, nn.NewDense(32, nn.InputShape(1)), nn.NewDropout(0.5), nn.NewDense(1))
		training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 4})
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			if i == 0 {
				_, err = training.Advance(context.Background(), 1)
			} else {
				_, err = training.Trace()
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		losses[i] = training.History().Metrics["loss"]
	}
	wantAllNear(t, "traced losses", losses[1], losses[0], 1e-6, 0)
}

func TestDropoutKeepsTheMean(t *testing.T) {
	model := nn.NewSequential(nn.NewInput(1000), nn.NewDropout(0.3))
	if err := model.Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	x := nn.NewMatrix(20, 1000)
	for i := range x.Data {
		x.Data[i] = 1
	}
	outputs, err := model.Predict(x)
	if err != nil || !slices.Equal(outputs.Data, x.Data) {
		t.Errorf("Predict drops something, error %v", err)
	}
	trace, err := model.TraceOnBatch(x, x)
	if err != nil {
		t.Fatal(err)
	}
	dropped, sum := 0, 0.0
	for _, v := range trace.Layers[1].Outputs.Data {
		if v == 0 {
			dropped++
		} else if math.Abs(float64(v)-1/0.7) > 1e-6 {
			t.Fatalf("a value of 1 becomes %v, want 0 or %v", v, 1/0.7)
		}
		sum += float64(v)
	}
	if part := float64(dropped) / 20000; math.Abs(part-0.3) > 0.02 || math.Abs(sum/20000-1) > 0.03 {
		t.Errorf("%v dropped, mean %v; want 0.3, 1", part, sum/20000)
	}
	for _, rate := range []float64{-0.1, 1, math.NaN()} {
		if err := nn.NewSequential(nn.NewInput(1), nn.NewDropout(rate)).Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err == nil {
			t.Errorf("Dropout(%v) = nil, want an error", rate)
		}
	}
	// It also learns: the gradient goes through the mask.
	x, y := plane(40)
	net := nn.NewSequential(nn.NewDense(16, nn.InputShape(2), nn.WithActivation(nn.ReLU)), nn.NewDropout(0.2), nn.NewDense(2))
	if err := net.Compile(nn.NewAdam(0.01), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	before, _ := net.Evaluate(x, y)
	for range 100 {
		if _, err := net.TrainOnBatch(x, y); err != nil {
			t.Fatal(err)
		}
	}
	if after, _ := net.Evaluate(x, y); after.Get("loss") > before.Get("loss")/2 {
		t.Errorf("loss %v after 100 steps, %v before; want less than half", after.Get("loss"), before.Get("loss"))
	}
}
