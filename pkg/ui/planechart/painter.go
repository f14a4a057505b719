package planechart

import (
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"
)

// painter colours the field of the picture that is drawn now, in the colours of the
// page. It keeps its memory from picture to picture.
type painter struct {
	field    plane.Field
	discrete bool
	// anew is set when the theme is to be looked at, which costs the browser a layout.
	anew   bool
	look   dom.Look
	ramp   *plane.Ramp
	of     ramped
	pixels []byte
}

// ramped is what a ramp is made for.
type ramped struct {
	reading  plane.Reading
	discrete bool
	look     dom.Look
}

var _ widget.FieldPainter = (*painter)(nil)

// show says what is drawn next.
func (p *painter) show(field plane.Field, discrete, anew bool) {
	p.field, p.discrete, p.anew = field, discrete, anew
}

// Pixels returns the colours of the field, none where there is no field.
func (p *painter) Pixels(canvas dom.Value) []byte {
	if p.anew || p.ramp == nil {
		p.look = dom.LookOf(canvas)
	}
	if wanted := (ramped{p.field.Reading, p.discrete, p.look}); p.ramp == nil || wanted != p.of {
		look := plane.Light
		switch {
		case p.look.Forced:
			look = plane.Forced
		case p.look.Dark():
			look = plane.Dark
		}
		p.of, p.ramp = wanted, plane.NewRamp(p.field.Reading, look, p.discrete, p.look.Ink, p.look.Ground)
	}
	field := p.field
	field.Side = side // of no field, too: the canvas is cleared
	p.pixels = field.Paint(p.pixels, p.ramp)
	return p.pixels
}
