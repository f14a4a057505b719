package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// panelTabs are the tabs of the drawer. A tab opens its panel and closes it again.
type panelTabs struct {
	app.Compo

	Lang   string
	Panels []experiment.Panel
	// Open is the key of the open panel, "" for none.
	Open string
}

func tabID(panel string) string   { return "tab-" + panel }
func panelID(panel string) string { return "panel-" + panel }

func (t *panelTabs) Render() app.UI {
	text := i18n.For(t.Lang).Text
	open := t.Open
	all := open == experiment.AllPanels
	return app.Div().Class("panel-tabs").Role("tablist").Aria("label", text("panel.title")).OnKeyDown(t.onKey).Body(
		app.Range(t.Panels).Slice(func(i int) app.UI {
			panel := t.Panels[i]
			selected, stop := "false", -1
			if panel.Key == open {
				selected, stop = "true", 0
			}
			if i == 0 && (open == "" || all) {
				stop = 0
			}
			tab := app.Button().ID(tabID(panel.Key)).Type("button").Role("tab").TabIndex(stop).Aria("selected", selected).
				Text(text(panel.Title)).OnClick(widget.Sends(session.PanelChosen{Panel: panel.Key}))
			if panel.Key == open {
				tab = tab.Aria("controls", panelID(panel.Key))
			}
			return tab
		}),
	)
}

// onKey goes along the tabs; Escape closes the panel.
func (t *panelTabs) onKey(ctx app.Context, e app.Event) {
	at := -1
	focused := dom.Focused().Get("id").Text()
	for i := range t.Panels {
		if tabID(t.Panels[i].Key) == focused {
			at = i
		}
	}
	if at < 0 {
		return
	}
	count := len(t.Panels)
	switch dom.Key(e).Name {
	case "ArrowRight":
		at = (at + 1) % count
	case "ArrowLeft":
		at = (at + count - 1) % count
	case "Home":
		at = 0
	case "End":
		at = count - 1
	case "Escape":
		if t.Open != "" && t.Open != experiment.AllPanels {
			widget.Send(ctx, session.PanelChosen{Panel: t.Open})
		}
		return
	default:
		return
	}
	e.PreventDefault()
	dom.FocusStill(tabID(t.Panels[at].Key)) // at once: the next key may be on its way
}

// panels are the open panels: one beside the chart, or all of them.
func panels(lang string, s session.Session) app.UI {
	text := i18n.For(lang).Text
	all, shown := s.Panel == experiment.AllPanels, s.Experiment.PanelsOf()
	return app.Div().Class("sheets").Body(
		app.Range(shown).Slice(func(i int) app.UI {
			panel := shown[i]
			// Each in a place of its own, also when closed: go-app compares by place.
			return app.Div().Class("place").Body(app.If(s.Shows(panel.Key), func() app.UI {
				sheet := app.Elem("div").ID(panelID(panel.Key)).Class("sheet " + panel.Key)
				if !all {
					sheet = sheet.Role("tabpanel").Aria("labelledby", tabID(panel.Key))
				}
				return sheet.Body(
					app.Button().Type("button").Class("icon close").Aria("label", text("panel.close")).Text("×").Disabled(all).
						OnClick(widget.Scoped(func(ctx app.Context, _ app.Event) {
							widget.Send(ctx, session.PanelChosen{Panel: panel.Key})
							widget.Refocus(ctx, tabID(panel.Key))
						}, panel.Key)),
					panelBody(panel.Key, lang, s),
				)
			}))
		}),
	)
}

// panelBody is what is in a panel: the views of its parts, and what is more of
// training and saving.
func panelBody(panel, lang string, s session.Session) app.UI {
	var more []app.UI
	switch panel {
	case experiment.SettingsPanel:
		more = append(more, newRunMore(lang, s))
	case experiment.ExplorePanel:
		more = append(more, newPictures(lang, s))
	}
	return app.Div().Class("sheet-body").Body(append(in(panel, lang, s), more...)...)
}
