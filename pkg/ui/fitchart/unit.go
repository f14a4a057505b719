package fitchart

import (
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Unit is what one unit of a net does: its own curve over the CurveX, and what the
// model would be without it. Nil slices where no unit is pointed at.
type Unit struct{ Alone, Without []float64 }

// unit asks for what the unit does that is pointed at in the network.
func (p *Panel) unit(s session.Session) Unit {
	layer, unit, ok := s.PointedUnit()
	if !ok || p.Neuron || len(p.CurveX) == 0 {
		return Unit{}
	}
	outputs := s.LayerOutputs(p.CurveX...)
	if len(outputs) < layer {
		return Unit{}
	}
	u := Unit{Without: s.PredictWith(s.WithoutUnit(layer, unit), p.CurveX...)}
	for row := range p.CurveX {
		u.Alone = append(u.Alone, float64(outputs[layer-1].Row(row)[unit-1]))
	}
	return u
}

// unitMarks draw what the unit adds, the area between the model without it and with
// it, and the unit's own curve.
func (p *Panel) unitMarks() []app.UI {
	u := p.Unit
	if len(u.Alone) == 0 || len(u.Alone) != len(p.CurveX) || len(u.Without) != len(p.CurveX) || len(p.Model.Ys) != len(p.CurveX) {
		return nil
	}
	var area strings.Builder
	command := "M"
	for i, x := range p.CurveX {
		px, py := p.frame.Px(x, p.Model.Ys[i])
		area.WriteString(command + format.Pixels(px) + " " + format.Pixels(py))
		command = "L"
	}
	for i := len(p.CurveX) - 1; i >= 0; i-- {
		px, py := p.frame.Px(p.CurveX[i], u.Without[i])
		area.WriteString("L" + format.Pixels(px) + " " + format.Pixels(py))
	}
	area.WriteString("Z")
	return []app.UI{
		widget.SVG("path").Class("mark-adds").Attr("d", area.String()),
		widget.SVG("path").Class("mark-without").Attr("d", p.path(Line{Xs: p.CurveX, Ys: u.Without})),
		widget.SVG("path").Class("mark-unit").Attr("d", p.path(Line{Xs: p.CurveX, Ys: u.Alone})),
	}
}
