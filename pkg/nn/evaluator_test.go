package nn_test

import (
	"context"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

func TestEvaluatorIsEvaluate(t *testing.T) {
	dense := nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Tanh))
	dense.KernelRegularizer = nn.L1L2(0.1, 0.2)
	model := nn.NewSequential(dense, nn.NewDense(1))
	mae, err := nn.MetricByName("mae")
	if err != nil {
		t.Fatal(err)
	}
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError, mae); err != nil {
		t.Fatal(err)
	}
	evaluator, err := model.NewEvaluator(lessonX, lessonY)
	if err != nil {
		t.Fatal(err)
	}
	params := model.AppendParams(nil)
	for i := range 5 {
		params[i] += 0.5
		got := evaluator.Loss(params)
		logs, err := model.Evaluate(lessonX, lessonY)
		if err != nil {
			t.Fatal(err)
		}
		if want := logs.Get("loss"); got != want {
			t.Errorf("Loss(%v) = %v, want %v as Evaluate logs", params, got, want)
		}
	}
	if n := testing.AllocsPerRun(10, func() { evaluator.Loss(params) }); n != 0 {
		t.Errorf("Loss allocates %v times, want 0", n)
	}
	if _, err := model.NewEvaluator(lessonX, nn.NewMatrix(5, 1)); err == nil {
		t.Error("NewEvaluator with 6 rows of x and 5 of y gives no error")
	}
}

// TestTraceFollowsTheTraining: tracing some steps of a shuffled training leaves
// it with the same bits.
func TestTraceFollowsTheTraining(t *testing.T) {
	for _, optimizer := range []func() nn.Optimizer{
		func() nn.Optimizer { return nn.NewSGD(0.01) },
		func() nn.Optimizer { return nn.NewAdam(0.05) },
	} {
		build := func() *nn.Training {
			model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
			model.Initialize(3)
			if err := model.Compile(optimizer(), nn.MeanSquaredError); err != nil {
				t.Fatal(err)
			}
			training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 4, BatchSize: 4, Seed: 9})
			if err != nil {
				t.Fatal(err)
			}
			return training
		}
		plain, traced := build(), build()
		if _, err := plain.Advance(t.Context(), 4); err != nil {
			t.Fatal(err)
		}
		if _, err := traced.Advance(t.Context(), 2); err != nil {
			t.Fatal(err)
		}
		seen := map[int]bool{}
		for range 2 {
			trace, err := traced.Trace()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range trace.Rows {
				seen[row] = true
				if got := trace.Layers[0].Inputs.Data[0]; got != lessonX.Data[trace.Rows[0]] {
					t.Errorf("the trace's first input is %v, want x of row %d", got, trace.Rows[0])
				}
			}
		}
		if len(seen) != 6 || traced.Epoch() != 3 {
			t.Errorf("two steps of an epoch show the rows %v and end in epoch %d, want all 6 and 3", seen, traced.Epoch())
		}
		if _, err := traced.Advance(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		got, want := traced.Model().AppendParams(nil), plain.Model().AppendParams(nil)
		for i := range want {
			if d := float64(got[i] - want[i]); d > 1e-6 || d < -1e-6 {
				t.Errorf("traced weights %v, want %v", got, want)
			}
		}
		if trace, err := traced.Trace(); trace != nil || err != nil {
			t.Errorf("Trace after the end = %v, %v, want nothing", trace, err)
		}
	}
}

// TestValidationCountsAsWork: a training that measures many rows after each
// small epoch looks at the clock between them.
func TestValidationCountsAsWork(t *testing.T) {
	const rows = 1 << 18
	model := compiled(t, 0.001, nn.NewDense(8, nn.InputShape(1)), nn.NewDense(8), nn.NewDense(1))
	many := nn.NewMatrix(rows, 1)
	training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 1000, ValidationX: many, ValidationY: many})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := training.AdvanceUntil(context.Background(), time.Unix(1, 0)); err != nil {
		t.Fatal(err)
	}
	if training.Epoch() != 1 {
		t.Errorf("after the deadline %d epochs are made, want 1", training.Epoch())
	}
}
