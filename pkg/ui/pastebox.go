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

var (
	_ app.Mounter = (*pasteBox)(nil)
	_ app.Updater = (*pasteBox)(nil)
)

// OnMount writes what a page that was loaded again has kept.
func (b *pasteBox) OnMount(ctx app.Context) { b.OnUpdate(ctx) }

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
		MaxLength(experiment.MaxPaste+1). // one more, so that a longer text is told and not cut in silence
		Attr("wrap", "off").              // to break a line without spaces takes the browser minutes
		OnInput(b.onInput).
		On("paste", b.onPaste)
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

// onPaste refuses a text that is too long before the browser lays it out.
func (b *pasteBox) onPaste(ctx app.Context, event app.Event) {
	if size, lines := dom.Pasted(event, experiment.MaxPaste); size > experiment.MaxPaste || lines > session.MaxPastedLines {
		event.PreventDefault()
		widget.Send(ctx, session.PasteRefused{Size: size, Lines: lines})
	}
}

func (b *pasteBox) onInput(ctx app.Context, _ app.Event) {
	b.sync.Tell(ctx, func(text string) session.Msg { return session.PasteTyped{Text: text} })
}
