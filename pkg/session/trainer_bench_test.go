package session

import (
	"testing"
	"time"

	"firstneuron/pkg/experiment"
)

// BenchmarkTrainer trains the lesson as the page does, with its timeline of every
// epoch. BenchmarkLesson of pkg/nn is the same training without one.
func BenchmarkTrainer(b *testing.B) {
	e := experiment.Default()
	params, problem := e.InitialParams()
	if problem != nil {
		b.Fatal(problem)
	}
	b.ReportAllocs()
	for b.Loop() {
		var trainer Trainer
		if problem := trainer.Start(StartTraining{Run: 1, Experiment: e, Epochs: e.Epochs, Timeline: newTimeline(params)}); problem != nil {
			b.Fatal(problem)
		}
		if progress := trainer.Slice(b.Context(), 1, time.Now().Add(time.Hour)); progress.Run != 1 {
			b.Fatalf("Slice = run %d, want 1", progress.Run)
		}
	}
}
