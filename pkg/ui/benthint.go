package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// bentHint offers units where no line fits the points.
func bentHint(lang string) app.UI {
	text := i18n.For(lang).Text
	return app.Div().Class("bent").Role("note").Body(
		app.Elem("span").Text(text("bent.hint")),
		app.Button().Type("button").Class("quiet").Text(text("bent.try")).
			OnClick(widget.Scoped(func(ctx app.Context, _ app.Event) {
				widget.Send(ctx, session.UnitsGiven{})
				widget.Refocus(ctx, trainID)
			}, "units")),
	)
}
