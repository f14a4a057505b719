package widget

import (
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ChartBox is the place of a chart: its size comes from the style sheet, and the
// chart is drawn to fit. Until it has been measured, and where nothing can be
// measured, it is the size of the prerendered page.
type ChartBox struct {
	width, height float64
	release       func()
	asked         chart.FrameSpec
	drawn         chart.Frame
}

// Watch measures the element now and whenever it changes its size.
func (s *ChartBox) Watch(ctx app.Context, id string) {
	element := dom.ByID(id)
	if element.Missing() {
		return
	}
	s.release = dom.Resizes(ctx, element, func(_ app.Context, width, height float64) {
		s.width, s.height = width, height
	})
}

// Frame returns the frame of a spec in the box's size, or in the spec's own
// until the box is measured. It is drawn again only when something about it
// has changed.
func (s *ChartBox) Frame(spec chart.FrameSpec) chart.Frame {
	if s.width > 0 {
		spec.Width, spec.Height = s.width, s.height
	}
	if s.drawn.SVG == "" || spec != s.asked {
		s.asked, s.drawn = spec, chart.NewFrame(spec)
	}
	return s.drawn
}

// Leave stops measuring.
func (s *ChartBox) Leave() {
	if s.release != nil {
		s.release()
	}
}
