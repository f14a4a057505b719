package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const openLinkID = "open-link"

// openBox takes a link, of this page or of TensorFlow Playground, and opens it.
func openBox(lang string, link session.Draft) app.UI {
	text := i18n.For(lang).Text
	message := widget.ProblemText(lang, link.Problem)
	return app.Div().Class("field open-link").OnKeyDown(openOnEnter).Body(
		app.Elem("label").Attr("for", openLinkID).Text(text("open.title")),
		&widget.TextBox{ID: openLinkID, Target: linkTarget{}, Text: link.Text, Error: message},
		widget.ErrorText(openLinkID, message),
		app.Div().Class("buttons").Body(
			app.Button().ID("open-link-now").Type("button").Text(text("open.now")).OnClick(widget.Sends(session.LinkOpened{})),
		),
		app.P().Class("hint").Text(text("open.hint")),
	)
}

// openOnEnter opens the link when Enter is pressed in its box.
func openOnEnter(ctx app.Context, e app.Event) {
	if dom.Key(e).Name == "Enter" && dom.Focused().Get("id").Text() == openLinkID {
		e.PreventDefault()
		widget.Send(ctx, session.LinkOpened{})
	}
}

// linkTarget is the box for a link.
type linkTarget struct{}

func (linkTarget) Typed(text string) session.Msg { return session.LinkTyped{Text: text} }

func (linkTarget) Left() session.Msg { return nil }
