package share

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// task edits the author's texts: title, task, question, goals and feedback.
func (d *Dialog) task() app.UI {
	text := i18n.For(d.Lang).Text
	fields := []struct {
		key, label, hint string
		rows             int
	}{
		{"title", "share.task_title", "", 1},
		{"text", "share.task_text", "", 3},
		{"ask", "share.ask", "share.ask_hint", 1},
		{"goal", "share.goal", "share.goal_hint", 1},
		{"feedback", "share.feedback", "", 1},
	}
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("task.title")),
		app.Range(fields).Slice(func(i int) app.UI {
			f := fields[i]
			draft, hint := d.Fields[f.key], ""
			if f.hint != "" {
				hint = text(f.hint)
			}
			id, message := "share-"+f.key, widget.ProblemText(d.Lang, draft.Problem)
			return app.Div().Class("field").Body(
				app.Elem("label").Attr("for", id).Text(text(f.label)),
				&widget.TextBox{ID: id, Target: linkTarget{Key: f.key}, Text: draft.Text, Error: message, Hint: hint != "", Rows: f.rows},
				app.P().ID(id+"-hint").Class("hint").Text(hint),
				widget.ErrorText(id, message),
			)
		}),
	)
}

// linkTarget is a property of the link that the dialog makes.
type linkTarget struct{ Key string }

func (t linkTarget) Typed(text string) session.Msg {
	return session.ShareTyped{Key: t.Key, Text: text}
}

func (linkTarget) Left() session.Msg { return nil }
