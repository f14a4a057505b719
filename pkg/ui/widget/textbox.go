package widget

import (
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TextTarget is what a text box edits: a coordinate of a row, a property of the
// experiment, one of the link, or the learner's guess. Targets are plain values:
// a box is drawn again only when something about it changed.
type TextTarget interface {
	// Typed returns the message that the box now holds a text.
	Typed(text string) session.Msg
	// Left returns the message that the focus has left the box, nil for none.
	Left() session.Msg
}

// StepperTarget is a target whose value the arrow keys change.
type StepperTarget interface {
	// Steps returns the message that the value is to change by some steps.
	Steps(n int) session.Msg
}

// TextBox is a single-line box for a number, as a textbox or, where the arrow
// keys step its value, as a spinbutton. It is not <input type="number">, which
// hides what was typed when it is no number and refuses a decimal comma.
type TextBox struct {
	app.Compo

	ID string
	// Target is nil for a text that is only there to copy.
	Target TextTarget
	// Name is the accessible name where no visible label names the box.
	Name string
	Text string
	// Error is the message about the text, "" when it can be read.
	Error string
	// Spin makes the box a spinbutton.
	Spin bool
	// Whole is set for a box of whole numbers from 0 on.
	Whole  bool
	Locked bool
	// Rows makes it a box of several lines, for words or a text to copy; Hint
	// says that its hint stands below.
	Rows int
	Hint bool

	sync  InputSync
	first *string // the text it is made with, which go-app writes
}

var (
	_ app.Mounter          = (*TextBox)(nil)
	_ app.Updater          = (*TextBox)(nil)
	_ app.DismountEnforcer = (*TextBox)(nil)
)

// CompoID keeps a box with its row or property when others come and go.
func (b *TextBox) CompoID() string { return b.ID }

// OnMount writes the text of several lines, which is no attribute.
func (b *TextBox) OnMount(ctx app.Context) {
	if b.Rows > 0 {
		b.OnUpdate(ctx)
	}
}

// OnUpdate writes the text into the element itself: go-app drops an empty
// value, and an undone text would stay on screen.
func (b *TextBox) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) { b.sync.Write(dom.ByID(b.ID), b.Text) })
}

// Render shows a box of one line, or of several where Rows says so.
func (b *TextBox) Render() app.UI {
	if b.Rows > 0 {
		return b.words()
	}
	input := app.Input().
		ID(b.ID).
		Class("textbox").
		Type("text").
		Attr("inputmode", b.keypad()).
		AutoComplete(false).
		Attr("spellcheck", "false").
		OnInput(b.onInput).
		OnChange(b.onChange)
	if b.first == nil {
		text := b.Text
		b.first = &text
		b.sync.Begin(text) // OnMount comes after the first updates
	}
	if *b.first != "" {
		input = input.Value(*b.first)
	}
	if utf8.RuneCountInString(b.Text) > longText {
		input = input.Class("long").Title(b.Text) // its end may be out of sight
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

// longText is how many characters of a number a narrow box shows.
const longText = 7

// keypad is the keys that a phone offers. That for decimals has neither a minus nor an e
// on iPhones, so that only whole numbers from 0 on have a keypad of their own.
func (b *TextBox) keypad() string {
	if b.Whole {
		return "numeric"
	}
	return "text"
}

// words is the box of several lines.
func (b *TextBox) words() app.UI {
	box := app.Textarea().ID(b.ID).Class("textbox").Rows(b.Rows).Dir("auto").Spellcheck(!b.Locked).ReadOnly(b.Locked).OnInput(b.onInput)
	switch {
	case b.Error != "":
		box = box.Aria("invalid", "true").Aria("describedby", b.ID+"-error")
	case b.Hint:
		box = box.Aria("describedby", b.ID+"-hint")
	}
	return box
}

func (b *TextBox) onInput(ctx app.Context, _ app.Event) {
	if b.Target != nil {
		b.sync.Tell(ctx, b.Target.Typed)
	}
}

func (b *TextBox) onChange(ctx app.Context, _ app.Event) {
	if b.Target == nil {
		return
	}
	if m := b.Target.Left(); m != nil {
		Send(ctx, m)
	}
}

func (b *TextBox) onKeyDown(ctx app.Context, e app.Event) {
	steps := map[string]int{"ArrowUp": 1, "ArrowDown": -1, "PageUp": 10, "PageDown": -10}[dom.Key(e).Name]
	target, ok := b.Target.(StepperTarget)
	if !ok || steps == 0 || b.Locked {
		return
	}
	e.PreventDefault()
	Send(ctx, target.Steps(steps))
}
