package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// answer shows what the model says for one x, as model.predict does.
type answer struct {
	app.Compo

	Lang   string
	X      session.Draft
	Y      float64
	Known  bool
	Locked bool
}

func newAnswer(lang string, s session.Session) *answer {
	a := &answer{Lang: lang, X: s.Setting("predict"), Locked: s.Experiment.Locks(experiment.PredictionPart)}
	if ys := s.Predict(s.Experiment.Predict[0]); len(ys) == 1 {
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
		settingField(a.Lang, "predict", text("prediction.x"), a.X, a.Locked),
		reading("prediction", text("prediction.output"), value),
	)
}
