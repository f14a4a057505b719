package ui

import (
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// features chooses what the model is fed with, of two inputs.
type features struct {
	app.Compo

	Lang string
	// Fed are the names of those that it is fed with.
	Fed    []string
	Locked bool
}

func newFeatures(lang string, s session.Session) *features {
	return &features{Lang: lang, Fed: s.Experiment.FeatureNames(), Locked: s.Experiment.Locks(experiment.FeaturesPart)}
}

func (f *features) Render() app.UI {
	text := i18n.For(f.Lang).Text
	all := dataset.Features()
	return app.Elem("section").Class("panel features").Body(
		app.Div().Role("group").Aria("labelledby", "features-title").Aria("describedby", "features-hint").Body(
			app.Elem("h2").ID("features-title").Text(text("features.title")),
			app.P().ID("features-hint").Class("hint").Text(text("features.hint")),
			app.Div().Class("checks").Body(app.Range(all).Slice(func(i int) app.UI {
				name := all[i].Name
				on := slices.Contains(f.Fed, name)
				return widget.Checkbox("feature-"+name, all[i].Label, on, f.Locked || on && len(f.Fed) == 1, func(ctx app.Context, on bool) {
					widget.Send(ctx, session.FeatureSwitched{Name: name, On: on})
				})
			})),
		),
	)
}
