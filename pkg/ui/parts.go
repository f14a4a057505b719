package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/fitchart"
	"firstneuron/pkg/ui/network"
	"firstneuron/pkg/ui/planechart"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// place is where the page has a view. Within a place the views are in the order of
// experiment.Parts.
type place int

const (
	drawer  place = iota // in the panel that the part names
	model                // on the stage, beside the chart
	graph                // the chart itself
	numbers              // on its other side
	running              // in the run bar, below
)

// view makes a component that shows a session.
type view func(lang string, s session.Session) app.Composer

// placed is a view of a part and its place.
type placed struct {
	place place
	view
}

// views are the views of the parts, by their keys. The part "share" has none: it is
// the button at the top.
var views = map[string][]placed{
	experiment.DataPart:       {{drawer, composer(newDataPanel)}},
	experiment.FeaturesPart:   {{drawer, composer(newFeatures)}},
	experiment.FitPart:        {{graph, dataChart}},
	experiment.NetworkPart:    {{model, composer(network.New)}},
	experiment.SetupPart:      {{drawer, composer(newSetup)}},
	experiment.ExplorePart:    {{drawer, composer(newExplorePanel)}},
	experiment.PredictionPart: {{numbers, composer(newAnswer)}, {drawer, composer(newQueries)}},
	experiment.ModelPart:      {{drawer, composer(newModelPanel)}},
	experiment.LossPart:       {{numbers, composer(newGuessLoss)}, {numbers, composer(newVerdict)}, {running, composer(newLossStrip)}},
	experiment.SurfacePart:    {{numbers, composer(newSurfacePanel)}},
	experiment.CodePart:       {{drawer, composer(newCodePanel)}},
	experiment.ConsolePart:    {{drawer, composer(newConsoleLog)}},
}

// composer makes the constructor of one component that of any.
func composer[T app.Composer](component func(string, session.Session) T) view {
	return func(lang string, s session.Session) app.Composer { return component(lang, s) }
}

// dataChart is the chart of the data: over one input, or the plane of two.
func dataChart(lang string, s session.Session) app.Composer {
	if s.Experiment.Inputs > 1 {
		return planechart.New(lang, s)
	}
	return fitchart.New(lang, s)
}

// at returns the views in a place of the stage that are not hidden.
func at(p place, lang string, s session.Session) []app.UI {
	return draw(lang, s, func(_ experiment.Part, v placed) bool { return v.place == p })
}

// in returns the views in a panel that are not hidden.
func in(panel, lang string, s session.Session) []app.UI {
	return draw(lang, s, func(part experiment.Part, v placed) bool { return v.place == drawer && part.Panel == panel })
}

// draw returns the wanted views, each in a place of its own, also when it is hidden.
func draw(lang string, s session.Session, wanted func(experiment.Part, placed) bool) []app.UI {
	var drawn []app.UI
	for _, part := range experiment.Parts {
		for _, v := range views[part.Key] {
			if wanted(part, v) {
				drawn = append(drawn, app.If(!s.Experiment.Hides(part.Key), func() app.UI { return v.view(lang, s) }))
			}
		}
	}
	return drawn
}

// shownViews returns what makes the views that a session shows.
func shownViews(s session.Session) []view {
	var shown []view
	for _, part := range experiment.Parts {
		for _, v := range views[part.Key] {
			if !s.Experiment.Hides(part.Key) && (v.place != drawer || s.Shows(part.Panel)) {
				shown = append(shown, v.view)
			}
		}
	}
	return shown
}
