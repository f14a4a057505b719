package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// shareTask is where an author writes what the link asks of the learner.
type shareTask struct {
	app.Compo

	Lang                              string
	Title, Words, Ask, Goal, Feedback session.Draft
}

func (t *shareTask) Render() app.UI {
	text := i18n.For(t.Lang).Text
	return app.FieldSet().Class("author").Body(
		app.Legend().Text(text("task.title")),
		t.field("title", text("share.task_title"), "", t.Title, false),
		t.field("text", text("share.task_text"), "", t.Words, true),
		t.field("ask", text("share.ask"), text("share.ask_hint"), t.Ask, true),
		t.field("goal", text("share.goal"), text("share.goal_hint"), t.Goal, false),
		t.field("feedback", text("share.feedback"), "", t.Feedback, true),
	)
}

func (t *shareTask) field(key, label, hint string, draft session.Draft, long bool) app.UI {
	id, message := "share-"+key, problemText(t.Lang, draft.Problem)
	return app.Div().Class("field").Body(
		app.Label().For(id).Text(label),
		&wordsBox{ID: id, Key: key, Text: draft.Text, Error: message, Hint: hint != "", Long: long},
		app.P().ID(id+"-hint").Class("hint").Text(hint),
		errorText(id, message),
	)
}

// wordsBox is a box for a text in the author's words, or for her goals.
type wordsBox struct {
	app.Compo

	ID, Key, Text, Error string
	// Hint says that a hint stands below; Long is for several lines.
	Hint, Long bool
}

var _ app.Updater = (*wordsBox)(nil)

// OnUpdate writes the text into the element itself: go-app drops an empty value.
func (b *wordsBox) OnUpdate(ctx app.Context) { b.write(ctx) }

// OnMount does so too: the text of a new textarea is its value.
func (b *wordsBox) OnMount(ctx app.Context) { b.write(ctx) }

func (b *wordsBox) write(ctx app.Context) { setValue(ctx, b.ID, b.Text) }

func (b *wordsBox) Render() app.UI {
	described := ""
	if b.Hint {
		described = b.ID + "-hint"
	}
	if b.Error != "" {
		described = b.ID + "-error"
	}
	typed := func(ctx app.Context, _ app.Event) {
		send(ctx, session.ShareTyped{Key: b.Key, Text: ctx.JSSrc().Get("value").String()})
	}
	if b.Long {
		box := app.Textarea().ID(b.ID).Class("textbox").Rows(2).Dir("auto").OnInput(typed, app.EventScope(b.ID))
		if described != "" {
			box = box.Aria("describedby", described)
		}
		if b.Error != "" {
			box = box.Aria("invalid", "true")
		}
		return box
	}
	box := app.Input().ID(b.ID).Class("textbox").Type("text").Dir("auto").AutoComplete(false).OnInput(typed, app.EventScope(b.ID))
	if described != "" {
		box = box.Aria("describedby", described)
	}
	if b.Error != "" {
		box = box.Aria("invalid", "true")
	}
	return box
}

// lineBox is a text to copy, which cannot be changed.
type lineBox struct {
	app.Compo

	ID, Text string
}

var (
	_ app.Mounter = (*lineBox)(nil)
	_ app.Updater = (*lineBox)(nil)
	_ app.Mounter = (*wordsBox)(nil)
)

// OnMount writes the text as the element's value.
func (b *lineBox) OnMount(ctx app.Context) { setValue(ctx, b.ID, b.Text) }

// OnUpdate writes a changed one.
func (b *lineBox) OnUpdate(ctx app.Context) { setValue(ctx, b.ID, b.Text) }

func (b *lineBox) Render() app.UI {
	return app.Textarea().ID(b.ID).Class("textbox").Rows(1).ReadOnly(true).Spellcheck(false)
}

// setValue writes the text of a box once the page is redrawn.
func setValue(ctx app.Context, id, text string) {
	ctx.Defer(func(app.Context) {
		if box := elementByID(id); box.Truthy() && box.Get("value").String() != text {
			box.Set("value", text)
		}
	})
}
