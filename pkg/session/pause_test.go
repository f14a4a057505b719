package session

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

// paused is a page on which a training of 500 epochs was stopped in the middle
// of one.
func paused(t *testing.T, fragment string) *player {
	t.Helper()
	p := open(fragment)
	p.send(TrainPressed{})
	for range 20 {
		p.slice()
	}
	p.send(PausePressed{})
	p.pending = nil
	if p.Run.Phase != Paused || p.Run.Timeline.Last().Epoch == 0 {
		t.Fatalf("phase %v at epoch %d, want a run to go on with", p.Run.Phase, p.Run.Timeline.Last().Epoch)
	}
	return p
}

// TestStepAfterPauseIsOneEpoch: it goes on from the middle of the epoch, and the
// run to its end is the same as one that was never stopped.
func TestStepAfterPauseIsOneEpoch(t *testing.T) {
	for _, fragment := range []string{
		"w=0&b=0&batch=2&epochs=500",
		"w=0&b=0&batch=1&epochs=60&optimizer=adam",
		"layers=4:tanh,1&batch=2&epochs=60&optimizer=rmsprop",
	} {
		p := paused(t, fragment)
		for range 3 {
			at := p.Run.Timeline.Last().Epoch
			p.do(t, StepPressed{})
			if got := p.Run.Timeline.Last().Epoch; got != at+1 || p.Run.Phase != Paused {
				t.Fatalf("%s: a step leads from epoch %d to %d, phase %v", fragment, at, got, p.Run.Phase)
			}
		}
		p.do(t, TrainMorePressed{})
		whole := open(fragment)
		whole.do(t, TrainPressed{})
		if p.Run.Phase != Finished || !slices.Equal(p.Run.Timeline.Last().Params, whole.Run.Timeline.Last().Params) {
			t.Errorf("%s: phase %v, the weights %v at epoch %d, want those of one training, %v",
				fragment, p.Run.Phase, p.Run.Timeline.Last().Params, p.Run.Timeline.Last().Epoch, whole.Run.Timeline.Last().Params)
		}
	}
}

// TestStepsAreOneTraining: also those before anything else.
func TestStepsAreOneTraining(t *testing.T) {
	p, whole := open("w=0&b=0&batch=2&epochs=5&optimizer=adam"), open("w=0&b=0&batch=2&epochs=5&optimizer=adam")
	whole.do(t, TrainPressed{})
	p.do(t, StepPressed{}, StepPressed{}, TrainMorePressed{})
	if p.Run.Phase != Finished || !slices.Equal(p.Run.Timeline.Last().Params, whole.Run.Timeline.Last().Params) {
		t.Errorf("two steps and the rest give %v, phase %v, want %v", p.Run.Timeline.Last(), p.Run.Phase, whole.Run.Timeline.Last())
	}
}

// TestOtherSettingsGoOnFromTheRecord: where a training was stopped in the
// middle of an epoch, another one begins with the weights that are shown.
func TestOtherSettingsGoOnFromTheRecord(t *testing.T) {
	p := paused(t, "w=0&b=0&batch=1&shuffle=0&epochs=500")
	shown := p.Run.Timeline.Last()
	p.do(t, SettingTyped{Key: "epochs", Text: "400"}, StepPressed{})
	whole := open("w=0&b=0&batch=1&shuffle=0&epochs=500")
	whole.do(t, TrainPressed{})
	if got, want := p.Run.Timeline.Last(), whole.Run.Timeline.At(shown.Epoch+1); got.Epoch != want.Epoch || !slices.Equal(got.Params, want.Params) {
		t.Errorf("a step leads to %v, want %v", got, want)
	}
}

// TestWhatCannotStartLeavesTheRun: the trained epochs stay, and asking again
// does not go on with an older training.
func TestWhatCannotStartLeavesTheRun(t *testing.T) {
	for _, m := range []Msg{TrainPressed{}, TrainMorePressed{}, StepPressed{}, ContinuePressed{}} {
		p := open("w=0&b=0")
		p.do(t, TrainPressed{}, CursorMoved{Epoch: 100}, PointTyped{Row: 1, Axis: Y, Text: "x"}, m)
		if got := p.Run.Timeline.Last().Epoch; got != 500 || p.Run.Problem == nil {
			t.Errorf("%T with a box that cannot be read: the last epoch is %d, problem %v", m, got, p.Run.Problem)
		}
	}
	p := paused(t, "w=0&b=0&batch=2&epochs=1000")
	at := p.Run.Timeline.Last().Epoch
	p.do(t, SettingTyped{Key: "validation", Text: "0.9"})
	for range 2 {
		p.do(t, TrainMorePressed{})
		if p.Run.Problem == nil || p.Run.Phase != Paused || p.Run.Timeline.Last().Epoch != at {
			t.Errorf("without a row to train on: phase %v, epoch %d, problem %v", p.Run.Phase, p.Run.Timeline.Last().Epoch, p.Run.Problem)
		}
	}
}

// TestAfterADivergenceNothingIsMadeUp: a step from the last finite weights
// diverges again.
func TestAfterADivergenceNothingIsMadeUp(t *testing.T) {
	for _, m := range []Msg{StepPressed{}, TrainMorePressed{}} {
		p := open("w=0&b=0&lr=0.5")
		p.do(t, TrainPressed{})
		before := p.Run.Timeline.Last()
		p.do(t, m)
		if after := p.Run.Timeline.Last(); p.Run.Phase != Diverged || after.Epoch != before.Epoch {
			t.Errorf("%T after a divergence: phase %v, epoch %d, want it diverged at %d again", m, p.Run.Phase, after.Epoch, before.Epoch)
		}
	}
}

// TestWeightsThatOverflowAreADivergence: the last update of a training may make
// weights infinite that no loss tells of any more.
func TestWeightsThatOverflowAreADivergence(t *testing.T) {
	for _, fragment := range []string{
		"example=celsius&optimizer=sgd&epochs=8&layers=6:tanh,1:tanh,13:sigmoid,1&lr=5&seed=196",
		"example=celsius&optimizer=sgd&epochs=60&layers=6:tanh,1:tanh,13:sigmoid,1&lr=5&seed=196",
		"xs=1000,2000,3000&ys=100000,200000,300000&epochs=60&layers=5:sigmoid,7:relu,16:relu,3:relu,2:relu,1&lr=1&seed=17149",
	} {
		p := open(fragment)
		p.do(t, TrainPressed{})
		if p.Run.Phase != Diverged || p.Run.Problem == nil {
			t.Errorf("%s: phase %v, problem %v, want it diverged", fragment, p.Run.Phase, p.Run.Problem)
		}
		for _, record := range p.Run.Timeline.All() {
			if !finite(record.Params) || record.Loss-record.Loss != 0 {
				t.Errorf("%s: epoch %d is recorded with loss %v and weights %v", fragment, record.Epoch, record.Loss, record.Params)
			}
		}
		if ys := p.Predict(10); len(ys) != 1 || ys[0]-ys[0] != 0 {
			t.Errorf("%s: the answer is %v", fragment, ys)
		}
	}
}

// TestAutopsyIsOfWhatWasTrained: what is typed since does not change it.
func TestAutopsyIsOfWhatWasTrained(t *testing.T) {
	p := open("w=0&b=0&lr=0.5")
	p.do(t, TrainPressed{})
	before, _ := p.Diagnosis()
	p.do(t, SettingTyped{Key: "lr", Text: "0.1"})
	if after, ok := p.Diagnosis(); !ok || after.Factor != before.Factor || !after.Known {
		t.Errorf("the factor is %v, known %v, want still %v", after.Factor, after.Known, before.Factor)
	}
}

// TestKeptRunIsOneTraining: what is kept is what its settings train to.
func TestKeptRunIsOneTraining(t *testing.T) {
	for name, played := range map[string][]Msg{
		"other data and rate": {TrainPressed{}, PointMoved{Row: 6, X: 4, Y: 8}, SettingTyped{Key: "lr", Text: "0.05"}, TrainMorePressed{}, RunSaved{}},
		"twice as long":       {TrainPressed{}, TrainMorePressed{}, RunSaved{}},
		"some steps":          {StepPressed{}, StepPressed{}, RunSaved{}},
		"from the middle":     {TrainPressed{}, CursorMoved{Epoch: 3}, ContinuePressed{}, RunSaved{}},
	} {
		p := open("w=0&b=0&epochs=100&batch=2&optimizer=sgd&momentum=0.9")
		p.do(t, played...)
		if len(p.SavedRuns) != 1 {
			t.Fatalf("%s: %d runs are kept", name, len(p.SavedRuns))
		}
		kept := p.SavedRuns[0]
		alone := open(experiment.Encode(kept.Experiment))
		alone.do(t, TrainPressed{})
		got, want := kept.Timeline.Last(), alone.Run.Timeline.Last()
		if got.Epoch != want.Epoch || !slices.Equal(got.Params, want.Params) || kept.Running {
			t.Errorf("%s: the run kept ends at epoch %d with %v, its settings train to epoch %d and %v", name, got.Epoch, got.Params, want.Epoch, want.Params)
		}
	}
}

// TestKeptRunTakesTheModelAtOnce: its old weights fit no view of the new one.
func TestKeptRunTakesTheModelAtOnce(t *testing.T) {
	p := open("layers=8:tanh,1&epochs=5")
	p.do(t, TrainPressed{}, RunSaved{})
	p.send(SettingTyped{Key: "units.1", Text: "4"}, PointTyped{Row: 1, Axis: Y, Text: "x"})
	if got, want := len(p.SavedRuns[0].Timeline.Last().Params), len(p.Run.Timeline.Last().Params); got != want {
		t.Errorf("the run kept has %d weights while the model has %d", got, want)
	}
	p.send(PointTyped{Row: 1, Axis: Y, Text: "-3"})
	p.finish(t)
	if kept := p.SavedRuns[0]; kept.Running || kept.Timeline.Last().Epoch != 5 {
		t.Errorf("the run kept is at epoch %d, running %v, want it trained again", kept.Timeline.Last().Epoch, kept.Running)
	}
}
