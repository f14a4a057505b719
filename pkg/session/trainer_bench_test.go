package session

import (
	"slices"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
)

// BenchmarkTrainer trains the lesson as the page does while its last point is
// dragged: each time on other points, with a timeline of every epoch. BenchmarkLesson
// of pkg/nn is a bare Fit.
func BenchmarkTrainer(b *testing.B) {
	e := experiment.Default()
	params, problem := e.InitialParams()
	if problem != nil {
		b.Fatal(problem)
	}
	moves := make([][]experiment.Point, 16)
	for i := range moves {
		moves[i] = slices.Clone(e.Points)
		moves[i][5].Y += float64(i) / 16
	}
	var trainer Trainer
	run := 0
	b.ReportAllocs()
	for b.Loop() {
		run++
		e.Points = moves[run%len(moves)]
		if problem := trainer.Start(StartTraining{Run: run, Experiment: e, Epochs: e.Epochs, Timeline: newTimeline(params)}); problem != nil {
			b.Fatal(problem)
		}
		if progress := trainer.Slice(b.Context(), run, time.Now().Add(time.Hour)); !progress.Done {
			b.Fatalf("Slice ends at epoch %d, want %d", progress.Timeline.Last().Epoch, e.Epochs)
		}
	}
}
