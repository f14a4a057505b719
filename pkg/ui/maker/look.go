package maker

import (
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// look is what the step shows and locks: a layout, and each part alone.
func (d *Dialog) look() app.UI {
	text := i18n.For(d.Lang).Text
	step := d.Draft.Steps[d.Step]
	chosen := session.LayoutOf(step)
	var choices []widget.Choice
	for _, layout := range session.Layouts {
		choices = append(choices, widget.Choice{Value: layout.Name, Label: text("maker.layout_" + layout.Name)})
	}
	if chosen == "" {
		chosen = none
		choices = append(choices, widget.Choice{Value: none, Label: text("maker.layout_own")})
	}
	names := session.Shown()
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("maker.sight")),
		widget.SelectBox("maker-layout", text("maker.layout"), chosen, choices, false, func(ctx app.Context, _ app.Event) {
			widget.Send(ctx, session.MakerLayoutChosen{Name: dom.ControlText(ctx)})
		}),
		d.opens(),
		app.Elem("details").Body(
			app.Elem("summary").Text(text("maker.adjust")),
			app.Div().Class("scrolls").Body(app.Elem("table").Aria("label", text("maker.parts")).Body(
				app.Elem("thead").Body(app.Elem("tr").Body(
					app.Elem("th").Attr("scope", "col").Text(text("share.part")),
					app.Elem("th").Attr("scope", "col").Text(text("maker.show")),
					app.Elem("th").Attr("scope", "col").Text(text("share.lock")),
				)),
				app.Elem("tbody").Body(app.Range(names).Slice(func(i int) app.UI {
					name, lockable := names[i], false
					title := text("maker.overlay_" + name)
					for _, part := range experiment.Parts {
						if part.Key == name {
							title, lockable = text(part.Title), part.Lockable
						}
					}
					return app.Elem("tr").Body(
						app.Elem("th").Attr("scope", "row").Text(title),
						app.Elem("td").Body(d.part(name, text("maker.show_of", "part", title), false, step.Draws(name))),
						app.Elem("td").Body(app.If(lockable, func() app.UI {
							return d.part(name, text("share.lock_of", "part", title), true, slices.Contains(step.Lock, name))
						})),
					)
				})),
			)),
		),
	)
}

// opens is the menu of what the step opens under Look closer.
func (d *Dialog) opens() app.UI {
	text := i18n.For(d.Lang).Text
	look := d.Draft.Steps[d.Step].Look
	if look == "" {
		look = none
	}
	return d.menu(session.LookField, text("maker.look"), look, []widget.Choice{
		{Value: none, Label: text("maker.look_none")},
		{Value: experiment.WhyLook, Label: text("why.ask")},
		{Value: experiment.StepLook, Label: text("walk.title")},
	})
}

// part is the checkbox that shows a part, or locks it.
func (d *Dialog) part(name, label string, lock, on bool) app.UI {
	id := "maker-show-" + name
	if lock {
		id = "maker-lock-" + name
	}
	return widget.Checkbox(id, label, on, false, func(ctx app.Context, on bool) {
		widget.Send(ctx, session.MakerPartChosen{Part: name, Lock: lock, On: on})
	})
}
