package ui

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// modelPanel shows the weights of the model now and initially, and edits its layers.
type modelPanel struct {
	app.Compo

	Lang string
	// Neuron is set for a model of one neuron, which has a formula.
	Neuron       bool
	Weight, Bias float64
	// Line is its line over x, and Scale how x is normalized before the weight, where
	// Normalized is set.
	Line       experiment.Line
	Normalized bool
	Scale      experiment.Scale
	// Params is how many numbers the model learns.
	Params int
	// Layers are the layers, each with the fields of its parts.
	Layers []layerField
	// InitialWeight and InitialBias are the fields of the first guess.
	InitialWeight, InitialBias session.Draft
	Locked                     bool
}

// layerField is one layer: the text of its units, and its activation.
type layerField struct {
	Units      session.Draft
	Activation string
	// Activations are those that the layer can have.
	Activations []string
}

func newModelPanel(lang string, s session.Session) *modelPanel {
	params := s.Shown().Params
	m := &modelPanel{Lang: lang, Params: len(params), Locked: s.Experiment.Locks(experiment.ModelPart)}
	for i := range s.Experiment.Layers {
		m.Layers = append(m.Layers, layerField{
			Units:       s.Setting(experiment.UnitsKey(i + 1)),
			Activation:  s.Experiment.Value(experiment.ActivationKey(i + 1)),
			Activations: s.Experiment.LayerActivations(i + 1),
		})
	}
	if line, ok := s.Experiment.Layout().Line(params); ok && s.Experiment.IsLine() {
		m.Neuron = true
		m.Weight, m.Bias = line.W, line.B
		m.Normalized, m.Scale = s.Experiment.Normalize, s.Scale()
		m.Line = m.Scale.OverX(line)
		m.InitialWeight, m.InitialBias = s.Setting("w"), s.Setting("b")
	}
	return m
}

func (m *modelPanel) Render() app.UI {
	text := i18n.For(m.Lang).Text
	return app.Elem("section").Class("panel model").Aria("labelledby", "model-title").Body(
		app.Elem("h2").ID("model-title").Text(text("model.title")),
		app.If(m.Neuron, func() app.UI {
			return app.Div().Class("neuron").Body(
				app.P().Class("formula").Text(m.formula()),
				app.Div().Body(app.If(m.Normalized, func() app.UI {
					return app.P().Class("hint").Text(text("model.normalized", "formula", format.Scaled(m.Scale.Mean, m.Scale.Deviation)))
				})),
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
		m.layers(),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(m.Locked || len(m.Layers) >= experiment.MaxLayers).Text(text("layers.add")).
				OnClick(widget.Sends(session.LayerAdded{})),
			app.Button().Type("button").Disabled(m.Locked).Text(text("run.new_start")).
				OnClick(widget.Sends(session.InitialWeightsDrawn{})),
		),
	)
}

// formula returns the formula of the neuron, with its activation if it is not linear.
func (m *modelPanel) formula() string {
	line := format.Line(m.Line.W, m.Line.B)
	if activation := m.Layers[0].Activation; activation != "linear" {
		line = strings.Replace(line, "y = ", "y = "+activation+"(", 1) + ")"
	}
	return line
}

// layers is the editor of the model. The last layer gives the one output, so
// its units are fixed and it cannot be removed.
func (m *modelPanel) layers() app.UI {
	text := i18n.For(m.Lang).Text
	return app.Elem("ul").Class("layers").Aria("label", text("layers.title")).Body(
		app.Range(m.Layers).Slice(func(i int) app.UI {
			number, output := strconv.Itoa(i+1), i == len(m.Layers)-1
			units, activation := experiment.UnitsKey(i+1), experiment.ActivationKey(i+1)
			return app.Elem("li").Body(
				namedSettingField(m.Lang, units, text("layers.units"), text("layers.units_of", "number", number),
					m.Layers[i].Units, m.Locked || output),
				widget.NamedSelectBox(settingID(activation), text("layers.activation"), text("layers.activation_of", "number", number),
					m.Layers[i].Activation, named(m.Layers[i].Activations, itself), m.Locked, sendsSetting(activation)),
				app.If(!output, func() app.UI {
					return app.Button().Type("button").Class("icon").Disabled(m.Locked).
						Aria("label", text("layers.remove", "number", number)).Text("×").
						OnClick(widget.Sends(session.LayerRemoved{Layer: i + 1}))
				}),
			)
		}),
	)
}

// reading shows a number that the page computes, under its name. A screen reader
// does not announce its changes; it announces the training status.
func reading(id, name, value string) app.UI {
	return app.Div().Class("reading").Body(
		app.Elem("label").Attr("for", id).Text(name),
		app.Elem("output").ID(id).Aria("live", "off").Text(value),
	)
}
