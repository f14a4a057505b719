package ui

import (
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
	Place  []placeField
	Y      float64
	Known  bool
	Locked bool
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
	if ys := s.PredictAt(s.Shown().Params, s.Experiment.Predict); len(ys) == 1 {
		a.Y, a.Known = ys[0], true
	}
	return a
}

func (a *answer) Render() app.UI {
	text := i18n.For(a.Lang).Text
	value := "–"
	if a.Known {
		value = format.Significant(a.Y, 6)
	}
	return app.Elem("section").Class("answer").Aria("label", text("prediction.title")).Body(
		app.Range(a.Place).Slice(func(i int) app.UI {
			field := a.Place[i]
			return settingField(a.Lang, field.Key, text("prediction.input", "name", field.Letter), field.Draft, a.Locked)
		}),
		reading("prediction", text("prediction.output"), value),
	)
}
