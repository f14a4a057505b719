package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// prediction asks the model about one x, as model.predict does.
type prediction struct {
	app.Compo

	Lang   string
	X      session.Draft
	Y      float64
	Known  bool
	Locked bool
}

func newPrediction(lang string, s session.Session) *prediction {
	p := &prediction{Lang: lang, X: s.Setting("predict"), Locked: s.Experiment.Locks("prediction")}
	if ys := s.Predict(s.Experiment.Predict); len(ys) == 1 {
		p.Y, p.Known = ys[0], true
	}
	return p
}

func (p *prediction) Render() app.UI {
	text := i18n.For(p.Lang).Text
	value := "–"
	if p.Known {
		value = format.Significant(p.Y, 6)
	}
	return app.Section().Class("panel prediction").Aria("labelledby", "prediction-title").Body(
		app.H2().ID("prediction-title").Text(text("prediction.title")),
		app.Div().Class("asked").Body(
			settingField(p.Lang, "predict", text("prediction.x"), p.X, p.Locked),
			reading("prediction", text("prediction.output"), value),
		),
	)
}
