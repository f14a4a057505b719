package ui

import (
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// task is where an author writes what the link asks of the learner.
func (d *shareDialog) task() app.UI {
	text := i18n.For(d.Lang).Text
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("task.title")),
		d.words("title", text("share.task_title"), "", 1),
		d.words("text", text("share.task_text"), "", 3),
		d.words("ask", text("share.ask"), text("share.ask_hint"), 1),
		d.words("goal", text("share.goal"), text("share.goal_hint"), 1),
		d.words("feedback", text("share.feedback"), "", 1),
	)
}

func (d *shareDialog) words(key, label, hint string, rows int) app.UI {
	draft := d.Fields[key]
	id, message := "share-"+key, problemText(d.Lang, draft.Problem)
	return app.Div().Class("field").Body(
		app.Label().For(id).Text(label),
		&wordsBox{ID: id, Key: key, Text: draft.Text, Error: message, Hint: hint != "", Rows: rows},
		app.P().ID(id+"-hint").Class("hint").Text(hint),
		errorText(id, message),
	)
}
