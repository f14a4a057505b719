package workload

import (
	"context"
	"testing"

	"firstneuron/pkg/nn"
)

// BenchmarkNative trains each workload as the page does, and as a Fit.
func BenchmarkNative(b *testing.B) {
	for _, w := range All {
		training, err := w.Training(w.Data())
		if err != nil {
			b.Fatal(err)
		}
		b.Run(w.Name[:2]+"/page", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := training.Train(); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(w.Name[:2]+"/fit", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := training.Fit(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestPageAndFitAgree: both ways of training end at the same loss.
func TestPageAndFitAgree(t *testing.T) {
	for _, w := range All[:3] {
		training, err := w.Training(w.Data())
		if err != nil {
			t.Fatal(err)
		}
		if err := training.Train(); err != nil {
			t.Fatal(err)
		}
		if want, err := training.Fit(); err != nil || training.Loss() != want {
			t.Errorf("%s: the page ends at loss %v, a Fit at %v, %v", w.Name, training.Loss(), want, err)
		}
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
