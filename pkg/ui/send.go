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

// target is what a text box edits: a coordinate of a row, a property of the
// experiment, one of the link in the share dialog, or the learner's guess. It is a plain value so that a box is redrawn
// only when something about it changed.
type target struct {
	Row  int
	Axis session.Axis
	Key  string
	// Share is set for a property of the link, Guess for the learner's guess.
	Share, Guess bool
}

// typed is the message that the box now holds a text.
func (t target) typed(text string) session.Msg {
	switch {
	case t.Guess:
		return session.GuessTyped{Text: text}
	case t.Share:
		return session.ShareTyped{Key: t.Key, Text: text}
	}
	if t.Key != "" {
		return session.SettingTyped{Key: t.Key, Text: text}
	}
	return session.PointTyped{Row: t.Row, Axis: t.Axis, Text: text}
}

// left is the message that the focus has left the box, nil where that means
// nothing.
func (t target) left() session.Msg {
	if t.Guess || t.Share {
		return nil
	}
	if t.Key != "" {
		return session.SettingLeft{Key: t.Key}
	}
	return session.PointLeft{Row: t.Row}
}
