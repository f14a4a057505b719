package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// FrameSpec is what a frame is drawn from. Equal specs give equal frames.
type FrameSpec struct {
	// Width and Height are in CSS pixels.
	Width, Height  float64
	X, Y           Range
	XLabel, YLabel string
	// LogY makes the y axis logarithmic.
	LogY bool
	// Bare leaves the grid out.
	Bare bool
}

// Area is the part of a frame that shows data, in pixels from the upper left.
type Area struct{ Left, Top, Width, Height float64 }

// Frame is axes and grid, drawn.
type Frame struct {
	Spec FrameSpec
	// SVG is the picture, one <svg> element.
	SVG string
	// Area is where the data go.
	Area Area

	px func(x, y float64) (px, py float64)
}

const (
	tickSize  = 12
	labelSize = 12.5
	// Pixels of axis that a tick's label needs.
	tickWidth, tickHeight = 64, 36
	// Below this, labels leave no room for data.
	minWidth, minHeight = 160, 100
)

// NewFrame draws a frame, at least as large as its labels need. A range that
// cannot be drawn is replaced by one that can.
func NewFrame(spec FrameSpec) Frame {
	spec.Width, spec.Height = max(spec.Width, minWidth), max(spec.Height, minHeight)
	spec.X, spec.Y = spec.X.valid(false), spec.Y.valid(spec.LogY)

	p := plot.New()
	p.BackgroundColor = nil
	p.TextHandler = handler
	p.X.Min, p.X.Max = spec.X.Min, spec.X.Max
	p.Y.Min, p.Y.Max = spec.Y.Min, spec.Y.Max
	p.X.Tick.Marker = linearTicks{int(spec.Width / tickWidth)}
	p.Y.Tick.Marker = linearTicks{int(spec.Height / tickHeight)}
	if spec.LogY {
		p.Y.Scale = plot.LogScale{}
		p.Y.Tick.Marker = decadeTicks{int(spec.Height / tickHeight)}
	}
	p.X.Label.Text, p.Y.Label.Text = spec.XLabel, spec.YLabel
	p.X.Label.TextStyle = style(labelSize, labelInk, draw.XCenter, draw.YBottom)
	p.Y.Label.TextStyle = style(labelSize, labelInk, draw.XCenter, draw.YBottom)
	p.X.Tick.Label = style(tickSize, tickInk, draw.XCenter, draw.YTop)
	p.Y.Tick.Label = style(tickSize, tickInk, draw.XRight, draw.YCenter)
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Padding = 0
		axis.LineStyle = draw.LineStyle{Color: axisInk, Width: 1}
		axis.Tick.LineStyle = draw.LineStyle{Color: axisInk, Width: 1}
		axis.Tick.Length = 4
		axis.Label.Padding = 2
	}
	grid := plotter.NewGrid()
	grid.Vertical = draw.LineStyle{Color: gridInk, Width: 1}
	grid.Horizontal = draw.LineStyle{Color: gridInk, Width: 1}

	on := newCanvas(spec.Width, spec.Height)
	// Room for the halves of the outermost tick labels.
	whole := draw.Crop(draw.NewCanvas(on, vg.Length(spec.Width), vg.Length(spec.Height)), 2, -12, 2, -8)
	if !spec.Bare {
		p.Add(grid)
	}
	p.Draw(whole)

	area := p.DataCanvas(whole)
	toX, toY := p.Transforms(&area)
	return Frame{
		Spec: spec,
		SVG:  on.svg(),
		Area: Area{
			Left: float64(area.Min.X), Top: spec.Height - float64(area.Max.Y),
			Width: float64(area.Max.X - area.Min.X), Height: float64(area.Max.Y - area.Min.Y),
		},
		px: func(x, y float64) (px, py float64) {
			return float64(toX(x)), spec.Height - float64(toY(y))
		},
	}
}

// Px returns the pixel of a value, from the frame's upper left corner. A value
// outside the ranges lies outside the area, but never farther than a few
// frames' size: browsers fail on larger coordinates.
func (f Frame) Px(x, y float64) (px, py float64) {
	x = clamp(x, f.Spec.X.padded(3))
	if f.Spec.LogY {
		y = clamp(y, Range{f.Spec.Y.Min, f.Spec.Y.Max * 10})
	} else {
		y = clamp(y, f.Spec.Y.padded(3))
	}
	return f.px(x, y)
}

// Contains reports whether a value lies inside the ranges.
func (f Frame) Contains(x, y float64) bool {
	return x >= f.Spec.X.Min && x <= f.Spec.X.Max && y >= f.Spec.Y.Min && y <= f.Spec.Y.Max
}

// X returns the x value at a pixel, not beyond the range.
func (f Frame) X(px float64) float64 {
	part := (px - f.Area.Left) / f.Area.Width
	return clamp(f.Spec.X.Min+part*(f.Spec.X.Max-f.Spec.X.Min), f.Spec.X)
}

// Y returns the y value at a pixel of a linear axis, not beyond the range.
func (f Frame) Y(py float64) float64 {
	part := (f.Area.Top + f.Area.Height - py) / f.Area.Height
	return clamp(f.Spec.Y.Min+part*(f.Spec.Y.Max-f.Spec.Y.Min), f.Spec.Y)
}

// PerPixel returns how much a pixel is along each linear axis.
func (f Frame) PerPixel() (x, y float64) {
	return (f.Spec.X.Max - f.Spec.X.Min) / f.Area.Width, (f.Spec.Y.Max - f.Spec.Y.Min) / f.Area.Height
}

// Snap rounds a value to the decimals that a step shows: 1.2345 with a step of
// 0.02 is 1.23.
func Snap(v, step float64) float64 {
	if !(step > 0) || !finite(v) {
		return v
	}
	decimals := -int(math.Floor(math.Log10(step) + 1e-9))
	if decimals < 0 {
		power := math.Pow10(-decimals)
		return math.Round(v/power) * power
	}
	// What FormatFloat writes can be read.
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64)
	return v + 0 // not −0
}

// clamp returns the value of r that is nearest to v; NaN gives the minimum.
func clamp(v float64, r Range) float64 {
	if v > r.Max {
		return r.Max
	}
	if v >= r.Min {
		return v
	}
	return r.Min
}
