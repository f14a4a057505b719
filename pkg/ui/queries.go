package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// queries are more places to predict, beside the one on the stage, each with the true y
// where the learner has given it.
type queries struct {
	app.Compo

	Lang string
	// Letters are what the inputs are called.
	Letters []string
	Asked   []askedRow
	Known   bool
	Locked  bool
}

// askedRow is one more place with the model's answer and, where the learner has
// given it, the true y.
type askedRow struct {
	Place []placeField
	Truth session.Draft
	// Answer is what the model answers, Error how far that is from the true y: "" where
	// none is given, or where both are classes.
	Answer, Error string
}

func newQueries(lang string, s session.Session) *queries {
	p := &queries{Lang: lang, Locked: s.Experiment.Locks(experiment.PredictionPart)}
	asked := s.Experiment.Queries
	for input := range max(s.Experiment.Inputs, 1) {
		p.Letters = append(p.Letters, session.Axis(input).Letter(s.Experiment.Inputs))
	}
	var places []experiment.Place
	for _, q := range asked {
		places = append(places, q.X)
	}
	ys := s.PredictAt(s.Shown().Params, places...)
	if p.Known = len(ys) == len(places); !p.Known {
		return p
	}
	for i, q := range asked {
		difference := ""
		if q.Known && !s.Experiment.NamesClass() {
			difference = format.Significant(ys[i]-q.Y, 3)
		}
		p.Asked = append(p.Asked, askedRow{
			Place:  placeFields(s, func(e experiment.Experiment, input int) string { return experiment.QueryInputKey(e, i+1, input) }),
			Truth:  s.Setting(experiment.TruthKey(i + 1)),
			Answer: predicted(s.Experiment, ys[i]), Error: difference,
		})
	}
	return p
}

func (p *queries) Render() app.UI {
	text := i18n.For(p.Lang).Text
	return app.Elem("section").Class("panel queries").Aria("labelledby", "queries-title").Body(
		app.Elem("h2").ID("queries-title").Text(text("prediction.more")),
		app.Div().Class("view").Body(app.If(len(p.Asked) > 0, p.table)),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(p.Locked || len(p.Asked) >= experiment.MaxQueries).Text(text("prediction.add")).
				OnClick(widget.Sends(session.QueryAdded{})),
		),
	)
}

// table is the places with their outputs.
func (p *queries) table() app.UI {
	text := i18n.For(p.Lang).Text
	names := append(append([]string(nil), p.Letters...), text("prediction.output"), text("prediction.truth"), text("prediction.error"))
	return app.Elem("table").Class("asked-table numbers").Aria("label", text("prediction.table")).Body(
		app.Elem("thead").Body(app.Elem("tr").Body(
			app.Range(names).Slice(func(i int) app.UI { return app.Elem("th").Attr("scope", "col").Text(names[i]) }),
			app.Elem("th").Body(app.Elem("span").Class("visually-hidden").Text(text("data.actions"))),
		)),
		app.Elem("tbody").Body(app.Range(p.Asked).Slice(func(i int) app.UI { return p.row(i+1, p.Asked[i]) })),
	)
}

func (p *queries) row(number int, row askedRow) app.UI {
	text := i18n.For(p.Lang).Text
	n := strconv.Itoa(number)
	return app.Elem("tr").Class("asked-row").Body(
		app.Range(row.Place).Slice(func(i int) app.UI {
			field := row.Place[i]
			return p.box(field.Key, text("prediction.input_of", "name", field.Letter, "number", n), field.Draft)
		}),
		app.Elem("td").Text(row.Answer),
		p.box(experiment.TruthKey(number), text("prediction.truth_of", "number", n), row.Truth),
		app.Elem("td").Text(row.Error),
		app.Elem("td").Body(app.Button().Type("button").Class("icon").Disabled(p.Locked).Text("×").
			Aria("label", text("prediction.remove", "number", n)).
			OnClick(widget.Sends(session.QueryRemoved{Number: number}))),
	)
}

func (p *queries) box(key, name string, draft session.Draft) app.UI {
	id, message := settingID(key), widget.ProblemText(p.Lang, draft.Problem)
	return app.Elem("td").Body(
		&widget.TextBox{ID: id, Target: settingTarget{Key: key}, Name: name, Text: draft.Text, Error: message, Locked: p.Locked},
		widget.ErrorText(id, message),
	)
}
