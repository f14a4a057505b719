package nn_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/nn"
)

func TestTerminateOnNaNKeepsTheLastFiniteWeights(t *testing.T) {
	for name, model := range map[string]*nn.Sequential{
		"fused":   compiled(t, 0.5, nn.NewDense(1, nn.InputShape(1))),
		"general": compiled(t, 0.5, nn.NewDense(2, nn.InputShape(1)), nn.NewDense(1)),
	} {
		training, err := model.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 500, Callbacks: []nn.Callback{nn.TerminateOnNaN{}}})
		if err != nil {
			t.Fatal(err)
		}
		done, err := training.Advance(context.Background(), 500)
		if err != nil || !done {
			t.Fatalf("%s: Advance = %v, %v; want true, nil", name, done, err)
		}
		epoch, step, diverged := training.Diverged()
		losses := training.History().Metrics["loss"]
		if !diverged || epoch != step || epoch != len(losses) || epoch >= 500 {
			t.Errorf("%s: Diverged = %d, %d, %v after %d epochs; want the last of them", name, epoch, step, diverged, len(losses))
		}
		for i, loss := range losses {
			if ended := math.IsInf(loss, 0) || math.IsNaN(loss); ended != (i == len(losses)-1) {
				t.Errorf("%s: loss of epoch %d is %v, want only the last not finite", name, i, loss)
			}
		}
		for _, v := range model.AppendParams(nil) {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				t.Errorf("%s: weights %v, want finite ones", name, model.AppendParams(nil))
			}
		}
	}
}

// TestDivergenceIsTheSameInOneCallAndStepByStep: an engine may make many steps
// in one call, and must still find the last weights that gave a finite loss,
// also where they are those of the call before.
func TestDivergenceIsTheSameInOneCallAndStepByStep(t *testing.T) {
	const batch = 4
	for _, test := range []struct {
		name      string
		optimizer func() nn.Optimizer
		// beyond is a row whose label's square is beyond float32 from the third
		// epoch on; without one the rate is too large.
		beyond int
	}{
		{"sgd", func() nn.Optimizer { return nn.NewSGD(5) }, 0},
		{"momentum", func() nn.Optimizer { return &nn.SGD{Settings: nn.Settings{LearningRate: 5}, Momentum: 0.9} }, 0},
		{"adam in an epoch", func() nn.Optimizer { return nn.NewAdam(0.01) }, 30},
		{"rmsprop in an epoch", func() nn.Optimizer { return nn.NewRMSprop(0.01) }, 30},
		{"sgd at its beginning", func() nn.Optimizer { return nn.NewSGD(0.01) }, 1},
		{"adam at its beginning", func() nn.Optimizer { return nn.NewAdam(0.01) }, 1},
	} {
		for _, units := range []int{5, 8} {
			t.Run(fmt.Sprint(test.name, units), func(t *testing.T) {
				end := func(deadline time.Time) (*nn.Training, []float32) {
					x, y := plane(50)
					tanh := nn.WithActivation(nn.Tanh)
					model := nn.NewSequential(nn.NewDense(units, nn.InputShape(2), tanh), nn.NewDense(units, tanh), nn.NewDense(2))
					if err := model.Compile(test.optimizer(), nn.MeanSquaredError); err != nil {
						t.Fatal(err)
					}
					spoil := nn.LambdaCallback{OnEpochEnd: func(epoch int, _ nn.Logs) error {
						if epoch == 1 && test.beyond > 0 {
							y.Row(test.beyond)[0] = 1.9e19
						}
						return nil
					}}
					training, err := model.NewTraining(x, y, nn.FitConfig{
						Epochs: 300, BatchSize: batch, NoShuffle: true, Callbacks: []nn.Callback{nn.TerminateOnNaN{}, spoil},
					})
					if err != nil {
						t.Fatal(err)
					}
					for {
						if done, err := training.AdvanceUntil(context.Background(), deadline); err != nil {
							t.Fatal(err)
						} else if done {
							return training, model.AppendParams(nil)
						}
					}
				}
				steps, stepped := end(time.Time{})
				whole, params := end(time.Now().Add(time.Minute))
				epoch, step, diverged := whole.Diverged()
				wantEpoch, wantStep, want := steps.Diverged()
				if wantStep < 5 {
					t.Errorf("it diverged in step %d, want some before it", wantStep)
				}
				if epoch != wantEpoch || step != wantStep || diverged != want || !want {
					t.Errorf("in one call Diverged() = %d, %d, %v; step by step %d, %d, %v", epoch, step, diverged, wantEpoch, wantStep, want)
				}
				if !slices.Equal(params, stepped) {
					t.Errorf("in one call the weights end at %v; step by step at %v", params, stepped)
				}
				if got, want := whole.History().Metrics["loss"], steps.History().Metrics["loss"]; !slices.Equal(got[:len(got)-1], want[:len(want)-1]) {
					t.Errorf("in one call the losses are %v; step by step %v", got, want)
				}
			})
		}
	}
}

// wantSameDivergence trains a model of three layers whose row beyond has a label
// that no float32 can square from the third epoch on: step by step, in one call
// an epoch, and, up to the step where it diverges, without a guard.
func wantSameDivergence(t *testing.T, optimizer func() nn.Optimizer, beyond int) {
	t.Helper()
	begin := func(callbacks ...nn.Callback) *nn.Training {
		x, y := plane(48)
		tanh := nn.WithActivation(nn.Tanh)
		model := nn.NewSequential(nn.NewDense(5, nn.InputShape(2), tanh), nn.NewDense(5, tanh), nn.NewDense(2))
		if err := model.Compile(optimizer(), nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		callbacks = append(callbacks, nn.LambdaCallback{OnEpochEnd: func(epoch int, _ nn.Logs) error {
			if epoch == 1 {
				y.Row(beyond)[0] = 1.9e19
			}
			return nil
		}})
		training, err := model.NewTraining(x, y, nn.FitConfig{Epochs: 9, BatchSize: 8, NoShuffle: true, Callbacks: callbacks})
		if err != nil {
			t.Fatal(err)
		}
		return training
	}
	advance := func(training *nn.Training, deadline time.Time) (done bool) {
		done, err := training.AdvanceUntil(context.Background(), deadline)
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	whole, stepped, free := begin(nn.TerminateOnNaN{}), begin(nn.TerminateOnNaN{}), begin()
	for !advance(whole, time.Now().Add(time.Minute)) {
	}
	for !advance(stepped, time.Time{}) {
	}
	epoch, step, _ := whole.Diverged()
	if wantEpoch, wantStep, diverged := stepped.Diverged(); epoch != wantEpoch || step != wantStep || !diverged {
		t.Errorf("in one call Diverged() = %d, %d; step by step %d, %d, %v", epoch, step, wantEpoch, wantStep, diverged)
	}
	var last []float32 // that gave a finite loss
	for free.Steps() < step-1 {
		last = free.Model().AppendParams(nil)
		advance(free, time.Time{})
	}
	for name, guarded := range map[string]*nn.Training{"in one call": whole, "step by step": stepped} {
		if got := guarded.Model().AppendParams(nil); !slices.Equal(got, last) {
			t.Errorf("%s the weights end at %v; want %v", name, got, last)
		}
	}
}

// TestDivergenceInTheLastStepOfACall: an engine that tries all but the last
// step of a call without the guard must not go back to before the call.
func TestDivergenceInTheLastStepOfACall(t *testing.T) {
	wantSameDivergence(t, func() nn.Optimizer { return nn.NewSGD(0.01) }, 47)
	wantSameDivergence(t, func() nn.Optimizer { return nn.NewAdam(0.01) }, 47)
}

// TestDivergenceWithoutEpsilon: what an engine computes in the room beyond the
// last weight may be no number, 0/0, and must not count as a divergence.
func TestDivergenceWithoutEpsilon(t *testing.T) {
	wantSameDivergence(t, func() nn.Optimizer {
		o := nn.NewAdagrad(0.01)
		o.Epsilon = 0
		return o
	}, 20)
}

// TestAScoreThatIsNoNumberIsADivergence, also where it is not that of the
// row's class.
func TestAScoreThatIsNoNumberIsADivergence(t *testing.T) {
	model := nn.NewSequential(nn.NewDense(2, nn.InputShape(1)), nn.NewDense(3, nn.WithActivation(nn.Softmax)))
	if err := model.Compile(nn.NewSGD(0.01), &nn.SparseCategoricalCrossentropy{}); err != nil {
		t.Fatal(err)
	}
	// The second score is 2e38·10 − 2e38·10 = ∞ − ∞.
	start := []float32{2e38, 2e38, 0, 0, 0, 10, 0, 0, -10, 0, 0, 0, 0}
	if err := model.SetParams(start); err != nil {
		t.Fatal(err)
	}
	training, err := model.NewTraining(nn.Column(1, 1, 1), nn.Column(0, 0, 2), nn.FitConfig{Epochs: 9, Callbacks: []nn.Callback{nn.TerminateOnNaN{}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := training.Advance(context.Background(), 9); err != nil {
		t.Fatal(err)
	}
	if _, step, diverged := training.Diverged(); !diverged || step != 1 {
		t.Errorf("Diverged() is step %d, %v; want 1, true", step, diverged)
	}
}

// TestTraceDivergesAsAdvanceDoes: a traced step whose loss is not finite is not
// made, and ends the training.
func TestTraceDivergesAsAdvanceDoes(t *testing.T) {
	for name, layers := range map[string]func() []nn.Layer{
		"fused":   func() []nn.Layer { return []nn.Layer{nn.NewDense(1, nn.InputShape(1))} },
		"general": func() []nn.Layer { return []nn.Layer{nn.NewDense(2, nn.InputShape(1)), nn.NewDense(1)} },
	} {
		var trainings [2]*nn.Training
		for i := range trainings {
			training, err := compiled(t, 5, layers()...).NewTraining(lessonX, lessonY, nn.FitConfig{
				Epochs: 500, BatchSize: 4, Callbacks: []nn.Callback{nn.TerminateOnNaN{}},
			})
			if err != nil {
				t.Fatal(err)
			}
			trainings[i] = training
		}
		advanced, traced := trainings[0], trainings[1]
		if _, err := advanced.Advance(context.Background(), 500); err != nil {
			t.Fatal(err)
		}
		for {
			if trace, err := traced.Trace(); err != nil {
				t.Fatal(err)
			} else if trace == nil {
				break
			}
		}
		epoch, step, diverged := traced.Diverged()
		if wantEpoch, wantStep, _ := advanced.Diverged(); epoch != wantEpoch || step != wantStep || !diverged {
			t.Errorf("%s: traced, Diverged() = %d, %d, %v; want %d, %d, true", name, epoch, step, diverged, wantEpoch, wantStep)
		}
		wantAllNear(t, name+": weights", traced.Model().AppendParams(nil), advanced.Model().AppendParams(nil), 1e-3, 0)
	}
}

// TestRaisedNaN: with RaiseError the training ends with an error, and no callback hears
// of the epoch's end.
func TestRaisedNaN(t *testing.T) {
	for name, layers := range map[string]func() []nn.Layer{
		"fused":   func() []nn.Layer { return []nn.Layer{nn.NewDense(1, nn.InputShape(1))} },
		"general": func() []nn.Layer { return []nn.Layer{nn.NewDense(2, nn.InputShape(1)), nn.NewDense(1)} },
	} {
		for _, raises := range []bool{true, false} {
			ended := 0
			training, err := compiled(t, 5, layers()...).NewTraining(lessonX, lessonY, nn.FitConfig{
				Epochs: 500, Callbacks: []nn.Callback{
					nn.TerminateOnNaN{RaiseError: raises},
					nn.LambdaCallback{OnEpochEnd: func(int, nn.Logs) error { ended++; return nil }},
				},
			})
			if err != nil {
				t.Fatal(err)
			}
			done, err := training.Advance(context.Background(), 500)
			epoch, _, diverged := training.Diverged()
			if !done || !diverged || (err != nil) != raises {
				t.Errorf("%s: raising %v, Advance = %v, %v and diverged %v", name, raises, done, err, diverged)
			}
			if raises && (ended != epoch-1 || !strings.Contains(err.Error(), "lower the learning rate")) || !raises && ended != epoch {
				t.Errorf("%s: raising %v, %d epochs have ended before %d, error %v", name, raises, ended, epoch, err)
			}
		}
	}
}
