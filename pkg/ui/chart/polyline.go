package chart

import "math"

// Polyline returns the points attribute of an SVG polyline through some data,
// cut off where it leaves the frame's ranges by far. Values that are not finite
// are passed over, and those so near to the last one that no screen shows the
// difference; the last of all is always there.
func (f Frame) Polyline(xs, ys []float64) string {
	const visible = 0.5
	b := make([]byte, 0, 8*len(xs))
	var lastX, lastY float64
	for i, x := range xs {
		if !finite(x) || !finite(ys[i]) {
			continue
		}
		px, py := f.Px(x, ys[i])
		near := math.Abs(px-lastX) < visible && math.Abs(py-lastY) < visible
		if len(b) > 0 && near && i < len(xs)-1 {
			continue
		}
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(append(appendNumber(b, px), ','), py)
		lastX, lastY = px, py
	}
	return string(b)
}

// Line returns the ends, in pixels, of the part of y = w·x + b that lies
// inside the frame; ok is false when none does.
func (f Frame) Line(w, b float64) (x1, y1, x2, y2 float64, ok bool) {
	from, to := f.Spec.X.Min, f.Spec.X.Max
	if w != 0 {
		// Where the line enters and leaves the y range.
		low, high := (f.Spec.Y.Min-b)/w, (f.Spec.Y.Max-b)/w
		from, to = max(from, min(low, high)), min(to, max(low, high))
	} else if b < f.Spec.Y.Min || b > f.Spec.Y.Max {
		return 0, 0, 0, 0, false
	}
	if !(from <= to) {
		return 0, 0, 0, 0, false
	}
	x1, y1 = f.Px(from, w*from+b)
	x2, y2 = f.Px(to, w*to+b)
	return x1, y1, x2, y2, true
}
