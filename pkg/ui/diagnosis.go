package ui

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// autopsy explains why a training diverged and offers remedies.
type autopsy struct {
	app.Compo

	Lang    string
	Autopsy session.Diagnosis
	// Lowers, Standardizes and Undoes say which remedies can be applied.
	Lowers, Standardizes, Undoes bool
}

func (a *autopsy) Render() app.UI {
	text := i18n.For(a.Lang).Text
	d := a.Autopsy
	rate := strconv.FormatFloat(d.Rate, 'g', -1, 64)
	fix := func(key string, fix session.Fix, offered bool) app.UI {
		return app.Button().Type("button").Disabled(!offered).Text(text("autopsy."+key, "rate", rate)).
			OnClick(widget.Scoped(func(ctx app.Context, _ app.Event) {
				widget.Send(ctx, session.FixChosen{Fix: fix})
				widget.Refocus(ctx, trainID)
			}, key))
	}
	return app.Elem("section").Aria("label", text("autopsy.title")).Body(
		app.Div().Class("buttons").Role("group").Aria("label", text("autopsy.remedies")).Body(
			fix("rate", session.LowerRate, a.Lowers),
			fix("standardize", session.StandardizeX, a.Standardizes),
			fix("undo", session.UndoLast, a.Undoes),
		),
		app.Elem("details").Body(
			app.Elem("summary").Text(text("autopsy.numbers")),
			app.If(d.Known, func() app.UI {
				return app.P().Text(text("autopsy.factor",
					"factor", format.Significant(d.Factor, 4), "curvature", format.Significant(d.Curvature, 5)))
			}),
			app.If(d.Growth > 0, func() app.UI {
				return app.P().Text(text("autopsy.growth", "growth", format.Significant(d.Growth, 3),
					"first", format.Loss(d.FromLoss), "from", strconv.Itoa(d.From),
					"last", format.Significant(d.ToLoss, 5), "to", strconv.Itoa(d.To)))
			}),
		),
	)
}
