package sound

import "math"

const (
	// small is the part of the first loss that is as good as none.
	small = 0.01
	// still is by what part of itself a loss may have fallen in the last tenth of a
	// training that has come to rest.
	still = 0.01
)

// Converged reports whether a training that is over has converged: its last loss is a
// hundredth of its first or less, or has hardly changed since before, the loss at nine
// tenths of its epochs.
func Converged(first, before, last float64) bool {
	if math.IsNaN(last) || math.IsInf(last, 0) || last > first {
		return false
	}
	return last <= small*first || math.Abs(before-last) <= still*math.Abs(last)
}

// ChordPitches are the notes of the chord: C4, E4, G4 and C5, in Hz.
func ChordPitches() []float64 { return []float64{261.63, 329.63, 392, 523.25} }
