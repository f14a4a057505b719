package sound

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestPitchIsTheLogarithmOfTheLoss, with the first loss at 880 Hz and an octave for each
// factor of a hundred.
func TestPitchIsTheLogarithmOfTheLoss(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ loss, first, want float64 }{
		{8, 8, 880},
		{0.08, 8, 440},
		{0.0008, 8, 220},
		{800, 8, 1760},
		{80000, 8, 1760}, // not above
		{1e-30, 8, 110},  // nor below
		{0, 8, 110},
		{-1, 8, 110},
		{1, 0, 880},
		{1, -3, 880},
		{math.Inf(1), 8, 1760},
		{math.NaN(), 8, 1760},
		{1, math.NaN(), 880},
	} {
		if got := Pitch(c.loss, c.first); math.Abs(got-c.want) > 1e-9*c.want {
			t.Errorf("Pitch(%v, %v) = %v, want %v", c.loss, c.first, got, c.want)
		}
	}
}

// TestSmallerLossIsNeverHigher: whoever hears two pitches knows which loss is smaller.
func TestSmallerLossIsNeverHigher(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.Float64Range(1e-20, 1e20).Draw(t, "first")
		a, b := rapid.Float64().Draw(t, "a"), rapid.Float64().Draw(t, "b")
		if a > b {
			a, b = b, a
		}
		low, high := Pitch(a, first), Pitch(b, first)
		if low > high || low < LowestPitch || high > HighestPitch {
			t.Errorf("Pitch(%v) = %v and Pitch(%v) = %v of the first %v, want them in order and between %d and %d", a, low, b, high, first, LowestPitch, HighestPitch)
		}
	})
}

// TestTicksAreBounded: each epoch ticks where they are slow, and no more than MostTicks
// a second where they are fast, however long the frames are.
func TestTicksAreBounded(t *testing.T) {
	t.Parallel()
	heardIn := func(frames int, seconds float64, epochs func(frame int) int) int {
		var ticks Ticks
		n := 0
		for frame := range frames {
			next, heard := ticks.Pass(epochs(frame), seconds)
			if ticks = next; heard {
				n++
			}
		}
		return n
	}
	slow := heardIn(600, 1.0/60, func(frame int) int { // one epoch a second, for ten
		if frame%60 == 0 {
			return 1
		}
		return 0
	})
	if slow != 10 {
		t.Errorf("ten epochs in ten seconds tick %d times, want 10", slow)
	}
	for _, frame := range []float64{1.0 / 240, 1.0 / 60, 1.0 / 20, 1} {
		seconds := 10.0
		n := heardIn(int(seconds/frame), frame, func(int) int { return 100 })
		if n < 5 || float64(n) > seconds*MostTicks+1 {
			t.Errorf("frames of %v s: %d ticks in %v s, want some and at most %v", frame, n, seconds, seconds*MostTicks)
		}
	}
	if _, heard := (Ticks{}).Pass(-3, 1); heard {
		t.Error("epochs that are left again tick")
	}
}

func TestConverged(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		first, before, last float64
		want                bool
	}{
		"the lesson":           {9, 6e-5, 4e-5, true},
		"at rest above zero":   {9, 2.001, 2, true},
		"still falling":        {9, 4, 3, false},
		"hardly begun":         {9, 9, 8.8, false},
		"grown":                {9, 9.5, 9.5, false},
		"diverged":             {9, 1e30, math.Inf(1), false},
		"no number":            {9, 9, math.NaN(), false},
		"one epoch":            {9, 9, 9, true},
		"below zero, at rest":  {0.3, -0.9999, -1, true},
		"already there before": {0, 0, 0, true},
	} {
		if got := Converged(c.first, c.before, c.last); got != c.want {
			t.Errorf("%s: Converged(%v, %v, %v) = %v, want %v", name, c.first, c.before, c.last, got, c.want)
		}
	}
}
