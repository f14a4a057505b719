package workload

import (
	"context"
	"testing"

	"firstneuron/pkg/nn"
)

func BenchmarkNative(b *testing.B) {
	for _, w := range All {
		b.Run(w.Name[:2], func(b *testing.B) {
			training, err := w.Training(w.Data())
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if err := training.Train(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkStep is one epoch of each workload, which allocates nothing.
func BenchmarkStep(b *testing.B) {
	for _, w := range All {
		b.Run(w.Name[:2], func(b *testing.B) {
			m, err := w.Model()
			if err != nil {
				b.Fatal(err)
			}
			x, y := w.Data()
			training, err := m.NewTraining(x, y, nn.FitConfig{Epochs: 1 << 40, BatchSize: w.Batch, NoShuffle: true})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			b.ResetTimer()
			if _, err := training.Advance(context.Background(), b.N); err != nil {
				b.Fatal(err)
			}
		})
	}
}
