package widget

import (
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ChartBox measures the element of a chart, whose size the style sheet sets, and
// keeps the frame that fits it. Before the first measurement, and while the page is
// prerendered, the frame has the size of its spec.
type ChartBox struct {
	width, height float64
	release       func()
	asked         chart.FrameSpec
	drawn         chart.Frame
}

// Watch measures the element now and whenever its size changes.
func (s *ChartBox) Watch(ctx app.Context, id string) {
	element := dom.ByID(id)
	if element.Missing() {
		return
	}
	s.release = dom.Resizes(ctx, element, func(_ app.Context, width, height float64) {
		s.width, s.height = width, height
	})
}

// Frame returns the frame of a spec in the size of the box. It is drawn again only
// when the spec or the size has changed.
func (s *ChartBox) Frame(spec chart.FrameSpec) chart.Frame {
	if s.width > 0 {
		spec.Width, spec.Height = s.width, s.height
	}
	if s.drawn.SVG == "" || spec != s.asked {
		s.asked, s.drawn = spec, chart.NewFrame(spec)
	}
	return s.drawn
}

// Size returns the size of the box, or the one given as long as none is measured.
func (s *ChartBox) Size(width, height float64) (w, h float64) {
	if s.width > 0 {
		return s.width, s.height
	}
	return width, height
}

// Leave stops measuring.
func (s *ChartBox) Leave() {
	if s.release != nil {
		s.release()
	}
}
