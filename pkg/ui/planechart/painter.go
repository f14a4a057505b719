package planechart

import (
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Painter colours the field of a canvas that is drawn now. It keeps its memory from
// picture to picture.
type Painter struct {
	Palette *Palette
	Field   plane.Field
	// Side is how many pixels the canvas has along each side, Discrete shows the class
	// alone.
	Side     int
	Discrete bool

	pixels []byte
}

var _ widget.FieldPainter = (*Painter)(nil)

// Pixels returns the colours of the field, none where there is no field.
func (p *Painter) Pixels(canvas dom.Value) []byte {
	field := p.Field
	field.Side = p.Side // of no field, too: the canvas is cleared
	p.pixels = field.Paint(p.pixels, p.Palette.ramp(canvas, p.Field.Reading, p.Discrete))
	return p.pixels
}

// Palette is the colours of the page as they are. To look at them costs the browser a
// layout: it is done once for many canvases, and again where the learner or the system
// has chosen others.
type Palette struct {
	look  dom.Look
	known bool
	ramps map[ramped]*plane.Ramp
	theme string
	// changes counts how often the colours may have changed.
	changes int
}

// ramped is what a ramp is made for.
type ramped struct {
	reading  plane.Reading
	discrete bool
	look     dom.Look
}

// Watch has the colours looked at again when the system changes them, and the component
// of the context drawn again.
func (p *Palette) Watch(ctx app.Context) (release func()) {
	return dom.HearLook(ctx, func(app.Context) { p.forget() })
}

// Changes returns how often the colours may have changed by now, with the theme that
// the learner has chosen.
func (p *Palette) Changes(theme string) int {
	if theme != p.theme {
		p.theme = theme
		p.forget()
	}
	return p.changes
}

func (p *Palette) forget() { p.known, p.changes = false, p.changes+1 }

// mostRamps is how many ramps are kept: those of the units and of the model.
const mostRamps = 8

func (p *Palette) ramp(canvas dom.Value, reading plane.Reading, discrete bool) *plane.Ramp {
	if !p.known {
		p.look, p.known = dom.LookOf(canvas), true
	}
	of := ramped{reading, discrete, p.look}
	if ramp, ok := p.ramps[of]; ok {
		return ramp
	}
	if p.ramps == nil || len(p.ramps) >= mostRamps {
		p.ramps = make(map[ramped]*plane.Ramp)
	}
	look := plane.Light
	switch {
	case p.look.Forced:
		look = plane.Forced
	case p.look.Dark():
		look = plane.Dark
	}
	p.ramps[of] = plane.NewRamp(reading, look, discrete, p.look.Ink, p.look.Ground)
	return p.ramps[of]
}
