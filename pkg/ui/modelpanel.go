package ui

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// modelPanel shows what the model is now and where it began.
type modelPanel struct {
	app.Compo

	Lang string
	// Neuron is set for a model of one neuron, which has a formula.
	Neuron       bool
	Weight, Bias float64
	// Params is how many numbers the model learns.
	Params int
	// InitialWeight and InitialBias are the fields of the first guess.
	InitialWeight, InitialBias session.Draft
	Locked                     bool
}

func newModelPanel(lang string, s session.Session) *modelPanel {
	params := s.Run.Timeline.Last().Params
	m := &modelPanel{Lang: lang, Params: len(params), Locked: s.Experiment.Locks("model")}
	if s.Experiment.OneNeuron() && len(params) == 2 {
		m.Neuron = true
		m.Weight, m.Bias = float64(params[0]), float64(params[1])
		m.InitialWeight, m.InitialBias = s.Setting("w"), s.Setting("b")
	}
	return m
}

func (m *modelPanel) Render() app.UI {
	text := i18n.For(m.Lang).Text
	return app.Section().Class("panel model").Aria("labelledby", "model-title").Body(
		app.H2().ID("model-title").Text(text("model.title")),
		app.If(m.Neuron, func() app.UI {
			return app.Div().Class("neuron").Body(
				app.P().Class("formula").Text(format.Line(m.Weight, m.Bias)),
				app.Div().Class("readings").Body(
					reading("weight", text("model.weight"), format.Significant(m.Weight, 6)),
					reading("bias", text("model.bias"), format.Significant(m.Bias, 6)),
				),
				app.Div().Class("fields").Body(
					settingField(m.Lang, "w", text("model.initial_weight"), m.InitialWeight, m.Locked),
					settingField(m.Lang, "b", text("model.initial_bias"), m.InitialBias, m.Locked),
				),
			)
		}).Else(func() app.UI {
			return app.P().Class("formula").Text(text("model.parameters", "count", strconv.Itoa(m.Params)))
		}),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(m.Locked).Text(text("run.new_start")).
				OnClick(sends(session.StartDrawn{})),
		),
	)
}

// reading is a number the page computes, under its name. It is not announced
// while it changes: the training status is, once.
func reading(id, name, value string) app.UI {
	return app.Div().Class("reading").Body(
		app.Label().For(id).Text(name),
		app.Output().ID(id).Aria("live", "off").Text(value),
	)
}
