package ui

import (
	"cmp"

	"firstneuron/pkg/experiment"
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

// masthead is the Share button and a menu with the two preferences, and what the page
// says of itself.
type masthead struct {
	app.Compo

	// Chosen is the language that is to be spoken, Lang until its words are here.
	Lang, Chosen, Theme string
	// Sounds is whether the training is to be heard.
	Sounds bool
	// Shares offers the share dialog.
	Shares bool
	// Makes offers the desk at which activities are made.
	Makes bool
	// Unfolded shows the menu open.
	Unfolded bool
	// Link is the text in the box for a link.
	Link session.Draft
}

// makeButton opens the desk. On narrow screens it is in the menu.
func makeButton(lang string) app.UI {
	return app.Button().Type("button").Class("quiet").Text(i18n.For(lang).Text("maker.title")).OnClick(widget.Sends(session.MakerOpened{Open: true}))
}

// Render shows the buttons and the menu.
func (m *masthead) Render() app.UI {
	text := i18n.For(m.Lang).Text
	languages := make([]widget.Choice, 0, len(i18n.Languages()))
	for _, language := range i18n.Languages() {
		languages = append(languages, widget.Choice{Value: language.Code, Label: language.Name})
	}
	menu := app.Elem("details").Class("menu-more")
	if m.Unfolded {
		menu = menu.Attr("open", true)
	}
	return app.Div().Class("tools").Body(
		app.Div().Body(app.If(m.Shares, func() app.UI {
			return app.Button().Type("button").Class("quiet").Text(text("share.title")).OnClick(widget.Sends(session.ShareOpened{Open: true}))
		})),
		app.Div().Class("make").Body(app.If(m.Makes, func() app.UI { return makeButton(m.Lang) })),
		menu.Body(
			app.Elem("summary").Aria("label", text("page.more")).Title(text("page.more")).Text("⋯"),
			app.Div().Class("preferences").Body(
				app.P().Text(text("page.tagline")),
				// Go-app would look for a page of its own, but not in another tab.
				app.Div().Class("make-narrow").Body(app.If(m.Makes, func() app.UI { return makeButton(m.Lang) })),
				app.A().Href("./"+experiment.LanguageFolder(m.Lang)+"activities/").Target("_blank").Rel("noopener").Text(text("gallery.title")),
				openBox(m.Lang, m.Link),
				widget.SelectBox("language", text("page.language"), cmp.Or(m.Chosen, m.Lang), languages, false, func(ctx app.Context, _ app.Event) {
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
				widget.Checkbox("sound", text("sound.title"), m.Sounds, false, func(ctx app.Context, on bool) {
					widget.Send(ctx, session.SoundChosen{On: on})
				}),
				app.Div().Class("colophon").Body(
					app.P().Text(text("page.engine", "engine", nn.Engine())),
					app.P().Text(text("page.privacy")),
					app.A().Href("./licences.txt").Target("_blank").Rel("noopener").Text(text("page.licences")),
				),
			),
		),
	)
}
