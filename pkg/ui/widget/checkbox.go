package widget

import (
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Checkbox is a labelled native checkbox. Its state is always written to the
// element: it is a property, which stays when go-app removes the attribute. What choose does may depend on the ID alone: go-app keeps the
// handler as long as that is the same.
func Checkbox(id, label string, on, disabled bool, choose func(ctx app.Context, on bool)) app.UI {
	box := app.Input().ID(id).Type("checkbox").OnChange(Scoped(func(ctx app.Context, _ app.Event) {
		choose(ctx, dom.Checked(ctx))
	}, id))
	if on || app.IsClient { // go-app prerenders Checked(false) as checked
		box = box.Checked(on)
	}
	if disabled {
		box = box.Disabled(true)
	}
	return app.Div().Class("check").Body(box, app.Elem("label").Attr("for", id).Text(label))
}
