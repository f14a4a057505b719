package widget

import (
	"fmt"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Action is the name under which every message travels to the root.
const Action = "session"

// Send passes a message up to the Playground.
func Send(ctx app.Context, m session.Msg) {
	dom.Fault("handler") // nearly every handler comes here
	ctx.NewActionWithValue(Action, m)
}

// Sends returns the handler that sends a message, and its scope:
//
//	button.OnClick(widget.Sends(session.PointAdded{}))
//
// go-app compares handlers by their code and keeps the one that it has: without a
// scope a button would go on sending the message that it was made with. The two
// results cannot be passed on one without the other.
func Sends(m session.Msg) (app.EventHandler, app.EventOption) {
	return Scoped(func(ctx app.Context, _ app.Event) { Send(ctx, m) }, fmt.Sprintf("%T", m), m)
}

// Scoped returns a handler, and its scope: all the values that the handler has
// captured, but for the component that it is drawn by.
func Scoped(handle app.EventHandler, captured ...any) (app.EventHandler, app.EventOption) {
	// As text: app.EventScope writes a number with four decimals.
	return handle, app.EventScope(fmt.Sprintln(captured...))
}
