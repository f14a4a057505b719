package ui

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// heatCanvas draws a heat map under the frame of a chart. It is a canvas because
// browsers keep every image that they have decoded: an image for each of ten
// thousand retrainings takes megabytes.
type heatCanvas struct {
	app.Compo

	Heat *chart.Heat
	// Width and Height are the frame's, Area is the place of its data.
	Width, Height float64
	Area          chart.Area

	painted *chart.Heat
	image   dom.Image
	placed  chart.Area
}

var (
	_ app.Mounter = (*heatCanvas)(nil)
	_ app.Updater = (*heatCanvas)(nil)
)

// OnMount paints the first heat.
func (h *heatCanvas) OnMount(app.Context) { h.paint() }

// OnUpdate paints another, or puts it in another place.
func (h *heatCanvas) OnUpdate(app.Context) { h.paint() }

func (h *heatCanvas) Render() app.UI {
	return app.Canvas().Class(dom.HeatClass).Aria("hidden", "true").Width(session.SurfaceSize).Height(session.SurfaceSize)
}

func (h *heatCanvas) paint() {
	canvas := dom.Of(h.JSValue())
	if h.Heat == nil || canvas.Missing() {
		return
	}
	if at := h.parts(); at != h.placed {
		h.placed = at
		positionCanvas(canvas, at, h.Heat.Size())
	}
	if h.Heat == h.painted {
		return
	}
	h.painted = h.Heat
	h.image.Draw(canvas, h.Heat.Size(), h.Heat.Pixels())
}

// parts returns the place of the canvas as fractions of the frame, which also hold
// before the chart is measured. Each value of the heat stands at the middle of a
// pixel, so that half a pixel at each side lies outside the area.
func (h *heatCanvas) parts() chart.Area {
	within := float64(h.Heat.Size() - 1)
	width, height := h.Area.Width/within, h.Area.Height/within
	return chart.Area{
		Left: (h.Area.Left - width/2) / h.Width, Top: (h.Area.Top - height/2) / h.Height,
		Width: (h.Area.Width + width) / h.Width, Height: (h.Area.Height + height) / h.Height,
	}
}

// positionCanvas puts a canvas of size² pixels there and cuts off what lies beyond.
func positionCanvas(canvas dom.Value, at chart.Area, size int) {
	percent := func(part float64) string { return strconv.FormatFloat(100*part, 'f', 4, 64) + "%" }
	dom.SetStyle(canvas, "left", percent(at.Left))
	dom.SetStyle(canvas, "top", percent(at.Top))
	dom.SetStyle(canvas, "width", percent(at.Width))
	dom.SetStyle(canvas, "height", percent(at.Height))
	dom.SetStyle(canvas, "clipPath", "inset("+percent(0.5/float64(size))+")")
}
