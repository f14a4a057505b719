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

// prediction shows the model's output for one x, as model.predict does, and for a
// list of others.
type prediction struct {
	app.Compo

	Lang   string
	X      session.Draft
	Y      float64
	Known  bool
	More   []askedRow
	Locked bool
}

// askedRow is one more x with the model's answer and, where the learner has
// given it, the true y.
type askedRow struct {
	X, Truth session.Draft
	Y        float64
	// Error is prediction − y, where Known.
	Error float64
	Known bool
}

func newPrediction(lang string, s session.Session) *prediction {
	p := &prediction{Lang: lang, X: s.Setting("predict"), Locked: s.Experiment.Locks(experiment.PredictionPart)}
	asked := s.Experiment.Queries
	xs := []float64{s.Experiment.Predict}
	for _, q := range asked {
		xs = append(xs, q.X)
	}
	ys := s.Predict(xs...)
	if p.Known = len(ys) == len(xs); !p.Known {
		return p
	}
	p.Y = ys[0]
	for i, q := range asked {
		p.More = append(p.More, askedRow{
			X: s.Setting(experiment.QueryKey(i + 1)), Truth: s.Setting(experiment.TruthKey(i + 1)),
			Y: ys[i+1], Error: ys[i+1] - q.Y, Known: q.Known,
		})
	}
	return p
}

func (p *prediction) Render() app.UI {
	text := i18n.For(p.Lang).Text
	value := "–"
	if p.Known {
		value = format.Significant(p.Y, 6)
	}
	return app.Elem("section").Class("panel prediction").Aria("labelledby", "prediction-title").Body(
		app.Elem("h2").ID("prediction-title").Text(text("prediction.title")),
		app.Div().Class("asked").Body(
			settingField(p.Lang, "predict", text("prediction.x"), p.X, p.Locked),
			reading("prediction", text("prediction.output"), value),
		),
		app.Div().Class("view").Body(app.If(len(p.More) > 0, p.table)),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(p.Locked || len(p.More) >= experiment.MaxQueries).Text(text("prediction.add")).
				OnClick(widget.Sends(session.QueryAdded{})),
		),
	)
}

// table is the xs with their outputs.
func (p *prediction) table() app.UI {
	text := i18n.For(p.Lang).Text
	names := []string{"x", text("prediction.output"), text("prediction.truth"), text("prediction.error")}
	return app.Elem("table").Class("asked-table numbers").Aria("label", text("prediction.table")).Body(
		app.Elem("thead").Body(app.Elem("tr").Body(
			app.Range(names).Slice(func(i int) app.UI { return app.Elem("th").Attr("scope", "col").Text(names[i]) }),
			app.Elem("th").Body(app.Elem("span").Class("visually-hidden").Text(text("data.actions"))),
		)),
		app.Elem("tbody").Body(app.Range(p.More).Slice(func(i int) app.UI { return p.row(i+1, p.More[i]) })),
	)
}

func (p *prediction) row(number int, row askedRow) app.UI {
	text := i18n.For(p.Lang).Text
	n := strconv.Itoa(number)
	difference := ""
	if row.Known {
		difference = format.Significant(row.Error, 3)
	}
	return app.Elem("tr").Class("asked-row").Body(
		p.box(experiment.QueryKey(number), text("prediction.x_of", "number", n), row.X),
		app.Elem("td").Text(format.Significant(row.Y, 6)),
		p.box(experiment.TruthKey(number), text("prediction.truth_of", "number", n), row.Truth),
		app.Elem("td").Text(difference),
		app.Elem("td").Body(app.Button().Type("button").Class("icon").Disabled(p.Locked).Text("×").
			Aria("label", text("prediction.remove", "number", n)).
			OnClick(widget.Sends(session.QueryRemoved{Number: number}))),
	)
}

func (p *prediction) box(key, name string, draft session.Draft) app.UI {
	id, message := settingID(key), widget.ProblemText(p.Lang, draft.Problem)
	return app.Elem("td").Body(
		&widget.TextBox{ID: id, Target: settingTarget{Key: key}, Name: name, Text: draft.Text, Error: message, Locked: p.Locked},
		widget.ErrorText(id, message),
	)
}
