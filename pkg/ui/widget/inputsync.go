package widget

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// InputSync keeps a text box and the session in step. The page is drawn a moment
// after what it is drawn of: a box may by then hold a letter more, whose event
// is on its way. To write over it would lose the letter.
type InputSync struct {
	heard string // the box's text as far as the session knows
}

// Begin notes the text that the box is made with.
func (t *InputSync) Begin(text string) { t.heard = text }

// Tell sends what an event's box holds to the session. Only when the session
// has it is it heard: messages take their turn.
func (t *InputSync) Tell(ctx app.Context, message func(text string) session.Msg) {
	text := dom.ControlText(ctx)
	Send(ctx, message(text))
	ctx.Dispatch(func(ctx app.Context) {
		ctx.PreventUpdate()
		t.heard = text
	})
}

// Write gives the box a text, unless the learner is typing there.
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
