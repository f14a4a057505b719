package maker

import (
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// begins is what the step sets when it is entered.
func (d *Dialog) begins() app.UI {
	text := i18n.For(d.Lang).Text
	set := d.Draft.Steps[d.Step].Set
	said := text("maker.begins_page")
	switch {
	case set == "" && d.Step == 0:
		said = text("maker.begins_lesson")
	case set == "":
		said = text("maker.begins_on")
	}
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("maker.begins")),
		app.P().Text(said),
		pairs(set),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Text(text("maker.take")).OnClick(widget.Sends(session.MakerPageTaken{})),
			app.Div().Body(app.If(set != "" && d.Step > 0, func() app.UI {
				return app.Button().Type("button").Class("quiet").Text(text("maker.drop")).OnClick(widget.Sends(session.MakerPageTaken{Drop: true}))
			})),
		),
		app.P().Class("hint").Text(text("maker.take_hint")),
	)
}

// presses is the button of the step, and what it sets before it trains.
func (d *Dialog) presses() app.UI {
	text := i18n.For(d.Lang).Text
	step := d.Draft.Steps[d.Step]
	said := text("maker.press_page")
	if step.Press == "" {
		said = text("maker.press_here")
	}
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("maker.presses")),
		d.words(session.ButtonField, text("maker.button"), 1),
		app.P().Class("hint").Text(text("maker.button_hint")),
		app.Div().Body(app.If(len(step.Button) > 0, func() app.UI {
			return app.Div().Class("pressed").Body(
				app.P().Text(said),
				pairs(step.Press),
				app.Div().Class("buttons").Body(
					app.Button().Type("button").Text(text("maker.press_take")).OnClick(widget.Sends(session.MakerPageTaken{Press: true})),
					app.Div().Body(app.If(step.Press != "", func() app.UI {
						return app.Button().Type("button").Class("quiet").Text(text("maker.press_drop")).
							OnClick(widget.Sends(session.MakerPageTaken{Press: true, Drop: true}))
					})),
				),
			)
		})),
	)
}

// pairs shows the pairs of a link that a step sets.
func pairs(set string) app.UI {
	return app.Elem("code").Class("set").Attr("translate", "no").Text(strings.ReplaceAll(set, "&", "  "))
}
