package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// choice is one entry of a select box: the value it stands for and its words.
type choice struct{ Value, Label string }

// selectBox is a labelled native combobox.
func selectBox(id, label, value string, choices []choice, locked bool, onChange app.EventHandler) app.UI {
	return namedSelectBox(id, label, "", value, choices, locked, onChange)
}

// namedSelectBox is one whose accessible name says more than its label.
func namedSelectBox(id, label, name, value string, choices []choice, locked bool, onChange app.EventHandler) app.UI {
	// The scope tells go-app apart handlers of the same code.
	box := app.Select().ID(id).Class("selectbox").Disabled(locked).OnChange(onChange, app.EventScope(id))
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
