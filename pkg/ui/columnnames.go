package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// columnNames edits what x and y are called, at the axes and in the table.
type columnNames struct{ X, Y session.Draft }

// columnNamesOf returns the two names of a session.
func columnNamesOf(s session.Session) columnNames {
	return columnNames{s.Setting("xname"), s.Setting("yname")}
}

func (n columnNames) fields(lang string, locked bool) app.UI {
	text := i18n.For(lang).Text
	field := func(key, label string, draft session.Draft) app.UI {
		id, message := "field-"+key, widget.ProblemText(lang, draft.Problem)
		return app.Div().Class("field").Body(
			app.Elem("label").Attr("for", id).Text(label),
			&widget.TextBox{ID: id, Target: settingTarget{Key: key}, Text: draft.Text, Error: message, Locked: locked},
			widget.ErrorText(id, message),
		)
	}
	return app.Div().Class("fields").Body(
		field("xname", text("data.xname"), n.X),
		field("yname", text("data.yname"), n.Y),
	)
}
