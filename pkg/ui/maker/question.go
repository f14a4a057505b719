package maker

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// none is a menu's value for no choice: go-app drops an empty option value.
const none = "none"

// question is what the step asks, and what is right.
func (d *Dialog) question() app.UI {
	text := i18n.For(d.Lang).Text
	ask := d.Draft.Steps[d.Step].Ask
	kind := string(ask.Kind)
	if kind == "" {
		kind = none
	}
	var kinds []widget.Choice
	for _, name := range []string{none, string(experiment.NumberAsk), string(experiment.ChoiceAsk), string(experiment.MarkAsk)} {
		kinds = append(kinds, widget.Choice{Value: name, Label: text("maker.kind_" + name)})
	}
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("maker.asks")),
		d.words(session.QuestionField, text("maker.question"), 1),
		app.Div().Class("fields").Body(
			d.menu(session.KindField, text("maker.kind"), kind, kinds),
			app.Div().Body(app.If(ask.Kind == experiment.MarkAsk, func() app.UI {
				return d.number(session.MarkField, text("maker.mark_x"), experiment.FormatNumber(ask.X))
			})),
			app.Div().Body(app.If(ask.Kind == experiment.ChoiceAsk, func() app.UI { return d.rightChoice(ask) }).
				ElseIf(ask.Asks(), func() app.UI { return d.number(session.RightField, text("maker.right"), right(ask)) })),
			app.Div().Body(app.If(ask.Asks() && ask.Kind != experiment.ChoiceAsk && ask.Checked, func() app.UI {
				return d.number(session.ToleranceField, text("maker.tolerance"), experiment.FormatNumber(ask.Tolerance))
			})),
		),
		app.Div().Body(app.If(ask.Kind == experiment.ChoiceAsk, func() app.UI { return d.choices(ask) })),
		app.Div().Body(app.If(ask.Asks() && !ask.Checked, func() app.UI { return app.P().Class("hint").Text(text("maker.right_hint")) })),
		app.Div().Body(app.If(ask.Checked, func() app.UI { return d.words(session.WrongField, text("maker.wrong"), 1) })),
		app.Div().Body(app.If(ask.Asks(), func() app.UI { return d.flag(session.WaitField, text("maker.wait"), ask.Wait) })),
	)
}

// right is the right answer as its box shows it.
func right(ask experiment.Ask) string {
	if !ask.Checked {
		return ""
	}
	return experiment.FormatNumber(ask.Right)
}

// choices are the boxes of the choices.
func (d *Dialog) choices(ask experiment.Ask) app.UI {
	text := i18n.For(d.Lang).Text
	return app.Div().Class("choice-list").Body(
		app.Range(ask.Choices).Slice(func(i int) app.UI {
			number := strconv.Itoa(i + 1)
			return app.Div().Class("choice").Body(
				d.words(session.ChoiceField+"."+strconv.Itoa(i), text("maker.choice", "number", number), 1),
				app.Button().Type("button").Class("icon").Disabled(len(ask.Choices) <= 2).Aria("label", text("maker.choice_remove", "number", number)).
					Text("×").OnClick(widget.Sends(session.MakerChoiceRemoved{Choice: i})),
			)
		}),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Class("quiet").Disabled(len(ask.Choices) >= experiment.MaxChoices).Text(text("maker.choice_add")).
				OnClick(widget.Sends(session.MakerChoiceAdded{})),
		),
	)
}

// rightChoice is the menu of which choice is right.
func (d *Dialog) rightChoice(ask experiment.Ask) app.UI {
	text := i18n.For(d.Lang).Text
	choices := []widget.Choice{{Value: none, Label: text("maker.right_none")}}
	for i := range ask.Choices {
		number := strconv.Itoa(i + 1)
		choices = append(choices, widget.Choice{Value: number, Label: text("maker.choice", "number", number)})
	}
	chosen := right(ask)
	if chosen == "" {
		chosen = none
	}
	return d.menu(session.RightField, text("maker.right"), chosen, choices)
}

// menu is a choice among some values of a field.
func (d *Dialog) menu(field, label, value string, choices []widget.Choice) app.UI {
	return widget.SelectBox(fieldID(field), label, value, choices, false, func(ctx app.Context, _ app.Event) {
		chosen := dom.ControlText(ctx)
		if chosen == none {
			chosen = ""
		}
		widget.Send(ctx, session.MakerTyped{Field: field, Text: chosen})
	})
}

// flag is a yes or no.
func (d *Dialog) flag(field, label string, on bool) app.UI {
	return widget.Checkbox(fieldID(field), label, on, false, func(ctx app.Context, on bool) {
		message := session.MakerTyped{Field: field}
		if on {
			message.Text = "1"
		}
		widget.Send(ctx, message)
	})
}
