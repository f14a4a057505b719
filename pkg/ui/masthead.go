package ui

import (
	"cmp"

	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// systemTheme is the menu's value for the system's theme: go-app drops an empty
// option value.
const systemTheme = "system"

// masthead shows the title, the two preferences and the Share button.
type masthead struct {
	app.Compo

	Lang, Theme string
	// Shares offers the share dialog.
	Shares bool
}

func (m *masthead) Render() app.UI {
	text := i18n.For(m.Lang).Text
	languages := make([]widget.Choice, 0, len(i18n.Languages()))
	for _, language := range i18n.Languages() {
		languages = append(languages, widget.Choice{Value: language.Code, Label: language.Name})
	}
	return app.Elem("header").Class("masthead").Body(
		app.Div().Class("title").Body(
			app.Elem("h1").Text("First Neuron"),
			app.P().Text(text("page.tagline")),
		),
		app.Div().Class("preferences").Body(
			widget.SelectBox("language", text("page.language"), m.Lang, languages, false, func(ctx app.Context, _ app.Event) {
				widget.Send(ctx, session.LangChosen{Lang: dom.ControlText(ctx)})
			}),
			widget.SelectBox("theme", text("page.theme"), cmp.Or(m.Theme, systemTheme), []widget.Choice{
				{Value: systemTheme, Label: text("theme.system")}, {Value: "light", Label: text("theme.light")}, {Value: "dark", Label: text("theme.dark")},
			}, false, func(ctx app.Context, _ app.Event) {
				theme := dom.ControlText(ctx)
				if theme == systemTheme {
					theme = ""
				}
				widget.Send(ctx, session.ThemeChosen{Theme: theme})
			}),
			app.Div().Body(app.If(m.Shares, func() app.UI {
				return app.Button().Type("button").Text(text("share.title")).OnClick(widget.Sends(session.ShareOpened{Open: true}))
			})),
		),
	)
}

// colophon names the engine that computes the numbers, and says that nothing leaves
// the page.
type colophon struct {
	app.Compo

	Lang string
}

func (c *colophon) Render() app.UI {
	text := i18n.For(c.Lang).Text
	return app.Elem("footer").Class("colophon").Body(
		app.P().Text(text("page.engine", "engine", nn.Engine())),
		app.P().Text(text("page.privacy")),
	)
}
