package widget

import (
	"strconv"

	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// FieldCanvas draws colours over the area of a chart, under its marks: one pixel for
// each value, the values at the pixels' middles.
type FieldCanvas struct {
	app.Compo

	// Size is how many pixels there are along each side.
	Size int
	// Version changes when the colours do, which Paint then gives, four bytes a pixel;
	// the canvas is given so that they can suit its ink and its ground.
	Version int
	Paint   FieldPainter
	// Width and Height are the frame's, Area is the place of its data.
	Width, Height float64
	Area          chart.Area

	painted int
	image   dom.Image
	placed  CanvasPlace
}

// FieldPainter gives the colours of a canvas. It is compared by its address: the same
// one gives what it has when it is asked.
type FieldPainter interface {
	Pixels(canvas dom.Value) []byte
}

var (
	_ app.Mounter = (*FieldCanvas)(nil)
	_ app.Updater = (*FieldCanvas)(nil)
)

// OnMount paints the first colours.
func (c *FieldCanvas) OnMount(app.Context) { c.paint() }

// OnUpdate paints others, or puts them in another place.
func (c *FieldCanvas) OnUpdate(app.Context) { c.paint() }

// Render makes the canvas.
func (c *FieldCanvas) Render() app.UI {
	return app.Canvas().Class(dom.HeatClass).Aria("hidden", "true").Width(c.Size).Height(c.Size)
}

func (c *FieldCanvas) paint() {
	canvas := dom.Of(c.JSValue())
	if c.Paint == nil || c.Size < 2 || canvas.Missing() {
		return
	}
	c.placed.Put(canvas, c.Size, c.Width, c.Height, c.Area)
	if c.painted == c.Version {
		return
	}
	c.painted = c.Version
	c.image.Draw(canvas, c.Size, c.Paint.Pixels(canvas))
}

// CanvasPlace is where a canvas was put. The zero value is nowhere.
type CanvasPlace struct{ at chart.Area }

// Put puts a canvas of size² pixels over the area of a frame of some width and height.
// Its place is a fraction of the frame, which also holds before the chart is measured.
// Each value stands at the middle of a pixel, so that half a pixel at each side lies
// outside the area and is cut off.
func (p *CanvasPlace) Put(canvas dom.Value, size int, frameWidth, frameHeight float64, area chart.Area) {
	within := float64(size - 1)
	width, height := area.Width/within, area.Height/within
	at := chart.Area{
		Left: (area.Left - width/2) / frameWidth, Top: (area.Top - height/2) / frameHeight,
		Width: (area.Width + width) / frameWidth, Height: (area.Height + height) / frameHeight,
	}
	if at == p.at {
		return
	}
	p.at = at
	percent := func(part float64) string { return strconv.FormatFloat(100*part, 'f', 4, 64) + "%" }
	dom.SetStyle(canvas, "left", percent(at.Left))
	dom.SetStyle(canvas, "top", percent(at.Top))
	dom.SetStyle(canvas, "width", percent(at.Width))
	dom.SetStyle(canvas, "height", percent(at.Height))
	dom.SetStyle(canvas, "clipPath", "inset("+percent(0.5/float64(size))+")")
}
