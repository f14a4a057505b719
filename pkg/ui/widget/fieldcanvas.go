package widget

import (
	"strconv"

	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// FieldCanvas draws colours over the area of a chart, under its marks: one pixel for
// each value, the values at the pixels' middles. It is a canvas because browsers keep
// every image that they have decoded: an image for each of ten thousand retrainings
// takes megabytes.
type FieldCanvas struct {
	app.Compo

	// Size is how many pixels there are along each side.
	Size int
	// Version changes when the colours do, which Paint then gives, four bytes a pixel;
	// before the first it is 0. The canvas is given so that they can suit its ink and its
	// ground.
	Version int
	Paint   FieldPainter
	// Width and Height are the frame's, Area is the place of its data.
	Width, Height float64
	Area          chart.Area

	painted int
	image   dom.Image
	// placed is where the canvas was put, in fractions of the frame.
	placed chart.Area
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
	c.put(canvas)
	if c.painted == c.Version {
		return
	}
	c.painted = c.Version
	c.image.Draw(canvas, c.Size, c.Paint.Pixels(canvas))
}

// put puts the canvas over the area of the frame. Its place is a fraction of the frame,
// which also holds before the chart is measured. Each value stands at the middle of a
// pixel, so that half a pixel at each side lies outside the area and is cut off.
func (c *FieldCanvas) put(canvas dom.Value) {
	within := float64(c.Size - 1)
	width, height := c.Area.Width/within, c.Area.Height/within
	at := chart.Area{
		Left: (c.Area.Left - width/2) / c.Width, Top: (c.Area.Top - height/2) / c.Height,
		Width: (c.Area.Width + width) / c.Width, Height: (c.Area.Height + height) / c.Height,
	}
	if at == c.placed {
		return
	}
	c.placed = at
	percent := func(part float64) string { return strconv.FormatFloat(100*part, 'f', 4, 64) + "%" }
	dom.SetStyle(canvas, "left", percent(at.Left))
	dom.SetStyle(canvas, "top", percent(at.Top))
	dom.SetStyle(canvas, "width", percent(at.Width))
	dom.SetStyle(canvas, "height", percent(at.Height))
	dom.SetStyle(canvas, "clipPath", "inset("+percent(0.5/float64(c.Size))+")")
}
