package ui

import (
	"strconv"

	"firstneuron/pkg/ui/chart"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stage is the place of a chart: its size comes from the style sheet, and the
// chart is drawn to fit. Until it has been measured, and where nothing can be
// measured, it is the size of the prerendered page.
type stage struct {
	width, height float64
	release       func()
	asked         chart.FrameSpec
	drawn         chart.Frame
}

// watch measures the element now and whenever it changes its size.
func (s *stage) watch(ctx app.Context, id string) {
	element := elementByID(id)
	if !element.Truthy() {
		return
	}
	s.release = resizes(ctx, element, func(_ app.Context, width, height float64) {
		s.width, s.height = width, height
	})
}

// frame returns the frame of a spec in the stage's size, or in the spec's own
// until the stage is measured. It is drawn again only when something about it
// has changed.
func (s *stage) frame(spec chart.FrameSpec) chart.Frame {
	if s.width > 0 {
		spec.Width, spec.Height = s.width, s.height
	}
	if s.drawn.SVG == "" || spec != s.asked {
		s.asked, s.drawn = spec, chart.NewFrame(spec)
	}
	return s.drawn
}

// leave stops measuring.
func (s *stage) leave() {
	if s.release != nil {
		s.release()
	}
}

// place returns where a pointer event happened, in pixels from the upper left
// corner of the element that listens.
func place(ctx app.Context, e app.Event) (x, y float64) {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	return e.Get("clientX").Float() - box.Get("left").Float(),
		e.Get("clientY").Float() - box.Get("top").Float()
}

// svgElem is an SVG element; go-app makes HTML elements unless told otherwise.
func svgElem(tag string) app.HTMLElem {
	return app.Elem(tag).XMLNS("http://www.w3.org/2000/svg")
}

// pixels writes a coordinate: a tenth of a pixel is finer than any screen.
func pixels(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
