package ui

import (
	"strings"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// target is what a text box edits: a coordinate of a row, a property of the
// experiment, one of the link, or the learner's guess. Targets are plain values:
// a box is drawn again only when something about it changed.
type target interface {
	// typed returns the message that the box now holds a text.
	typed(text string) session.Msg
	// left returns the message that the focus has left the box, nil for none.
	left() session.Msg
}

// stepped is a target whose value the arrow keys change.
type stepped interface {
	// steps returns the message that the value is to change by some steps.
	steps(n int) session.Msg
}

// textBox is a single-line box for a number, as a textbox or, where the arrow
// keys step its value, as a spinbutton. It is not <input type="number">, which
// hides what was typed when it is no number and refuses a decimal comma.
type textBox struct {
	app.Compo

	ID string
	// Target is nil for a text that is only there to copy.
	Target target
	// Name is the accessible name where no visible label names the box.
	Name string
	Text string
	// Error is the message about the text, "" when it can be read.
	Error string
	// Spin makes the box a spinbutton.
	Spin   bool
	Locked bool
	// Rows makes it a box of several lines, for words or a text to copy; Hint
	// says that its hint stands below.
	Rows int
	Hint bool

	typed typed
	first *string // the text it is made with, which go-app writes
}

var (
	_ app.Mounter          = (*textBox)(nil)
	_ app.Updater          = (*textBox)(nil)
	_ app.DismountEnforcer = (*textBox)(nil)
)

// CompoID keeps a box with its row or property when others come and go.
func (b *textBox) CompoID() string { return b.ID }

// OnMount writes the text of several lines, which is no attribute.
func (b *textBox) OnMount(ctx app.Context) {
	if b.Rows > 0 {
		b.OnUpdate(ctx)
	}
}

// OnUpdate writes the text into the element itself: go-app drops an empty
// value, and an undone text would stay on screen.
func (b *textBox) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) { b.typed.write(elementByID(b.ID), b.Text) })
}

func (b *textBox) Render() app.UI {
	if b.Rows > 0 {
		return b.words()
	}
	input := app.Input().
		ID(b.ID).
		Class("textbox").
		Type("text").
		Attr("inputmode", "decimal").
		AutoComplete(false).
		Attr("spellcheck", "false").
		OnInput(b.onInput).
		OnChange(b.onChange)
	if b.first == nil {
		text := b.Text
		b.first = &text
		b.typed.begin(text) // OnMount comes after the first updates
	}
	if *b.first != "" {
		input = input.Value(*b.first)
	}
	if b.Name != "" {
		input = input.Aria("label", b.Name)
	}
	if b.Error != "" {
		input = input.Aria("invalid", "true").Aria("describedby", b.ID+"-error")
	}
	if b.Locked {
		input = input.ReadOnly(true)
	}
	if b.Spin {
		input = input.Role("spinbutton").OnKeyDown(b.onKeyDown)
		// A screen reader speaks valuetext; valuenow must be a number.
		if now := strings.ReplaceAll(strings.TrimSpace(b.Text), ",", "."); b.Error == "" && now != "" {
			input = input.Aria("valuenow", now).Aria("valuetext", b.Text)
		}
	}
	return input
}

// words is the box of several lines.
func (b *textBox) words() app.UI {
	box := app.Textarea().ID(b.ID).Class("textbox").Rows(b.Rows).Dir("auto").Spellcheck(!b.Locked).ReadOnly(b.Locked).OnInput(b.onInput)
	switch {
	case b.Error != "":
		box = box.Aria("invalid", "true").Aria("describedby", b.ID+"-error")
	case b.Hint:
		box = box.Aria("describedby", b.ID+"-hint")
	}
	return box
}

func (b *textBox) onInput(ctx app.Context, _ app.Event) {
	if b.Target != nil {
		b.typed.tell(ctx, b.Target.typed)
	}
}

func (b *textBox) onChange(ctx app.Context, _ app.Event) {
	if b.Target == nil {
		return
	}
	if m := b.Target.left(); m != nil {
		send(ctx, m)
	}
}

func (b *textBox) onKeyDown(ctx app.Context, e app.Event) {
	steps := map[string]int{"ArrowUp": 1, "ArrowDown": -1, "PageUp": 10, "PageDown": -10}[e.Get("key").String()]
	target, ok := b.Target.(stepped)
	if !ok || steps == 0 || b.Locked {
		return
	}
	e.PreventDefault()
	send(ctx, target.steps(steps))
}

// errorText is the message of a box, tied to it by its ID.
func errorText(id, message string) app.UI {
	return app.If(message != "", func() app.UI {
		return app.P().ID(id + "-error").Class("error").Text(message)
	})
}
