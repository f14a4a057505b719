package session

import (
	"context"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
)

// TestRetrainingKeepsTheMemoryFlat trains again ten thousand times, as a point
// that is dragged for minutes does: what is in use stays what it was after a
// hundred.
func TestRetrainingKeepsTheMemoryFlat(t *testing.T) {
	for _, fragment := range []string{"epochs=20", "epochs=2&layers=8:tanh,1&shuffle=1&batch=4"} {
		e, problems := experiment.Decode(fragment)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		e.Points = slices.Clone(e.Points)
		params, problem := e.InitialParams()
		if problem != nil {
			t.Fatal(problem)
		}
		var trainer Trainer
		retrain := func(from, to int) uint64 {
			for run := from; run < to; run++ {
				e.Points[0].Y = float64(run % 7)
				if problem := trainer.Start(StartTraining{Run: run, Experiment: e, Epochs: e.Epochs, Timeline: newTimeline(params)}); problem != nil {
					t.Fatal(problem)
				}
				p := trainer.Slice(context.Background(), run, time.Now().Add(time.Minute))
				if !p.Done || p.Timeline.Last().Epoch != e.Epochs {
					t.Fatalf("run %d ends at epoch %d, want %d", run, p.Timeline.Last().Epoch, e.Epochs)
				}
			}
			runtime.GC()
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			return memory.HeapAlloc
		}
		early := retrain(1, 101)
		if late := retrain(101, 10_001); late > early+early/10 {
			t.Errorf("%s: %d bytes in use after 10000 trainings, %d after 100; want at most a tenth more", fragment, late, early)
		}
	}
}

// TestRetrainingIsANewTraining: a trainer that trains again in the same memory, as
// it does while a point is dragged, gives what a new one gives.
func TestRetrainingIsANewTraining(t *testing.T) {
	for _, fragment := range []string{
		"epochs=60&w=0&b=0", "epochs=30&layers=5:tanh,1&optimizer=adam&batch=4&shuffle=1&seed=3",
		"epochs=90&layers=4:relu,1&validation=0.34&metric=mae&patience=3&l2=0.01", "epochs=80&w=0&b=0&lr=3",
	} {
		e, problems := experiment.Decode(fragment)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		params, problem := e.InitialParams()
		if problem != nil {
			t.Fatal(problem)
		}
		var trainer Trainer
		for run := range 5 {
			e.Points = slices.Clone(e.Points)
			e.Points[run].Y = float64(run)
			var got, want Progress
			for trainer, progress := range map[*Trainer]*Progress{&trainer: &got, {}: &want} {
				if problem := trainer.Start(StartTraining{Run: run, Experiment: e, Epochs: e.Epochs, Timeline: newTimeline(params)}); problem != nil {
					t.Fatal(problem)
				}
				*progress = trainer.Slice(context.Background(), run, time.Now().Add(time.Minute))
			}
			if !reflect.DeepEqual(copied(got.Timeline), copied(want.Timeline)) || !reflect.DeepEqual(got.Diverged, want.Diverged) || got.Stopped != want.Stopped {
				t.Errorf("%s: run %d ends at %+v, in a new trainer at %+v", fragment, run, got.Timeline.Last(), want.Timeline.Last())
			}
		}
	}
}
