package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// guess are the handles of the first guess: where it crosses x = 0, and a place
// further on that turns it.
func (p *fitPanel) guess() app.UI {
	text := i18n.For(p.Lang).Text
	handles := []app.UI{}
	if p.Neuron && p.Movable {
		for _, turn := range []bool{false, true} {
			x, y := p.handle(turn)
			key, value := "fit.handle_bias", p.Guess.B
			if turn {
				key, value = "fit.handle_weight", p.Guess.W
			}
			handles = append(handles, svgElem("g").Class("handle").Role("slider").TabIndex(0).
				Aria("label", text(key)).Aria("valuenow", strconv.FormatFloat(value, 'g', 6, 64)).
				Aria("valuetext", format.Significant(value, 6)+", "+format.Line(p.Guess.W, p.Guess.B)).
				On("keydown", func(ctx app.Context, e app.Event) { p.onHandleKey(ctx, e, turn) }, app.EventScope(turn)).
				On("blur", sends(session.GripLeft{})).
				Body(
					svgElem("circle").Class("reach").Attr("cx", pixels(x)).Attr("cy", pixels(y)).Attr("r", "16"),
					svgElem("rect").Class("mark-handle").Attr("x", pixels(x-5)).Attr("y", pixels(y-5)).
						Attr("width", "10").Attr("height", "10").Attr("rx", "2"),
				))
		}
	}
	return svgElem("svg").Class("marks").
		Attr("viewBox", "0 0 "+pixels(p.frame.Spec.Width)+" "+pixels(p.frame.Spec.Height)).
		Role("group").Aria("label", text("fit.guess")).Body(handles...)
}

// handleX are the xs of the two handles. The one that turns the line is far
// from x = 0, around which it turns.
func (p *fitPanel) handleX(turn bool) float64 {
	x := p.frame.Spec.X
	if !turn {
		return min(max(0, x.Min), x.Max)
	}
	left, right := x.Min+0.1*(x.Max-x.Min), x.Min+0.9*(x.Max-x.Min)
	if max(left, -left) > max(right, -right) {
		return left
	}
	return right
}

// handle is the place of a handle, at the edge when the line has left the area.
func (p *fitPanel) handle(turn bool) (px, py float64) {
	x := p.handleX(turn)
	px, py = p.frame.Px(x, p.Guess.W*x+p.Guess.B)
	return inside(p.frame, px, py)
}

// pulled is the first guess after its handle was moved to a height.
func (p *fitPanel) pulled(turn bool, y float64) experiment.Line {
	line, x := p.Guess, p.handleX(turn)
	perX, perY := p.frame.PerPixel()
	if turn {
		line.W = chart.Snap((y-line.B)/x, perY/max(x, -x, perX))
	} else {
		line.B = chart.Snap(y-line.W*x, perY)
	}
	return line
}

// onHandleKey moves a handle as the arrow keys move a point.
func (p *fitPanel) onHandleKey(ctx app.Context, e app.Event, turn bool) {
	part := map[string]float64{"ArrowUp": 1, "ArrowRight": 1, "ArrowDown": -1, "ArrowLeft": -1}[e.Get("key").String()]
	switch {
	case e.Get("key").String() == "Escape":
		send(ctx, session.GripCancelled{})
	case part == 0:
		return
	default:
		if e.Get("shiftKey").Bool() {
			part *= 10
		} else if e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() {
			part *= 0.1
		}
		_, perY := p.frame.PerPixel()
		step := perY * p.frame.Area.Height / 100
		line, x := p.Guess, p.handleX(turn)
		if turn {
			line.W = chart.Snap(line.W+part*step/max(x, -x, 1e-9), step/max(x, -x, 1e-9)/100)
		} else {
			line.B = chart.Snap(line.B+part*step, step/100)
		}
		send(ctx, session.GripTaken{})
		send(ctx, session.LineMoved{Line: line})
	}
	e.PreventDefault()
}
