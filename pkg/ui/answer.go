package ui

import (
	"cmp"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// answer shows what the model says for one place, as model.predict does.
type answer struct {
	app.Compo

	Lang string
	// Place are the fields of its numbers, one for each input.
	Place []placeField
	// Answer is what it answers, "" where that is not known; Outputs are those of each
	// class, where the answer is the highest one's.
	Answer, Outputs string
	Locked          bool
}

// placeField is the field of one number of a place: its property, what the input is
// called, and its text.
type placeField struct {
	Key, Letter string
	Draft       session.Draft
}

// placeFields returns the fields of a place, whose numbers have keys by their inputs.
func placeFields(s session.Session, key func(e experiment.Experiment, input int) string) []placeField {
	fields := make([]placeField, max(s.Experiment.Inputs, 1))
	for input := range fields {
		k := key(s.Experiment, input)
		fields[input] = placeField{k, session.Axis(input).Letter(s.Experiment.Inputs), s.Setting(k)}
	}
	return fields
}

func newAnswer(lang string, s session.Session) *answer {
	a := &answer{Lang: lang, Place: placeFields(s, experiment.PredictKey), Locked: s.Experiment.Locks(experiment.PredictionPart)}
	outputs := s.OutputsAt(s.Shown().Params, s.Experiment.Predict)
	if outputs.Rows != 1 {
		return a
	}
	a.Answer = predicted(s.Experiment, s.Experiment.AnswersOf(outputs)[0])
	if s.Experiment.NamesClass() {
		var values []string
		for _, v := range outputs.Data {
			values = append(values, format.Digits(float64(v), 4))
		}
		a.Outputs = strings.Join(values, "  ")
	}
	return a
}

// predicted writes what a model answers: a quantity in six digits, or the number of a class.
func predicted(e experiment.Experiment, y float64) string {
	if e.NamesClass() {
		return format.Plain(y)
	}
	return format.Significant(y, 6)
}

func (a *answer) Render() app.UI {
	text := i18n.For(a.Lang).Text
	return app.Elem("section").Class("answer").Aria("label", text("prediction.title")).Body(
		app.Range(a.Place).Slice(func(i int) app.UI {
			field := a.Place[i]
			return settingField(a.Lang, field.Key, text("prediction.input", "name", field.Letter), field.Draft, a.Locked)
		}),
		reading("prediction", text("prediction.output"), cmp.Or(a.Answer, "–")),
		app.If(a.Outputs != "", func() app.UI {
			return app.P().Class("outputs numbers").Text(text("prediction.outputs", "values", a.Outputs))
		}),
	)
}
