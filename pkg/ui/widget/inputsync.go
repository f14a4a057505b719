package widget

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// InputSync keeps a text box and the session in step. The page is drawn a moment
// after the session changed. By then the box may hold one letter more, whose event
// has not arrived yet; writing the session's text over it would lose the letter.
type InputSync struct {
	heard string // the text of the box that the session has received
}

// Begin notes the text that the box is made with.
func (t *InputSync) Begin(text string) { t.heard = text }

// Tell sends the text of an event's box to the session. It counts as heard once the
// session has received it, because messages are queued.
func (t *InputSync) Tell(ctx app.Context, message func(text string) session.Msg) {
	text := dom.ControlText(ctx)
	Send(ctx, message(text))
	dom.Dispatch(ctx, func(ctx app.Context) {
		ctx.PreventUpdate()
		t.heard = text
	})
}

// Write writes a text into the box, unless the learner is typing there.
func (t *InputSync) Write(box dom.Value, text string) {
	if box.Missing() {
		return
	}
	switch box.Get("value").Text() {
	case text:
		t.heard = text
	case t.heard:
		box.Set("value", text)
		t.heard = box.Get("value").Text() // which may end its lines otherwise
	}
}
