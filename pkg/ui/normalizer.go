package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// normalizer is the choice whether the model normalizes what it is fed with, and by what
// it does.
type normalizer struct {
	On      bool
	Columns []session.NormalizedColumn
}

func normalizerOf(s session.Session) normalizer {
	return normalizer{On: s.Experiment.Normalize, Columns: s.NormalizedColumns()}
}

// controls are the checkbox, and below it what it does, in numbers once it does.
func (n normalizer) controls(lang string, locked bool) app.UI {
	text := i18n.For(lang).Text
	hints := []string{text("data.normalize_hint")}
	if len(n.Columns) > 0 {
		hints = nil
	}
	for _, c := range n.Columns {
		hints = append(hints, text("data.normalized", "name", c.Label, "mean", shortNumber(c.Mean), "deviation", shortNumber(c.Deviation)))
	}
	return app.Div().Class("options").Body(
		widget.Checkbox(settingID(experiment.NormalizeKey), text("data.normalize"), n.On, locked, sendsFlag(experiment.NormalizeKey)),
		app.Div().Body(app.Range(hints).Slice(func(i int) app.UI { return app.P().Class("hint").Text(hints[i]) })),
	)
}
