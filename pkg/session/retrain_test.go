package session

import (
	"slices"
	"testing"
	"time"
)

func TestRaceFollowsTheData(t *testing.T) {
	p := openLive(lesson)
	if p.CanSaveRun() {
		t.Error("an untrained run can be kept")
	}
	p.do(t, TrainPressed{}, RunSaved{}, SettingTyped{Key: "lr", Text: "0.1"}, RunSaved{}, RunRenamed{ID: 2, Name: "fast"}, RunRenamed{ID: 1, Name: " "})
	if len(p.SavedRuns) != 2 || p.SavedRuns[0].Name != "sgd 0.01" || p.SavedRuns[1].Name != "fast" {
		t.Fatalf("kept %+v", p.SavedRuns)
	}
	near(t, "the kept prediction", p.PredictWith(p.SavedRuns[0].Timeline.Last().Params, 10)[0], 18.98150, 1e-4)
	p.do(t, SettingTyped{Key: "w", Text: "10"}, SettingTyped{Key: "b", Text: "-10"})
	near(t, "the kept prediction from 10, −10", p.PredictWith(p.SavedRuns[0].Timeline.Last().Params, 10)[0], 19.13025, 1e-4)
	if got := p.SavedRuns[0].Experiment.Optimizer.LearningRate; got != 0.01 {
		t.Errorf("the kept run has the rate %v, want its own 0.01", got)
	}
	p.do(t, TrainPressed{}) // another guess is not trained by itself
	for range 5 {
		p.do(t, RunSaved{})
	}
	if len(p.SavedRuns) != MaxSavedRuns {
		t.Errorf("%d runs are kept, want %d at most", len(p.SavedRuns), MaxSavedRuns)
	}
	p.do(t, RunRemoved{ID: 1})
	if len(p.SavedRuns) != MaxSavedRuns-1 || p.SavedRuns[0].ID != 2 {
		t.Errorf("after removing the first: %d runs", len(p.SavedRuns))
	}
}

// racers keeps four runs of different rates.
func racers(t *testing.T) *player {
	t.Helper()
	p := openLive(lesson)
	for _, rate := range []string{"0.001", "0.01", "0.1", "0.2"} {
		p.do(t, SettingTyped{Key: "lr", Text: rate}, RunSaved{})
	}
	if len(p.SavedRuns) != MaxSavedRuns {
		t.Fatalf("%d runs are kept, want %d", len(p.SavedRuns), MaxSavedRuns)
	}
	return p
}

// wantAlone compares the kept runs with trainings by themselves.
func wantAlone(t *testing.T, p *player) {
	t.Helper()
	for _, k := range p.SavedRuns {
		alone := openLive(lesson)
		alone.do(t, SettingTyped{Key: "w", Text: p.Experiment.Value("w")},
			SettingTyped{Key: "lr", Text: k.Experiment.Value("lr")}, TrainPressed{})
		got, want := k.Timeline.Last(), alone.Run.Timeline.Last()
		if k.Running || got.Epoch != want.Epoch || !slices.Equal(got.Params, want.Params) || k.Diverged != (alone.Run.Phase == Diverged) {
			t.Errorf("%s: running %v, diverged %v, at epoch %d with %v; trained alone it is at epoch %d with %v",
				k.Name, k.Running, k.Diverged, got.Epoch, got.Params, want.Epoch, want.Params)
		}
	}
}

func TestRaceOfLessonsIsRunInOneSlice(t *testing.T) {
	p := racers(t)
	p.send(SettingTyped{Key: "w", Text: "3"})
	p.atOnce = true
	for len(p.pending) > 0 {
		p.slice()
	}
	for _, m := range p.WorkOnJobs(time.Now().Add(time.Minute)) {
		p.send(m)
	}
	wantAlone(t, p)
}

func TestRaceEndsAsTheLastEditWantsIt(t *testing.T) {
	p := racers(t)
	for _, w := range []string{"3", "4", "5"} {
		p.send(SettingTyped{Key: "w", Text: w})
		for len(p.pending) > 0 {
			p.slice()
		}
		// The shortest slice there is: runs are left under way.
		for _, m := range p.WorkOnJobs(time.Time{}) {
			p.send(m)
		}
	}
	running := 0
	for _, k := range p.SavedRuns {
		if k.Running {
			running++
		}
	}
	if running == 0 {
		t.Error("no run is under way")
	}
	p.finish(t)
	wantAlone(t, p)
}
