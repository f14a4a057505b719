package chart

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Heat is values over the whole area of a frame: colours, which the page paints
// under the frame, and lines of equal value over it.
type Heat struct {
	// values are size² numbers, x running first, from the lower left corner;
	// what is not finite is drawn as the highest.
	values []float64
	size   int
	rough  bool
	// least is the lowest value, lines those of the lines and of the darkest
	// colour.
	least float64
	lines []float64
	// round says which lines have a value of two digits.
	round []bool
}

const (
	// contours is how many lines of equal value are drawn.
	contours = 10
	// shades is how many colours the heat has.
	shades = 64
)

// NewHeat returns the heat of size² values, x running first, from the lower left
// corner; they must not be changed afterwards. A rough one has its lines drawn
// through every other value, in a quarter of the time: for a heat that is soon
// replaced by another.
func NewHeat(values []float64, size int, rough bool) *Heat {
	h := &Heat{values: values, size: size, rough: rough}
	h.least, h.lines = h.levels()
	return h
}

// Shows reports whether the heat is that of these very values.
func (h *Heat) Shows(values []float64, rough bool) bool {
	return h != nil && &h.values[0] == &values[0] && h.rough == rough
}

// heatColor is the accent of the model; how much of it is seen tells the value,
// so that the same picture suits a light and a dark ground.
var heatColor = color.NRGBA{R: 0x33, G: 0x8b, B: 0xc8}

// levels returns the least value and those of the lines, which grow as squares
// do: a bowl then has its lines at equal distances. The highest twentieth has
// no say, so that a steep wall leaves the valley some lines.
func (h *Heat) levels() (least float64, levels []float64) {
	known := make([]float64, 0, len(h.values))
	for _, v := range h.values {
		if finite(v) {
			known = append(known, v)
		}
	}
	if len(known) == 0 {
		return 0, nil
	}
	slices.Sort(known)
	least = known[0]
	most := known[(len(known)-1)*19/20]
	if !(most > least) {
		return least, nil
	}
	for i := 1; i <= contours; i++ {
		part, gap := float64(i)/contours, (most-least)*float64(2*i-1)/(contours*contours)
		level, round := readable(least+(most-least)*part*part, gap)
		levels, h.round = append(levels, level), append(h.round, round)
	}
	return least, levels
}

// Size is how many pixels the colours have along each side.
func (h *Heat) Size() int { return h.size }

// Pixels returns the colours from the upper left corner, four bytes each: red,
// green, blue and how much of it is seen. The values stand at the pixels'
// middles, so that the outer halves of the outermost lie beyond the area.
func (h *Heat) Pixels() []byte {
	most := h.least
	if len(h.lines) > 0 {
		most = h.lines[len(h.lines)-1]
	}
	pixels := make([]byte, 0, 4*len(h.values))
	for row := h.size - 1; row >= 0; row-- {
		for _, v := range h.values[row*h.size : (row+1)*h.size] {
			shade := 1.0
			if finite(v) && most > h.least {
				shade = math.Sqrt(min((v-h.least)/(most-h.least), 1))
			} else if finite(v) {
				shade = 0
			}
			step := math.Round(shade * (shades - 1))
			pixels = append(pixels, heatColor.R, heatColor.G, heatColor.B, uint8(170*step/(shades-1)))
		}
	}
	return pixels
}

// Lines returns the lines of equal value in the area of a frame, as the d of one
// path: they change with every heat, the frame does not.
func (h *Heat) Lines(f Frame) string {
	if len(h.lines) == 0 {
		return ""
	}
	step := 1
	if h.rough && h.size%2 == 1 {
		step = 2
	}
	grid := heatGrid{h, f.Spec.X, f.Spec.Y, h.lines[contours-1], step}
	lines := plotter.NewContour(grid, h.lines[:contours-1], nil)
	lines.LineStyles = []draw.LineStyle{{Color: axisInk, Width: 1}}

	on := &linesCanvas{canvas: newCanvas(f.Spec.Width, f.Spec.Height)}
	least := vg.Point{X: vg.Length(f.Area.Left), Y: vg.Length(f.Spec.Height - f.Area.Top - f.Area.Height)}
	most := vg.Point{X: least.X + vg.Length(f.Area.Width), Y: least.Y + vg.Length(f.Area.Height)}
	axis := func(r Range) plot.Axis { return plot.Axis{Min: r.Min, Max: r.Max, Scale: plot.LinearScale{}} }
	lines.Plot(draw.Canvas{Canvas: on, Rectangle: vg.Rectangle{Min: least, Max: most}},
		&plot.Plot{X: axis(f.Spec.X), Y: axis(f.Spec.Y)})
	return string(on.d)
}

// linesCanvas collects the strokes on a canvas in one path.
type linesCanvas struct {
	*canvas
	d []byte
}

// Stroke adds to the path.
func (c *linesCanvas) Stroke(path vg.Path) { c.d = c.appendData(c.d, path) }

// heatGrid is the heat as gonum/plot reads it: every step-th value.
type heatGrid struct {
	heat *Heat
	x, y Range
	most float64
	step int
}

var _ plotter.GridXYZ = heatGrid{}

func (g heatGrid) Dims() (c, r int) { return g.size(), g.size() }

// size is how many values are read along each axis.
func (g heatGrid) size() int { return (g.heat.size-1)/g.step + 1 }

func (g heatGrid) X(c int) float64 { return g.x.at(c, g.size()) }

func (g heatGrid) Y(r int) float64 { return g.y.at(r, g.size()) }

func (g heatGrid) Z(c, r int) float64 {
	if v := g.heat.values[g.step*(r*g.heat.size+c)]; finite(v) && v < g.most {
		return v
	}
	return g.most
}

// at returns the i-th of n values evenly spread over the range.
func (r Range) at(i, n int) float64 { return r.Min + (r.Max-r.Min)*float64(i)/float64(n-1) }
