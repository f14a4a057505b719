package sound

import "math"

const (
	// FirstPitch is that of the first loss: A5, in Hz. It leaves an octave above for a
	// loss that grows.
	FirstPitch = 880
	// LowestPitch is one that small loudspeakers still play.
	LowestPitch = 110
	// HighestPitch is one that ears still like.
	HighestPitch = 1760
	// decadesPerOctave is by how many powers of ten the loss falls for an octave: the
	// first lesson goes from 9 to 0.00004 and so through two and a half of the three
	// octaves below the first pitch.
	decadesPerOctave = 2
)

// Pitch returns the frequency in Hz of a loss, by the first loss of its training:
//
//	880 · 2^(log₁₀(loss/first)/2), between 110 and 1760
//
// Equal ratios of losses are equal intervals, as equal ratios are equal lengths on the
// chart's logarithmic axis. It needs no later loss, so that a training sounds the same
// while it runs and when it is played again. A loss that is 0 or below has the lowest
// pitch, one that is no number or endless the highest.
func Pitch(loss, first float64) float64 {
	switch {
	case math.IsNaN(loss), math.IsInf(loss, 1):
		return HighestPitch
	case loss <= 0:
		return LowestPitch
	case first <= 0, math.IsNaN(first), math.IsInf(first, 1):
		return FirstPitch
	}
	octaves := (math.Log10(loss) - math.Log10(first)) / decadesPerOctave
	return min(max(FirstPitch*math.Exp2(octaves), LowestPitch), HighestPitch)
}
