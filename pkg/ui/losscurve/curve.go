package losscurve

import (
	"math"

	"firstneuron/pkg/session"
)

// maxCurve is about how many epochs are drawn, more than a screen can show.
const maxCurve = 500

// curve is what is drawn of a run: epochs with their losses and their losses on the
// validation part, NaN for an epoch without one.
type curve struct {
	epochs             []int
	losses, validation []float64
}

// curveOf returns the curve of a timeline. Long runs are thinned evenly over the
// strip; the first and the last epoch stay.
func curveOf(t session.Timeline, s scale) curve {
	var c curve
	last, drawn := t.Last().Epoch, math.Inf(-1)
	least := s.width / maxCurve
	for _, r := range t.All() {
		if !r.Logged() {
			continue
		}
		x := s.x(r.Epoch)
		if x-drawn < least && r.Epoch != last {
			continue
		}
		drawn = x
		v := math.NaN()
		if r.Validated {
			v = r.Validation
		}
		c.epochs, c.losses, c.validation = append(c.epochs, r.Epoch), append(c.losses, r.Loss), append(c.validation, v)
	}
	return c
}

// ends returns values between which all losses of a timeline are, and some of them.
func ends(t session.Timeline) []float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range t.All() {
		if r.Logged() {
			low, high = min(low, r.Loss), max(high, r.Loss)
		}
		if r.Validated {
			low, high = min(low, r.Validation), max(high, r.Validation)
		}
	}
	return []float64{low, high}
}
