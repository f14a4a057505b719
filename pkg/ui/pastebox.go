package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const pasteID = "paste"

// pasteBox takes a spreadsheet, a CSV file's text or the lesson's two lines of
// Python. Its text stays in the box until it could be read.
type pasteBox struct {
	app.Compo

	Lang    string
	Text    string
	Problem *experiment.Problem

	sync widget.InputSync
}

var _ app.Updater = (*pasteBox)(nil)

// OnUpdate empties the box itself when its text was used; go-app drops an
// empty value.
func (b *pasteBox) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) { b.sync.Write(dom.ByID(pasteID), b.Text) })
}

func (b *pasteBox) Render() app.UI {
	text := i18n.For(b.Lang).Text
	message := widget.ProblemText(b.Lang, b.Problem)
	box := app.Textarea().
		ID(pasteID).
		Class("textbox").
		Rows(3).
		Placeholder("x, y\n-1, -3\n0, -1").
		Spellcheck(false).
		OnInput(b.onInput)
	if message != "" {
		box = box.Aria("invalid", "true").Aria("describedby", pasteID+"-error")
	}
	return app.Div().Class("paste").Body(
		app.Elem("label").Attr("for", pasteID).Text(text("data.paste")),
		box,
		widget.ErrorText(pasteID, message),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Text(text("data.use")).OnClick(widget.Sends(session.PasteUsed{})),
		),
	)
}

func (b *pasteBox) onInput(ctx app.Context, _ app.Event) {
	b.sync.Tell(ctx, func(text string) session.Msg { return session.PasteTyped{Text: text} })
}
