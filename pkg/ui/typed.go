package ui

import (
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// typed keeps a text box and the session in step. The page is drawn a moment
// after what it is drawn of: a box may by then hold a letter more, whose event
// is on its way. To write over it would lose the letter.
type typed struct {
	heard string // the box's text as far as the session knows
}

// begin notes the text that the box is made with.
func (t *typed) begin(text string) { t.heard = text }

// tell sends what an event's box holds to the session. Only when the session
// has it is it heard: messages take their turn.
func (t *typed) tell(ctx app.Context, message func(text string) session.Msg) {
	text := ctx.JSSrc().Get("value").String()
	send(ctx, message(text))
	ctx.Dispatch(func(ctx app.Context) {
		ctx.PreventUpdate()
		t.heard = text
	})
}

// write gives the box a text, unless the learner is typing there.
func (t *typed) write(box app.Value, text string) {
	if !box.Truthy() {
		return
	}
	switch box.Get("value").String() {
	case text:
		t.heard = text
	case t.heard:
		box.Set("value", text)
		t.heard = box.Get("value").String() // which may end its lines otherwise
	}
}
