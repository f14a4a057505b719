package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/widget"

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
	placed  widget.CanvasPlace
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
	h.placed.Put(canvas, h.Heat.Size(), h.Width, h.Height, h.Area)
	if h.Heat == h.painted {
		return
	}
	h.painted = h.Heat
	h.image.Draw(canvas, h.Heat.Size(), h.Heat.Pixels())
}
