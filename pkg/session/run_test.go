package session

import (
	"math"
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

// The lesson's numbers from w = 0, b = 0, as recorded from Keras in
// pkg/nn/testdata/keras/lesson.json.
const (
	lessonWeight = 1.9973184
	lessonBias   = -0.99168605
	lessonLoss   = 4.021716e-05
)

func checkLesson(t *testing.T, p *player) {
	t.Helper()
	last := p.Run.Timeline.Last()
	if p.Run.Phase != Finished || last.Epoch != 500 || p.Run.Goal != 500 {
		t.Fatalf("phase %v at epoch %d of %d, want finished at 500 of 500", p.Run.Phase, last.Epoch, p.Run.Goal)
	}
	for i, want := range []float64{lessonWeight, lessonBias} {
		if got := float64(last.Params[i]); math.Abs(got-want) > 1e-5 {
			t.Errorf("parameter %d = %v, want %v", i, got, want)
		}
	}
	if math.Abs(last.Loss-lessonLoss) > 1e-9 {
		t.Errorf("loss = %v, want %v", last.Loss, lessonLoss)
	}
	if got := p.Predict(10)[0]; math.Abs(got-18.9815) > 1e-4 {
		t.Errorf("Predict(10) = %v, want 18.9815", got)
	}
}

func TestTrainStartsFromTheInitialWeightsEveryTime(t *testing.T) {
	p := open("w=0&b=0")
	p.do(t, TrainPressed{})
	checkLesson(t, p)
	p.do(t, TrainPressed{})
	checkLesson(t, p)
	p.do(t, StepPressed{}, ResetPressed{}, StepPressed{}, TrainPressed{})
	checkLesson(t, p)
}

func TestSlicesMakeTheSameTrainingAsOne(t *testing.T) {
	pieces, whole := open("w=0&b=0&batch=2&epochs=50"), open("w=0&b=0&batch=2&epochs=50")
	whole.atOnce = true
	pieces.do(t, TrainPressed{})
	whole.do(t, TrainPressed{})
	for i, got := range pieces.Run.Timeline.All() {
		want := whole.Run.Timeline.Record(i)
		if got.Epoch != want.Epoch || got.Loss != want.Loss || !slices.Equal(got.Params, want.Params) {
			t.Fatalf("record %d = %v, want %v", i, got, want)
		}
	}
}

func TestPauseStopsBetweenTwoSlicesAndTrainMoreFinishes(t *testing.T) {
	p := open("w=0&b=0&batch=2")
	p.send(TrainPressed{})
	for range 20 {
		p.slice()
	}
	late := p.pending
	p.send(PausePressed{})
	paused := p.Run.Timeline.Last().Epoch
	p.pending = late
	p.finish(t)
	if p.Run.Phase != Paused || p.Run.Timeline.Last().Epoch != paused {
		t.Fatalf("after Pause: phase %v at epoch %d, want paused at %d", p.Run.Phase, p.Run.Timeline.Last().Epoch, paused)
	}
	if paused == 0 || paused >= 500 {
		t.Fatalf("paused at epoch %d, want one between the first and the last", paused)
	}
	p.do(t, TrainMorePressed{})
	straight := open("w=0&b=0&batch=2")
	straight.do(t, TrainPressed{})
	if got, want := p.Run.Timeline.Last(), straight.Run.Timeline.Last(); got.Epoch != want.Epoch || !slices.Equal(got.Params, want.Params) {
		t.Errorf("paused and finished = %v, want %v as without the pause", got, want)
	}
}

func TestTrainMoreIsFitCalledAgain(t *testing.T) {
	p := open("w=0&b=0")
	p.do(t, TrainPressed{}, TrainMorePressed{})
	longer := open("w=0&b=0&epochs=1000")
	longer.do(t, TrainPressed{})
	if got, want := p.Run.Timeline.Last(), longer.Run.Timeline.Last(); got.Epoch != 1000 || !slices.Equal(got.Params, want.Params) {
		t.Errorf("500 epochs and 500 more end at %v, want %v", got, want)
	}
	if p.Run.Goal != 1000 {
		t.Errorf("goal = %d, want 1000", p.Run.Goal)
	}
}

func TestStepIsOneEpochTowardsTheGoal(t *testing.T) {
	p := open("w=0&b=0")
	p.do(t, StepPressed{})
	if got := p.Run.Timeline.Last(); got.Epoch != 1 || math.Abs(got.Loss-15.6667) > 1e-4 {
		t.Errorf("after a step: epoch %d, loss %v; want 1, 15.6667", got.Epoch, got.Loss)
	}
	if p.Run.Goal != 500 || p.Run.Phase != Paused {
		t.Errorf("after a step: goal %d, phase %v; want 500, paused", p.Run.Goal, p.Run.Phase)
	}
	p.do(t, TrainMorePressed{})
	checkLesson(t, p)
	p.do(t, StepPressed{})
	if got := p.Run.Timeline.Last().Epoch; got != 501 || p.Run.Goal != 501 {
		t.Errorf("a step after the end: epoch %d of %d, want 501 of 501", got, p.Run.Goal)
	}
}

func TestDivergenceKeepsTheLastFiniteState(t *testing.T) {
	p := open("w=0&b=0&lr=0.5")
	p.do(t, TrainPressed{})
	if p.Run.Phase != Diverged || p.Run.Problem == nil || p.Run.Problem.Code != CodeAboveLimit || p.Run.Problem.Args["limit"] != "0.177" {
		t.Fatalf("phase %v, problem %v; want diverged with its problem", p.Run.Phase, p.Run.Problem)
	}
	for _, record := range p.Run.Timeline.All() {
		for _, v := range append([]float32{float32(record.Loss)}, record.Params...) {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				t.Fatalf("epoch %d holds %v, want finite numbers only", record.Epoch, v)
			}
		}
	}
	p.do(t, SettingTyped{Key: "lr", Text: "0.1"}, TrainPressed{})
	if p.Run.Phase != Finished || p.Run.Problem != nil {
		t.Errorf("with a smaller rate: phase %v, problem %v; want finished without", p.Run.Phase, p.Run.Problem)
	}
}

func TestDivergenceOfANetHasNoKnownLimit(t *testing.T) {
	p := open("layers=4,1&lr=5")
	p.do(t, TrainPressed{})
	if p.Run.Phase != Diverged || p.Run.Problem == nil || p.Run.Problem.Code != CodeDiverged {
		t.Errorf("phase %v, problem %v; want diverged for a reason that is not known", p.Run.Phase, p.Run.Problem)
	}
}

func TestTrainPointsAtWhatCannotBeRead(t *testing.T) {
	p := open("")
	p.do(t, SettingTyped{Key: "epochs", Text: "many"}, TrainPressed{})
	if p.Run.Phase == Running || p.Run.Problem == nil {
		t.Fatalf("phase %v, problem %v; want no run and the problem", p.Run.Phase, p.Run.Problem)
	}
	if !slices.Contains(p.asked, Effect(FocusProblem{})) {
		t.Errorf("effects %v, want the focus to go to the field", p.asked)
	}
	if got := p.Setting("epochs").Text; got != "many" {
		t.Errorf("the field holds %q, want what was typed", got)
	}
}

func TestEditingWhileRunning(t *testing.T) {
	running := func() *player {
		p := open("w=0&b=0&batch=2")
		p.send(TrainPressed{})
		p.slice()
		return p
	}
	for name, test := range map[string]struct {
		message Msg
		want    Phase
	}{
		"the x to predict changes nothing": {SettingTyped{Key: "predict", Text: "3"}, Running},
		"other data pauses":                {PointTyped{Row: 1, Axis: X, Text: "5"}, Paused},
		"another rate pauses":              {SettingTyped{Key: "lr", Text: "0.02"}, Paused},
		"another start resets":             {SettingTyped{Key: "w", Text: "3"}, Untrained},
		"a mistake changes nothing":        {SettingTyped{Key: "lr", Text: "x"}, Running},
	} {
		p := running()
		p.send(test.message)
		if p.Run.Phase != test.want {
			t.Errorf("%s: phase %v, want %v", name, p.Run.Phase, test.want)
		}
	}
}

func TestAutoTrainsWhenOpened(t *testing.T) {
	p := &player{Machine: NewMachine(New(""))}
	p.do(t, Navigated{Fragment: "w=0&b=0&auto=1"})
	checkLesson(t, p)
}

func TestProblemsOfTheLibraryAreTold(t *testing.T) {
	p := open("")
	p.send(TrainPressed{})
	p.pending = nil
	p.send(Progress{Run: p.Run.ID, Problem: experiment.AsProblem(errTest{})})
	if p.Run.Phase == Running || p.Run.Problem == nil {
		t.Errorf("phase %v, problem %v; want a stopped run with the problem", p.Run.Phase, p.Run.Problem)
	}
}

type errTest struct{}

func (errTest) Error() string { return "out of order" }

func TestValidationAndMetricAreRecorded(t *testing.T) {
	p := open("w=0&b=0&validation=0.34&metric=mae&epochs=50")
	p.do(t, TrainPressed{})
	for i, record := range p.Run.Timeline.All() {
		if i == 0 {
			continue
		}
		if !record.Validated || !record.Measured || record.Validation <= 0 || record.Metric <= 0 {
			t.Fatalf("record %+v, want a validation loss and a metric", record)
		}
	}
	if first := p.Run.Timeline.First(); first.Validated || first.Measured {
		t.Errorf("the state before training is measured: %+v", first)
	}
}

func TestEarlyStoppingFinishesTheRun(t *testing.T) {
	p := open("w=0&b=0&validation=0.34&patience=3&lr=0.15&epochs=5000")
	p.do(t, TrainPressed{})
	if last := p.Run.Timeline.Last().Epoch; p.Run.Phase != Finished || last >= 5000 || p.Run.Goal != last {
		t.Errorf("phase %v at epoch %d of %d, want finished early", p.Run.Phase, last, p.Run.Goal)
	}
}

func TestExamplesConverge(t *testing.T) {
	for _, example := range experiment.Examples() {
		p := open("example=" + example.Name)
		p.atOnce = true
		p.do(t, TrainPressed{})
		var errors, spread float64
		mean := 0.0
		for _, point := range p.Experiment.Points {
			mean += point.Y / float64(len(p.Experiment.Points))
		}
		for _, point := range p.Experiment.Points {
			e := p.PredictAt(p.Shown().Params, point.X)[0] - point.Y
			errors, spread = errors+e*e, spread+(point.Y-mean)*(point.Y-mean)
		}
		if p.Run.Phase != Finished || errors > 0.1*spread {
			t.Errorf("%s: phase %v, %v of the spread is left, want less than a tenth", example.Name, p.Run.Phase, errors/spread)
		}
	}
}
