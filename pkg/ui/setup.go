package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// setup is what compile and fit are called with.
type setup struct {
	app.Compo

	Lang                string
	Epochs, Rate, Batch session.Draft
	Optimizer, Loss     string
	Locked              bool
}

func newSetup(lang string, s session.Session) *setup {
	return &setup{
		Lang:   lang,
		Epochs: s.Setting("epochs"), Rate: s.Setting("lr"), Batch: s.Setting("batch"),
		Optimizer: s.Experiment.Value("optimizer"), Loss: s.Experiment.Value("loss"),
		Locked: s.Experiment.Locks("setup"),
	}
}

func (p *setup) Render() app.UI {
	text := i18n.For(p.Lang).Text
	return app.Div().Class("setup").Role("group").Aria("label", text("setup.title")).Body(
		p.field("epochs", text("setup.epochs"), p.Epochs),
		p.field("lr", text("setup.rate"), p.Rate),
		p.field("batch", text("setup.batch"), p.Batch),
		p.menu("optimizer", text("setup.optimizer"), p.Optimizer, []choice{{"sgd", "SGD"}}),
		p.menu("loss", text("setup.loss"), p.Loss, []choice{{"mean_squared_error", "mean_squared_error"}}),
	)
}

func (p *setup) field(key, label string, draft session.Draft) app.UI {
	return settingField(p.Lang, key, label, draft, p.Locked)
}

func (p *setup) menu(key, label, value string, choices []choice) app.UI {
	return selectBox(settingID(key), label, value, choices, p.Locked, func(ctx app.Context, _ app.Event) {
		send(ctx, session.SettingTyped{Key: key, Text: ctx.JSSrc().Get("value").String()})
	})
}

// settingField is a labelled spinbutton for one numeric property.
func settingField(lang, key, label string, draft session.Draft, locked bool) app.UI {
	id, message := settingID(key), problemText(lang, draft.Problem)
	return app.Div().Class("field").Body(
		app.Label().For(id).Text(label),
		&textBox{ID: id, Target: target{Key: key}, Text: draft.Text, Error: message, Spin: true, Locked: locked},
		errorText(id, message),
	)
}

// settingID is the element ID of the field of a property.
func settingID(key string) string { return "setting-" + key }
