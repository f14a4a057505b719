package chart

import "strings"

// Polyline returns the points attribute of an SVG polyline through some data,
// cut off where it leaves the frame's ranges by far. Values that are not
// finite are passed over.
func (f Frame) Polyline(xs, ys []float64) string {
	var b strings.Builder
	for i, x := range xs {
		if !finite(x) || !finite(ys[i]) {
			continue
		}
		px, py := f.Px(x, ys[i])
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(number(px) + "," + number(py))
	}
	return b.String()
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
