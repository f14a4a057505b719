package chart

import "math"

// Range is the values that an axis shows.
type Range struct{ Min, Max float64 }

// No axis reaches farther than drawable, or shows less than smallest: float32
// losses stay well inside.
var drawable = Range{-1e100, 1e100}

const smallest = 1e-50

// valid returns a range that can be drawn: finite, ascending, wide enough for
// its numbers to differ and, on a logarithmic axis, above 0.
func (r Range) valid(log bool) Range {
	if !finite(r.Min) || !finite(r.Max) || r.Min > r.Max {
		r = Range{0, 1}
	}
	r = Range{clamp(r.Min, drawable), clamp(r.Max, drawable)}
	if log {
		r.Max = max(r.Max, smallest)
		if r.Min < smallest {
			r.Min = max(r.Max/10, smallest)
		}
	}
	if width := r.Max - r.Min; width <= max(smallest, 1e-9*max(math.Abs(r.Min), math.Abs(r.Max))) {
		pad := max(0.5*math.Abs(r.Min), 0.5)
		if log {
			return Range{r.Min / 2, r.Max * 2}
		}
		return Range{r.Min - pad, r.Max + pad}
	}
	return r
}

// padded returns the range with a part of its width added at both ends.
func (r Range) padded(part float64) Range {
	pad := part * (r.Max - r.Min)
	return Range{r.Min - pad, r.Max + pad}
}

// lineSteps are by which parts of the data's height the y axis reaches beyond them, so
// that it stands still while a line within it moves. A line that goes farther is cut
// off.
var lineSteps = []float64{0, 0.25, 0.5, 1, 2, 4}

// FitRange returns the ranges in which points, the x to predict and the model's line
// are seen; lineYs are heights of the line over the points. At the x to predict, y
// reaches as far as the best line's does: what the model says there does not
// shrink the points to a stroke.
func FitRange(xs, ys []float64, predict float64, lineYs ...float64) (x, y Range) {
	x, y = Range{predict, predict}, Range{0, 0}
	for i := range xs {
		x = Range{min(x.Min, xs[i]), max(x.Max, xs[i])}
		if i == 0 {
			y = Range{ys[0], ys[0]}
		}
		y = Range{min(y.Min, ys[i]), max(y.Max, ys[i])}
	}
	if best, ok := bestLine(xs, ys, predict); ok {
		// Not so far that the points would shrink to a stroke.
		limit := 4 * (y.Max - y.Min)
		best = min(max(best, y.Min-limit), y.Max+limit)
		y = Range{min(y.Min, best), max(y.Max, best)}
	}
	y = y.valid(false)
	height := y.Max - y.Min
	held := y
	for _, v := range lineYs {
		if finite(v) {
			held = Range{min(held.Min, y.Min-stepped(y.Min-v, height)), max(held.Max, y.Max+stepped(v-y.Max, height))}
		}
	}
	return x.valid(false).padded(0.06), held.padded(0.09)
}

// stepped returns the least step of a height that is at least some excess. What the
// axis's own padding holds is none.
func stepped(excess, height float64) float64 {
	excess -= 0.06 * height
	for _, step := range lineSteps {
		if excess <= step*height {
			return step * height
		}
	}
	return lineSteps[len(lineSteps)-1] * height
}

// bestLine returns where the least-squares line of some points is at x.
func bestLine(xs, ys []float64, x float64) (y float64, ok bool) {
	if len(xs) == 0 {
		return 0, false
	}
	n := float64(len(xs))
	var mx, my, sxx, sxy float64
	for i := range xs {
		mx, my = mx+xs[i]/n, my+ys[i]/n
	}
	for i := range xs {
		sxx, sxy = sxx+(xs[i]-mx)*(xs[i]-mx), sxy+(xs[i]-mx)*(ys[i]-my)
	}
	if sxx == 0 {
		return my, true
	}
	y = my + sxy/sxx*(x-mx)
	return y, finite(y)
}

// LossRange returns the range of a loss axis: from 0 on a linear one, in whole
// decades on a logarithmic one. Its ends are round, so that the axis stands
// still under small changes of the losses. Values that are not finite are passed over, and
// values not above 0 on a logarithmic axis.
func LossRange(losses []float64, log bool) Range {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range losses {
		if finite(v) && (v > 0 || !log) {
			low, high = min(low, v), max(high, v)
		}
	}
	if high < low {
		low, high = 0.1, 1
	}
	if !log {
		low = min(0, low)
		if width := high - low; width > 0 {
			step := math.Pow(10, math.Floor(math.Log10(width))) / 5
			low, high = math.Floor(low/step)*step, math.Ceil((high+0.02*width)/step)*step
		}
		return Range{low, high}.valid(false)
	}
	r := Range{math.Pow(10, math.Floor(math.Log10(low)+1e-9)), math.Pow(10, math.Ceil(math.Log10(high)-1e-9))}
	if r.Min == r.Max {
		r.Max *= 10
	}
	return r.valid(true)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
