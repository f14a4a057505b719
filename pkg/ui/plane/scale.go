package plane

import (
	"math"
	"slices"

	"firstneuron/pkg/ui/chart"
)

// Point is a row of the data: a place of the plane and its label.
type Point struct{ X1, X2, Label float64 }

// Scale joins the plane and the pixels of a frame's area.
type Scale struct {
	Area   chart.Area
	X1, X2 chart.Range
}

// Pixel returns where a place of the plane is drawn.
func (s Scale) Pixel(x1, x2 float64) (x, y float64) {
	return s.Area.Left + s.Area.Width*part(s.X1, x1), s.Area.Top + s.Area.Height*(1-part(s.X2, x2))
}

// Place returns the place of the plane under a pixel; inside is false off the area.
func (s Scale) Place(x, y float64) (x1, x2 float64, inside bool) {
	u, v := (x-s.Area.Left)/s.Area.Width, 1-(y-s.Area.Top)/s.Area.Height
	return between(s.X1, u), between(s.X2, v), u >= 0 && u <= 1 && v >= 0 && v <= 1
}

// usual is the window of generated points, which is that of TensorFlow Playground.
const usual = 6

// Window returns the part of the plane that shows some points: from −6 to 6 on both
// axes when all of them lie in it and reach at least half as far, else a range with
// round ends for each axis, so that it stands still while a point moves a little.
func Window(points []Point) (x1, x2 chart.Range) {
	if len(points) == 0 {
		return chart.Range{Min: -usual, Max: usual}, chart.Range{Min: -usual, Max: usual}
	}
	ranges := [2]chart.Range{{Min: math.Inf(1), Max: math.Inf(-1)}, {Min: math.Inf(1), Max: math.Inf(-1)}}
	farthest := 0.0
	for _, p := range points {
		for i, v := range [2]float64{p.X1, p.X2} {
			ranges[i] = chart.Range{Min: min(ranges[i].Min, v), Max: max(ranges[i].Max, v)}
			farthest = max(farthest, math.Abs(v))
		}
	}
	if farthest <= usual && farthest >= usual/2 {
		return Window(nil)
	}
	return rounded(ranges[0]), rounded(ranges[1])
}

// rounded returns a range a little wider, with ends that are multiples of a fifth of
// the power of ten below its width.
func rounded(r chart.Range) chart.Range {
	width := r.Max - r.Min
	if !(width > 1e-9*max(math.Abs(r.Min), math.Abs(r.Max))) {
		width = max(math.Abs(r.Min), 1)
	}
	step := math.Pow(10, math.Floor(math.Log10(width))) / 5
	pad := 0.06 * width
	return chart.Range{Min: math.Floor((r.Min-pad)/step) * step, Max: math.Ceil((r.Max+pad)/step) * step}
}

// distinct sorts numbers and drops those nearer than near to the one before.
func distinct(all []float64, near float64) []float64 {
	slices.Sort(all)
	return slices.CompactFunc(all, func(a, b float64) bool { return math.Abs(b-a) < near })
}
