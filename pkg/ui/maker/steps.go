package maker

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// activity is what is said of the activity as a whole.
func (d *Dialog) activity() app.UI {
	text := i18n.For(d.Lang).Text
	langs, unnamed := d.Draft.Langs()
	var choices []widget.Choice
	if unnamed || len(langs) == 0 || d.Writes == "" {
		choices = append(choices, widget.Choice{Value: oneLanguage, Label: text("maker.one_language")})
	}
	for _, language := range i18n.Languages() {
		choices = append(choices, widget.Choice{Value: language.Code, Label: language.Name})
	}
	writes := d.Writes
	if writes == "" {
		writes = oneLanguage
	}
	return app.Div().Class("whole").Body(
		d.words(session.ActivityTitleField, text("maker.activity_title"), 1),
		widget.SelectBox("maker-lang", text("maker.words_in"), writes, choices, false, func(ctx app.Context, _ app.Event) {
			lang := dom.ControlText(ctx)
			if lang == oneLanguage {
				lang = ""
			}
			widget.Send(ctx, session.MakerLangChosen{Lang: lang})
		}),
		app.Elem("details").Class("for-teachers").Body(
			app.Elem("summary").Text(text("maker.for_teachers")),
			d.words(session.AimField, text("maker.aim"), 1),
			d.number(session.MinutesField, text("maker.minutes"), minutes(d.Draft)),
			app.P().Class("hint").Text(text("maker.for_teachers_hint")),
		),
	)
}

// minutes is how long an activity takes, as its box shows it.
func minutes(a *experiment.Activity) string {
	if a.Minutes == 0 {
		return ""
	}
	return strconv.Itoa(a.Minutes)
}

// oneLanguage is the menu's value for words of no named language: go-app drops an empty
// option value.
const oneLanguage = "one"

// steps is the list of the steps, and what can be done with the one that is edited.
func (d *Dialog) steps() app.UI {
	text := i18n.For(d.Lang).Text
	count := len(d.Draft.Steps)
	return app.Div().Class("step-list").Body(
		app.Elem("ol").Aria("label", text("maker.steps")).Body(
			app.Range(d.Draft.Steps).Slice(func(i int) app.UI {
				step := app.Button().Type("button").Dir("auto").Text(d.stepName(i)).OnClick(widget.Sends(session.MakerStepChosen{Step: i}))
				if i == d.Step {
					step = step.Aria("current", "step")
				}
				return app.Elem("li").Body(step)
			}),
		),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Text(text("maker.add")).OnClick(widget.Sends(session.MakerStepAdded{})),
			app.Button().Type("button").Class("quiet").Disabled(d.Step == 0).Text(text("maker.earlier")).OnClick(widget.Sends(session.MakerStepMoved{})),
			app.Button().Type("button").Class("quiet").Disabled(d.Step == count-1).Text(text("maker.later")).OnClick(widget.Sends(session.MakerStepMoved{Later: true})),
			app.Button().Type("button").Class("quiet").Text(text("maker.double")).OnClick(widget.Sends(session.MakerStepAdded{Double: true})),
			app.Button().Type("button").Class("quiet").Disabled(count == 1).Text(text("maker.remove")).OnClick(widget.Sends(session.MakerStepRemoved{})),
		),
	)
}

// shortName is how many characters of a step's words the list shows.
const shortName = 28

// stepName names a step by its number and its first words.
func (d *Dialog) stepName(i int) string {
	step := d.Draft.Steps[i]
	name := i18n.For(d.Lang).Text("maker.step", "number", strconv.Itoa(i+1))
	for _, words := range []experiment.Words{step.Title, step.Ask.Question, step.Text} {
		said := strings.Join(strings.Fields(words.In(d.Writes)), " ")
		if said == "" {
			continue
		}
		if utf8.RuneCountInString(said) > shortName {
			said = string([]rune(said)[:shortName]) + "…"
		}
		return name + " · " + said
	}
	return name
}

// says is what the step says.
func (d *Dialog) says() app.UI {
	text := i18n.For(d.Lang).Text
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("maker.says")),
		d.words(session.TitleField, text("maker.step_title"), 1),
		d.words(session.TextField, text("maker.text"), 3),
		d.words(session.FeedbackField, text("maker.feedback"), 1),
		d.text(session.CodeField, text("maker.code"), d.Draft.Steps[d.Step].Code, "", experiment.MaxTitle, 1),
		app.P().Class("hint").Text(text("maker.rooms")),
	)
}
