package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/fitchart"
	"firstneuron/pkg/ui/network"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// column is where the page has a part's panel. Within a column the parts are in
// the order of experiment.Parts.
type column int

const (
	first    column = iota // by itself, before the others
	top                    // above the run's controls
	controls               // within them
	centre                 // below them
	side
	workbench
)

// view makes a component that shows a session.
type view func(lang string, s session.Session) app.Composer

// panel is the view of a part and its place.
type panel struct {
	column column
	view
}

// panels are the panels of the parts, by their keys. The part "share" has none:
// it is the button in the masthead.
var panels = map[string]panel{
	experiment.DataPart:       {first, composer(newDataPanel)},
	experiment.FitPart:        {top, composer(fitchart.New)},
	experiment.NetworkPart:    {side, composer(network.New)},
	experiment.SetupPart:      {controls, composer(newSetup)},
	experiment.ExplorePart:    {centre, composer(newExplorePanel)},
	experiment.PredictionPart: {side, composer(newPrediction)},
	experiment.ModelPart:      {side, composer(newModelPanel)},
	experiment.LossPart:       {side, composer(newLossPanel)},
	experiment.SurfacePart:    {side, composer(newSurfacePanel)},
	experiment.CodePart:       {workbench, composer(newCodePanel)},
	experiment.ConsolePart:    {workbench, composer(newConsoleLog)},
}

// composer makes the constructor of one component that of any.
func composer[T app.Composer](component func(string, session.Session) T) view {
	return func(lang string, s session.Session) app.Composer { return component(lang, s) }
}

// partsIn returns the panels of a column that are not hidden.
func partsIn(c column, lang string, s session.Session) []app.UI {
	var views []app.UI
	for _, part := range experiment.Parts {
		if panel, ok := panels[part.Key]; ok && panel.column == c {
			views = append(views, app.If(!s.Experiment.Hides(part.Key), func() app.UI { return panel.view(lang, s) }))
		}
	}
	return views
}

// shownViews returns what makes the views of all parts that are not hidden.
func shownViews(e experiment.Experiment) []view {
	var views []view
	for _, part := range experiment.Parts {
		if panel, ok := panels[part.Key]; ok && !e.Hides(part.Key) {
			views = append(views, panel.view)
		}
	}
	return views
}
