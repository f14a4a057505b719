package fitchart

import (
	"slices"
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// selection is what lies at the foot of the chart: what the keys do, or the buttons that move the
// selected point or handle, for learners who cannot drag.
func (p *Panel) selection() app.UI {
	at := slices.IndexFunc(p.Points, func(point Point) bool { return point.Row == p.Selected })
	var shown app.UI
	switch {
	case at >= 0:
		shown = p.pointSteppers(at)
	case p.Handle != session.NoHandle:
		shown = p.handleSteppers()
	}
	if shown == nil {
		// Seen while keys are used on the chart.
		shown = app.P().Class("hint keys").Text(i18n.For(p.Lang).Text("fit.keys"))
	}
	return app.Div().Class("selection").Body(shown)
}

// stepper returns a button that sends a move of the selected point or handle.
func (p *Panel) stepper(sign, key string, m session.Msg) app.UI {
	return app.Button().Type("button").Class("icon").Aria("label", i18n.For(p.Lang).Text(key)).Text(sign).
		OnClick(widget.Sends(m))
}

// deselect returns the button that ends the selection; the focus returns to the mark
// of this ID.
func (p *Panel) deselect(m session.Msg, id string) app.UI {
	return app.Button().Type("button").Class("quiet").Text(i18n.For(p.Lang).Text("fit.deselect")).
		OnClick(widget.Scoped(func(ctx app.Context, _ app.Event) {
			widget.Send(ctx, m)
			widget.Refocus(ctx, id)
		}, "deselect", id))
}

// pointSteppers move the i-th point by a hundredth of each axis.
func (p *Panel) pointSteppers(i int) app.UI {
	text := i18n.For(p.Lang).Text
	point := p.Points[i]
	perX, perY := p.frame.PerPixel()
	stepX, stepY := perX*p.frame.Area.Width/100, perY*p.frame.Area.Height/100
	moved := func(dx, dy float64) session.Msg {
		return session.PointMoved{Row: point.Row, X: chart.Snap(point.X[0]+dx, stepX/100), Y: chart.Snap(point.Y+dy, stepY/100)}
	}
	return app.Div().Class("buttons").Role("group").Aria("label", text("fit.selected")).Body(
		app.Elem("span").Class("numbers").Text(text("fit.point", "number", strconv.Itoa(i+1),
			"x", format.Plain(point.X[0]), "y", format.Plain(point.Y))),
		p.stepper("←", "fit.left", moved(-stepX, 0)), p.stepper("→", "fit.right", moved(stepX, 0)),
		p.stepper("↑", "fit.up", moved(0, stepY)), p.stepper("↓", "fit.down", moved(0, -stepY)),
		app.Button().Type("button").Class("quiet").Text(text("fit.delete")).
			OnClick(widget.Sends(session.PointDeleted{Row: point.Row, OnChart: true})),
		p.deselect(session.PointPicked{Row: point.Row}, MarkID(point.Row)),
	)
}

// handleSteppers move the selected handle by a hundredth of the axis.
func (p *Panel) handleSteppers() app.UI {
	text := i18n.For(p.Lang).Text
	name := text(p.handleNames()[p.Handle])
	return app.Div().Class("buttons").Role("group").Aria("label", name).Body(
		app.Elem("span").Class("numbers").Text(name+" "+format.Significant(handleValue(p.Guess, p.Handle), 6)),
		p.stepper("↑", "fit.up", session.LineDrawn{Line: p.stepped(p.Handle, 1)}),
		p.stepper("↓", "fit.down", session.LineDrawn{Line: p.stepped(p.Handle, -1)}),
		p.deselect(session.HandlePicked{Handle: p.Handle}, handleIDs[p.Handle]),
	)
}
