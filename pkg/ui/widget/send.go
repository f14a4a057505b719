package widget

import (
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Action is the name under which every message travels to the root.
const Action = "session"

// Send passes a message up to the Playground.
func Send(ctx app.Context, m session.Msg) {
	ctx.NewActionWithValue(Action, m)
}

// Sends returns a handler that sends a message that never changes. go-app
// compares handlers by code alone: where the message depends on a value, give
// the event an app.EventScope of that value.
func Sends(m session.Msg) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { Send(ctx, m) }
}
