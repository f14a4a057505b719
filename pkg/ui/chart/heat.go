package chart

import (
	"image"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Heat is values over the whole area of a frame, drawn as colour and as lines
// of equal value. It is treated as immutable: frames are compared by it.
type Heat struct {
	// Values are Size² numbers, x running first, from the lower left corner;
	// what is not finite is drawn as the highest.
	Values []float64
	Size   int
	// Rough draws the lines through every other value, in a quarter of the time:
	// for a heat that is soon replaced by another.
	Rough bool
}

const (
	// contours is how many lines of equal value are drawn.
	contours = 10
	// shades is how many colours the heat has.
	shades = 64
)

// heatColor is the accent of the model; how much of it is seen tells the value,
// so that the same picture suits a light and a dark ground.
var heatColor = color.NRGBA{R: 0x33, G: 0x8b, B: 0xc8}

// levels returns the least value and those of the lines, which grow as squares
// do: a bowl then has its lines at equal distances. The highest twentieth has
// no say, so that a steep wall leaves the valley some lines.
func (h *Heat) levels() (least float64, levels []float64) {
	known := make([]float64, 0, len(h.Values))
	for _, v := range h.Values {
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
		part := float64(i) / contours
		levels = append(levels, least+(most-least)*part*part)
	}
	return least, levels
}

// image returns the colours, the upper left corner first.
func (h *Heat) image(least float64, levels []float64) *image.Paletted {
	palette := make(color.Palette, shades)
	for i := range palette {
		c := heatColor
		c.A = uint8(170 * i / (shades - 1))
		palette[i] = c
	}
	img := image.NewPaletted(image.Rect(0, 0, h.Size, h.Size), palette)
	most := least
	if len(levels) > 0 {
		most = levels[len(levels)-1]
	}
	for row := range h.Size {
		for i := range h.Size {
			shade := 1.0
			if v := h.Values[row*h.Size+i]; finite(v) && most > least {
				shade = math.Sqrt(min((v-least)/(most-least), 1))
			} else if finite(v) {
				shade = 0
			}
			img.SetColorIndex(i, h.Size-1-row, uint8(shade*(shades-1)+0.5))
		}
	}
	return img
}

// draw draws the colours behind all else and adds the lines to the plot.
func (h *Heat) draw(on *canvas, whole draw.Canvas, p *plot.Plot, x, y Range) {
	least, levels := h.levels()
	area := p.DataCanvas(whole)
	// The values stand at the pixels' middles: half a pixel beyond the area.
	half := vg.Point{X: (area.Max.X - area.Min.X) / vg.Length(2*(h.Size-1)), Y: (area.Max.Y - area.Min.Y) / vg.Length(2*(h.Size-1))}
	on.clip = &area.Rectangle
	on.DrawImage(vg.Rectangle{Min: area.Min.Sub(half), Max: area.Max.Add(half)}, h.image(least, levels))
	if len(levels) > 0 {
		step := 1
		if h.Rough && h.Size%2 == 1 {
			step = 2
		}
		lines := plotter.NewContour(heatGrid{h, x, y, levels[contours-1], step}, levels[:contours-1], nil)
		lines.LineStyles = []draw.LineStyle{{Color: contourInk, Width: 1}}
		p.Add(plain{lines})
	}
}

// plain is a plotter without the methods by which plot makes room for what is
// drawn at the edges; for contours that takes as long as drawing them.
type plain struct{ plot.Plotter }

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
func (g heatGrid) size() int { return (g.heat.Size-1)/g.step + 1 }

func (g heatGrid) X(c int) float64 { return g.x.at(c, g.size()) }

func (g heatGrid) Y(r int) float64 { return g.y.at(r, g.size()) }

func (g heatGrid) Z(c, r int) float64 {
	if v := g.heat.Values[g.step*(r*g.heat.Size+c)]; finite(v) && v < g.most {
		return v
	}
	return g.most
}

// at returns the i-th of n values evenly spread over the range.
func (r Range) at(i, n int) float64 { return r.Min + (r.Max-r.Min)*float64(i)/float64(n-1) }
