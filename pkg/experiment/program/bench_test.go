package program

import (
	"testing"

	"firstneuron/pkg/experiment"
)

// BenchmarkInStep is what an edit of a control costs: the program is written
// and read again.
func BenchmarkInStep(b *testing.B) {
	for b.Loop() {
		e := experiment.Default()
		Read(Keras(e), e)
	}
}
