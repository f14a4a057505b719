package ui

import (
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// action is the name under which every message travels to the root.
const action = "session"

// send passes a message up to the Playground.
func send(ctx app.Context, m session.Msg) {
	ctx.NewActionWithValue(action, m)
}

// sends returns a handler that sends a message that never changes. go-app
// compares handlers by code alone: where the message depends on a value, give
// the event an app.EventScope of that value.
func sends(m session.Msg) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { send(ctx, m) }
}
