package losscurve

import (
	"math"
	"strconv"
)

// scale places epochs and losses on the strip. Hover, click, knob and curve all go
// through it, so that none of them differs from another by an epoch.
type scale struct {
	left, top, width, height float64
	// last is the epoch at the right end; epoch 0 is at the left one.
	last int
	// logX draws epochs by the logarithm of 1 + epoch, logY losses by theirs.
	logX, logY bool
	// low and high are the losses at the bottom and at the top.
	low, high float64
}

const (
	// linearEpochs is up to how many epochs stand side by side in equal steps.
	linearEpochs = 20
	// logRatio is from which ratio of its ends on a loss axis is logarithmic.
	logRatio = 50
)

// newScale returns the scale for some losses, of any order. logY is the learner's own
// choice of the loss axis, nil for what suits the losses.
func newScale(last int, losses []float64, logY *bool) scale {
	s := scale{last: max(last, 1), logX: last > linearEpochs, low: math.Inf(1)}
	s.high = -s.low
	least := s.low // above 0
	for _, loss := range losses {
		if math.IsNaN(loss) || math.IsInf(loss, 0) {
			continue
		}
		s.low, s.high = min(s.low, loss), max(s.high, loss)
		if loss > 0 {
			least = min(least, loss)
		}
	}
	if s.high < s.low {
		s.low, s.high, least = 0, 1, 1
	}
	s.logY = s.low > 0 && s.high > logRatio*s.low
	if logY != nil {
		s.logY = *logY && s.high > 0
	}
	switch {
	case s.logY:
		s.low = min(least, s.high)
	case s.low > 0:
		s.low = 0
	}
	if s.high == s.low { // also where one more makes no other number
		s.high += max(1, math.Abs(s.low))
	}
	return s
}

// placed returns the scale for a strip of a size in pixels, with room for the knob
// around and for the ticks below.
func (s scale) placed(width, height float64) scale {
	const side, above, below = 16, 8, 24
	s.left, s.top = side, above
	s.width, s.height = max(width-2*side, 1), max(height-above-below, 1)
	return s
}

// x is where an epoch is.
func (s scale) x(epoch int) float64 {
	part := float64(epoch) / float64(s.last)
	if s.logX {
		part = math.Log1p(float64(epoch)) / math.Log1p(float64(s.last))
	}
	return s.left + part*s.width
}

// epoch is the epoch whose place is nearest to a pixel.
func (s scale) epoch(x float64) int {
	part := min(max((x-s.left)/s.width, 0), 1)
	if !s.logX {
		return int(part*float64(s.last) + 0.5)
	}
	below := int(math.Expm1(part * math.Log1p(float64(s.last))))
	below = min(max(below, 0), s.last)
	if below < s.last && s.x(below+1)-x < x-s.x(below) {
		below++
	}
	return below
}

// y is where a loss is; one below the axis is at its bottom, and one that is no number
// any more at its top, as an infinite one is.
func (s scale) y(loss float64) float64 {
	part := (loss - s.low) / (s.high - s.low)
	switch {
	case math.IsNaN(loss):
		part = 1
	case s.logY:
		part = math.Log(max(loss, s.low)/s.low) / math.Log(s.high/s.low)
	}
	return s.top + (1-min(max(part, 0), 1))*s.height
}

// ticks are the epochs that the axis names, from 0 to the last: as many as have
// room for their numbers.
func (s scale) ticks() []int {
	ticks := []int{0}
	step := max(1, (s.last+4)/5)
	next := func(epoch int) int { return epoch + step }
	if s.logX {
		next = func(epoch int) int { return max(1, 10*epoch) }
	}
	room := func(a, b int) bool {
		return s.x(b)-s.x(a) > 4*float64(len(strconv.Itoa(a))+len(strconv.Itoa(b)))+6
	}
	for epoch := next(0); epoch < s.last; epoch = next(epoch) {
		if room(ticks[len(ticks)-1], epoch) && room(epoch, s.last) {
			ticks = append(ticks, epoch)
		}
	}
	return append(ticks, s.last)
}
