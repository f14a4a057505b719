package playground

import "testing"

// BenchmarkEpoch: an epoch of the Playground's default and of its deepest net, in the
// exact mode and by the library in Keras's terms.
func BenchmarkEpoch(b *testing.B) {
	for name, link := range map[string]string{
		"2-4-2-1": "dataset=circle&seed=1", "2-8x6-1": "dataset=spiral&seed=1&networkShape=8,8,8,8,8,8",
	} {
		s, _, err := Parse(link)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name+"/exact", func(b *testing.B) {
			training := NewTraining(s)
			b.ReportAllocs()
			for b.Loop() {
				training.Advance(1)
			}
		})
		b.Run(name+"/Keras", func(b *testing.B) {
			terms, _ := s.Terms()
			training, _ := kerasModel(b, terms, 1<<30)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := training.Advance(b.Context(), 1); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
