package ui

import (
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// wordsBox is a box of the share dialog: for a text in the author's words, or,
// without a key, with a text to copy.
type wordsBox struct {
	app.Compo

	ID, Key, Text, Error string
	// Hint says that a hint stands below.
	Hint bool
	Rows int
}

var (
	_ app.Mounter = (*wordsBox)(nil)
	_ app.Updater = (*wordsBox)(nil)
)

// OnMount writes the text into the element itself, whose value it is.
func (b *wordsBox) OnMount(ctx app.Context) { b.write(ctx) }

// OnUpdate does so too, where the text is another.
func (b *wordsBox) OnUpdate(ctx app.Context) { b.write(ctx) }

func (b *wordsBox) write(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		if box := elementByID(b.ID); box.Truthy() && box.Get("value").String() != b.Text {
			box.Set("value", b.Text)
		}
	})
}

func (b *wordsBox) Render() app.UI {
	box := app.Textarea().ID(b.ID).Class("textbox").Rows(b.Rows).Dir("auto").Spellcheck(b.Key != "")
	if b.Key == "" {
		return box.ReadOnly(true)
	}
	switch {
	case b.Error != "":
		box = box.Aria("invalid", "true").Aria("describedby", b.ID+"-error")
	case b.Hint:
		box = box.Aria("describedby", b.ID+"-hint")
	}
	return box.OnInput(b.onInput)
}

func (b *wordsBox) onInput(ctx app.Context, _ app.Event) {
	send(ctx, session.ShareTyped{Key: b.Key, Text: ctx.JSSrc().Get("value").String()})
}
