package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/planechart"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// explorePanel opens the views that explain a training: one of its steps, the reason
// for its result, the results of other initial weights, a comparison of runs.
type explorePanel struct {
	app.Compo

	Lang       string
	Step       *stepView
	Why        *whyView
	MultiStart *multiStartView
	Sight      *planechart.Sight
	// Layered is set where a layer has two units that can be looked at over the plane.
	Layered bool
	Runs    *runsView
	Exact   string // the exact answer, "" where there is none
	// Explains is set where the answer can be explained, or why there is none.
	Explains   bool
	CanSaveRun bool
	// AwaitingAnswer is set while the page waits for the learner's prediction.
	AwaitingAnswer bool
}

const keepRunID = "keep-run"

func newExplorePanel(lang string, s session.Session) *explorePanel {
	e := &explorePanel{Lang: lang, CanSaveRun: s.CanSaveRun(), AwaitingAnswer: s.AwaitingAnswer()}
	_, exact := s.ExactAnswer()
	e.Explains = exact || s.Undecided() || s.WhyOpen
	if exact, ok := s.ExactAnswer(); ok && !e.AwaitingAnswer { // whose answer it may be
		e.Exact = shortNumber(exact)
	}
	if s.StepTrace.Open {
		e.Step = newStepView(lang, s)
	}
	if s.WhyOpen {
		explanation, known := s.Explain()
		e.Why = &whyView{
			Lang: lang, Explanation: explanation, Known: known, Undecided: s.Undecided(), Epoch: s.Shown().Epoch,
			Points: drawnPoints(s.Experiment), Running: s.Run.Phase == session.Running,
		}
	}
	if s.MultiStart.Open {
		e.MultiStart = &multiStartView{
			Lang: lang, Tried: len(s.MultiStart.Tried), Diverged: s.MultiStart.Diverged, Done: s.MultiStart.Done,
			Predictions: s.StartAnswers(), Place: askedPlace(s.Experiment),
		}
		if s.Experiment.NamesClass() {
			e.MultiStart.Classes = s.Experiment.Outputs()
		}
	}
	e.Layered, e.Sight = len(s.SightLayers()) > 0, planechart.NewSight(lang, s)
	if len(s.SavedRuns) > 0 {
		e.Runs = newRunsView(lang, s)
	}
	return e
}

func (e *explorePanel) Render() app.UI {
	text := i18n.For(e.Lang).Text
	why := text("why.ask")
	if e.Exact != "" {
		why = text("why.ask_exact", "exact", e.Exact)
	}
	toggle := func(label, region string, open bool, m session.Msg) app.UI {
		expanded := "false"
		if open {
			expanded = "true"
		}
		return app.Button().Type("button").Aria("expanded", expanded).Aria("controls", region).Disabled(e.AwaitingAnswer).Text(label).
			OnClick(widget.Sends(m))
	}
	return app.Elem("section").Class("panel explore").Aria("labelledby", "explore-title").Body(
		app.Elem("h2").ID("explore-title").Text(text("explore.title")),
		app.Div().Class("buttons").Body(
			toggle(text("walk.title"), "walk", e.Step != nil, session.StepTraceOpened{Open: e.Step == nil}),
			app.If(e.Explains, func() app.UI {
				return toggle(why, "why", e.Why != nil, session.WhyOpened{Open: e.Why == nil})
			}),
			toggle(text("starts.try"), "starts", e.MultiStart != nil, session.MultiStartOpened{Open: e.MultiStart == nil}),
			app.If(e.Layered, func() app.UI {
				return toggle(text("sight.title"), "sight", e.Sight != nil, session.LayerSightOpened{Open: e.Sight == nil})
			}),
			app.Button().ID(keepRunID).Type("button").Disabled(!e.CanSaveRun).Text(text("runs.keep")).OnClick(widget.Sends(session.RunSaved{})),
		),
		// Each in a place of its own, also when closed: go-app compares by place.
		app.Div().ID("walk").Class("view").Body(app.If(e.Step != nil, func() app.UI { return e.Step })),
		app.Div().ID("why").Class("view").Body(app.If(e.Why != nil, func() app.UI { return e.Why })),
		app.Div().ID("starts").Class("view").Body(app.If(e.MultiStart != nil, func() app.UI { return e.MultiStart })),
		app.Div().ID("sight").Class("view").Body(app.If(e.Sight != nil, func() app.UI { return e.Sight })),
		app.Div().ID("runs").Class("view").Body(app.If(e.Runs != nil, func() app.UI { return e.Runs })),
	)
}
