package share

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Boxes shows texts to copy, each with its button. Their IDs begin with that of the
// dialog that they are in.
func Boxes(lang, dialog string, lines []Line, copied session.Copied) app.UI {
	text := i18n.For(lang).Text
	return app.Div().Class("boxes").Body(app.Range(lines).Slice(func(i int) app.UI {
		line := lines[i]
		id, label, copying := dialog+"-"+line.Name, text("share."+line.Name), text("share.copy")
		if copies(dialog, line, copied) {
			copying = "✓"
		}
		return app.Div().Class("line").Body(
			app.Elem("label").Attr("for", id).Text(label),
			&widget.TextBox{ID: id, Text: line.Text, Rows: line.Rows, Locked: true},
			app.Button().Type("button").Aria("label", text("share.copy_of", "name", label)).Text(copying).
				OnClick(widget.Sends(session.CopyPressed{From: id, Text: line.Text})),
		)
	}))
}

// copies reports whether the text of a line was copied last.
func copies(dialog string, line Line, copied session.Copied) bool {
	return copied == session.Copied{From: dialog + "-" + line.Name, Text: line.Text, OK: true}
}

// Said returns which text was copied, as long as the dialog shows this text.
func Said(lang, dialog string, lines []Line, copied session.Copied) string {
	text := i18n.For(lang).Text
	for _, line := range lines {
		if copies(dialog, line, copied) {
			return text("share.copied", "name", text("share."+line.Name))
		}
	}
	return ""
}
