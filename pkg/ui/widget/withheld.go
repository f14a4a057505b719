package widget

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const withheldID = "withheld"

// Withheld says that a file may not come, and offers its text.
func Withheld(lang string, file session.Withheld, copied session.Copied) app.UI {
	text := i18n.For(lang).Text
	said := ""
	if copied.From == withheldID && copied.Text == file.Text {
		said = text("save.not_copied")
		if copied.OK {
			said = text("code.copied")
		}
	}
	return app.Div().Body(
		app.P().Role("alert").Text(text("save.withheld", "name", file.Name)),
		app.Elem("label").Class("visually-hidden").Attr("for", withheldID).Text(text("save.text", "name", file.Name)),
		&TextBox{ID: withheldID, Text: file.Text, Rows: 3, Locked: true},
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Text(text("share.copy_of", "name", file.Name)).
				OnClick(Sends(session.CopyPressed{From: withheldID, Text: file.Text})),
			app.Button().Type("button").Text(text("save.dismiss")).OnClick(Sends(session.SaveDismissed{})),
			app.Elem("span").Class("hint").Role("status").Text(said),
		),
	)
}
