package ui

import (
	"cmp"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// setup edits the arguments of compile and fit.
type setup struct {
	app.Compo

	Lang                                            string
	Epochs, Rate, Batch, Validation, Patience, Stop session.Draft
	L1, L2                                          session.Draft
	Optimizer, Loss, Metric                         string
	// Losses are the names of the losses that suit the data.
	Losses []string
	// Ruled is set where TensorFlow Playground's own rules can be followed, Rules where
	// they are.
	Ruled, Rules bool
	// OptimizerOptions and LossOptions are the options of the optimizer and the
	// loss.
	OptimizerOptions, LossOptions []optionField
	Locked                        bool
	// Value is the learning rate as a number.
	Value float64
	// Limit is the learning rate's limit, where it is known; Above is set when
	// the rate is above it.
	Limit experiment.RateLimit
	Known bool
	Above bool
}

// optionField is the field of one option.
type optionField struct {
	Key   string
	Flag  bool
	Draft session.Draft
}

func newSetup(lang string, s session.Session) *setup {
	fields := func(options []experiment.Option) []optionField {
		var fields []optionField
		for _, o := range options {
			fields = append(fields, optionField{Key: o.Key, Flag: o.Flag, Draft: s.Setting(o.Key)})
		}
		return fields
	}
	limit, known := s.RateLimit()
	return &setup{
		Value: s.Experiment.Optimizer.LearningRate,
		Limit: limit, Known: known, Above: known && s.Experiment.Optimizer.LearningRate > limit.Stable,
		Lang:   lang,
		Epochs: s.Setting("epochs"), Rate: s.Setting("lr"), Batch: s.Setting("batch"),
		Validation: s.Setting("validation"), Patience: s.Setting("patience"), Stop: s.Setting("stop"), L1: s.Setting("l1"), L2: s.Setting("l2"),
		Optimizer: s.Experiment.Value("optimizer"), Loss: s.Experiment.Value("loss"), Metric: s.Experiment.Value("metric"),
		Losses:           s.Experiment.SuitableLosses(),
		OptimizerOptions: fields(s.Experiment.OptionsOfOptimizer()),
		LossOptions:      fields(s.Experiment.OptionsOfLoss()),
		Ruled:            s.Experiment.Inputs > 1 || s.Experiment.PlaygroundRules,
		Rules:            s.Experiment.PlaygroundRules,
		Locked:           s.Experiment.Locks(experiment.SetupPart),
	}
}

// optimizerLabel is Keras's class of an optimizer.
func optimizerLabel(name string) string {
	entry, _ := nn.Optimizers().Lookup(name)
	return entry.Class
}

// noMetric is the menu's value for no metric: go-app drops an empty option value.
const noMetric = "none"

func (p *setup) Render() app.UI {
	text := i18n.For(p.Lang).Text
	return app.Div().Class("setup").Body(
		app.Div().Class("fields").Role("group").Aria("label", text("setup.title")).Body(
			p.field("epochs", text("setup.epochs"), p.Epochs),
			p.field("lr", text("setup.rate"), p.Rate),
			p.field("batch", text("setup.batch"), p.Batch),
			p.menu("optimizer", text("setup.optimizer"), p.Optimizer, named(experiment.Choices("optimizer"), optimizerLabel)),
			p.menu("loss", text("setup.loss"), p.Loss, named(p.Losses, itself)),
		),
		&rateSlider{Lang: p.Lang, Rate: p.Value, Limit: p.Limit, Known: p.Known, Above: p.Above, Locked: p.Locked},
		app.Elem("details").Body(
			app.Elem("summary").Text(text("setup.more")),
			app.Div().Class("fields").Body(
				p.field("validation", text("setup.validation"), p.Validation),
				p.field("patience", text("setup.patience"), p.Patience),
				p.field("stop", text("setup.stop"), p.Stop),
				widget.SelectBox(settingID("metric"), text("setup.metric"), cmp.Or(p.Metric, noMetric), p.metrics(), p.Locked, p.onMetric),
				p.field("l1", text("setup.l1"), p.L1),
				p.field("l2", text("setup.l2"), p.L2),
			),
			app.Div().Body(app.If(p.Ruled, p.rules)),
			p.options(optimizerLabel(p.Optimizer), p.OptimizerOptions),
			p.options(p.Loss, p.LossOptions),
		),
	)
}

// options are the fields of the optimizer's or the loss's own options, under
// their names in Keras.
func (p *setup) options(owner string, fields []optionField) app.UI {
	return app.If(len(fields) > 0, func() app.UI {
		return app.Div().Class("options").Role("group").Aria("label", owner).Body(
			app.Elem("h3").Text(owner),
			app.Div().Class("fields").Body(
				app.Range(fields).Slice(func(i int) app.UI {
					field := fields[i]
					if field.Flag {
						return p.checkbox(field)
					}
					return p.field(field.Key, field.Key, field.Draft)
				}),
			),
		)
	})
}

func (p *setup) checkbox(field optionField) app.UI {
	return widget.Checkbox(settingID(field.Key), field.Key, field.Draft.Text == "1", p.Locked, sendsFlag(field.Key))
}

// rules says whether TensorFlow Playground's own rules are followed.
func (p *setup) rules() app.UI {
	text := i18n.For(p.Lang).Text
	return app.Div().Class("options").Body(
		widget.Checkbox(settingID("playground"), text("setup.playground"), p.Rules, p.Locked, sendsFlag("playground")),
		app.P().Class("hint").Text(text("setup.playground_hint")),
	)
}

// sendsFlag returns what a checkbox does for a property.
func sendsFlag(key string) func(ctx app.Context, on bool) {
	return func(ctx app.Context, on bool) {
		value := "0"
		if on {
			value = "1"
		}
		widget.Send(ctx, session.SettingTyped{Key: key, Text: value})
	}
}

func (p *setup) metrics() []widget.Choice {
	choices := named(experiment.Choices("metric"), itself)
	for i := range choices {
		if choices[i].Value == "" {
			choices[i] = widget.Choice{Value: noMetric, Label: i18n.For(p.Lang).Text("setup.none")}
		}
	}
	return choices
}

func (p *setup) onMetric(ctx app.Context, _ app.Event) {
	metric := dom.ControlText(ctx)
	if metric == noMetric {
		metric = ""
	}
	widget.Send(ctx, session.SettingTyped{Key: "metric", Text: metric})
}

// named are choices with a label for each value.
func named(values []string, label func(value string) string) []widget.Choice {
	choices := make([]widget.Choice, len(values))
	for i, value := range values {
		choices[i] = widget.Choice{Value: value, Label: label(value)}
	}
	return choices
}

// itself labels a value that needs no other name.
func itself(value string) string { return value }

func (p *setup) field(key, label string, draft session.Draft) app.UI {
	return settingField(p.Lang, key, label, draft, p.Locked)
}

func (p *setup) menu(key, label, value string, choices []widget.Choice) app.UI {
	return widget.SelectBox(settingID(key), label, value, choices, p.Locked, sendsSetting(key))
}

// sendsSetting returns the handler of a menu for a property.
func sendsSetting(key string) app.EventHandler {
	return func(ctx app.Context, _ app.Event) {
		widget.Send(ctx, session.SettingTyped{Key: key, Text: dom.ControlText(ctx)})
	}
}

// settingField is a labelled spinbutton for one numeric property.
func settingField(lang, key, label string, draft session.Draft, locked bool) app.UI {
	return namedSettingField(lang, key, label, "", draft, locked)
}

// namedSettingField is a settingField with an accessible name longer than its label.
func namedSettingField(lang, key, label, name string, draft session.Draft, locked bool) app.UI {
	id, message := settingID(key), widget.ProblemText(lang, draft.Problem)
	return app.Div().Class("field").Body(
		app.Elem("label").Attr("for", id).Text(label),
		&widget.TextBox{ID: id, Target: settingTarget{Key: key}, Name: name, Text: draft.Text, Error: message, Spin: true, Whole: experiment.Whole(key), Locked: locked},
		widget.ErrorText(id, message),
	)
}

// settingTarget is a property of the experiment.
type settingTarget struct{ Key string }

func (t settingTarget) Typed(text string) session.Msg {
	return session.SettingTyped{Key: t.Key, Text: text}
}

func (t settingTarget) Left() session.Msg { return session.SettingLeft{Key: t.Key} }

func (t settingTarget) Steps(n int) session.Msg {
	return session.SettingStepped{Key: t.Key, Steps: n}
}

// settingID is the element ID of the field of a property.
func settingID(key string) string { return "setting-" + key }
