package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// columnNames edits what the inputs and y are called, at the axes and in the table.
type columnNames []columnName

// columnName is the name of one column: what it is called without, the property that
// holds it, and its text.
type columnName struct {
	Letter, Key string
	Draft       session.Draft
}

// nameKeys are the properties of the names of the inputs, in their order.
var nameKeys = []string{"xname", "x2name"}

// columnNamesOf returns the names of a session.
func columnNamesOf(s session.Session) columnNames {
	var names columnNames
	for _, axis := range session.Columns(s.Experiment.Inputs) {
		key := "yname"
		if axis != session.Y {
			key = nameKeys[axis]
		}
		names = append(names, columnName{axis.Letter(s.Experiment.Inputs), key, s.Setting(key)})
	}
	return names
}

func (n columnNames) fields(lang string, locked bool) app.UI {
	text := i18n.For(lang).Text
	return app.Div().Class("fields").Body(app.Range(n).Slice(func(i int) app.UI {
		id, message := "field-"+n[i].Key, widget.ProblemText(lang, n[i].Draft.Problem)
		return app.Div().Class("field").Body(
			app.Elem("label").Attr("for", id).Text(text("data.name_of", "name", n[i].Letter)),
			&widget.TextBox{ID: id, Target: settingTarget{Key: n[i].Key}, Text: n[i].Draft.Text, Error: message, Locked: locked},
			widget.ErrorText(id, message),
		)
	}))
}
