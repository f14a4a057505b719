package share

import (
	"cmp"
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// look edits the look of the page behind the link: language, theme, parts.
func (d *Dialog) look() app.UI {
	text := i18n.For(d.Lang).Text
	panels := map[string]string{anyChoice: text("share.open_none"), experiment.AllPanels: text("share.open_all")}
	for _, panel := range experiment.Panels {
		panels[panel.Key] = text(panel.Title)
	}
	menus := []struct {
		key, label string
		choice     func(name string) string
	}{
		{"lang", "page.language", func(name string) string { return cmp.Or(i18n.Name(name), text("share.lang_any")) }},
		{"theme", "page.theme", func(name string) string { return text("theme." + name) }},
		{"open", "share.open_panel", func(name string) string { return panels[name] }},
		{"start", "share.start", func(name string) string { return text("share.start_" + name) }},
	}
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("share.look")),
		app.Div().Class("fields").Body(
			app.Range(menus).Slice(func(i int) app.UI {
				menu := menus[i]
				var choices []widget.Choice
				for _, name := range experiment.Choices(menu.key) {
					name = cmp.Or(name, anyChoice)
					choices = append(choices, widget.Choice{Value: name, Label: menu.choice(name)})
				}
				return widget.SelectBox("share-"+menu.key, text(menu.label), cmp.Or(d.Fields[menu.key].Text, anyChoice), choices, false,
					func(ctx app.Context, _ app.Event) {
						value := dom.ControlText(ctx)
						if value == anyChoice {
							value = ""
						}
						widget.Send(ctx, session.ShareTyped{Key: menu.key, Text: value})
					})
			}),
		),
		app.Div().Class("checks").Body(
			d.flag("auto", text("share.auto")),
			d.flag("transparent", text("share.transparent")),
		),
		app.Div().Class("scrolls").Body(app.Elem("table").Aria("label", text("share.parts")).Body(
			app.Elem("thead").Body(app.Elem("tr").Body(
				app.Elem("th").Attr("scope", "col").Text(text("share.part")),
				app.Elem("th").Attr("scope", "col").Text(text("share.hide")),
				app.Elem("th").Attr("scope", "col").Text(text("share.lock")),
			)),
			app.Elem("tbody").Body(app.Range(experiment.Parts).Slice(func(i int) app.UI {
				part := experiment.Parts[i]
				title := text(part.Title)
				return app.Elem("tr").Body(
					app.Elem("th").Attr("scope", "row").Text(title),
					app.Elem("td").Body(d.part("hide", part.Key, text("share.hide_of", "part", title), d.Hide)),
					app.Elem("td").Body(app.If(part.Lockable, func() app.UI {
						return d.part("lock", part.Key, text("share.lock_of", "part", title), d.Lock)
					})),
				)
			})),
		)),
	)
}

func (d *Dialog) part(key, part, name string, parts []string) app.UI {
	return d.check("share-"+key+"-"+part, name, slices.Contains(parts, part), false, func(on bool) session.Msg {
		return session.SharePartChosen{Key: key, Part: part, On: on}
	})
}

// anyChoice is the menu's value for no choice: go-app drops an empty option value.
const anyChoice = "any"

func (d *Dialog) flag(key, label string) app.UI {
	return d.check("share-"+key, label, d.Fields[key].Text == "1", false, func(on bool) session.Msg {
		if on {
			return session.ShareTyped{Key: key, Text: "1"}
		}
		return session.ShareTyped{Key: key, Text: "0"}
	})
}
