package widget

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Choice is one entry of a select box: its value and its label.
type Choice struct{ Value, Label string }

// SelectBox is a labelled native combobox. What onChange does may depend on the ID
// alone: go-app keeps the handler as long as that is the same.
func SelectBox(id, label, value string, choices []Choice, locked bool, onChange app.EventHandler) app.UI {
	return NamedSelectBox(id, label, "", value, choices, locked, onChange)
}

// NamedSelectBox is a SelectBox with an accessible name longer than its label.
func NamedSelectBox(id, label, name, value string, choices []Choice, locked bool, onChange app.EventHandler) app.UI {
	box := app.Select().ID(id).Class("selectbox").Disabled(locked).OnChange(Scoped(onChange, id))
	if name != "" {
		box = box.Aria("label", name)
	}
	return app.Div().Class("field").Body(
		app.Elem("label").Attr("for", id).Text(label),
		box.Body(
			app.Range(choices).Slice(func(i int) app.UI {
				option := app.Option().Value(choices[i].Value).Text(choices[i].Label)
				// Only the chosen one: go-app prerenders Selected(false) as selected.
				if choices[i].Value == value {
					option = option.Selected(true)
				}
				return option
			}),
		),
	)
}
