package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// runMore is what trains beside the run bar's buttons.
type runMore struct {
	app.Compo

	Lang string
	// Shown is the epoch that is shown, Trained the latest.
	Shown, Trained          int
	Running, AwaitingAnswer bool
	AutoTrain               bool
}

const liveID = "live"

func newRunMore(lang string, s session.Session) *runMore {
	return &runMore{
		Lang: lang, Shown: s.Shown().Epoch, Trained: s.Run.Timeline.Last().Epoch, Running: s.Run.Phase == session.Running,
		AwaitingAnswer: s.AwaitingAnswer(), AutoTrain: s.AutoTrains(),
	}
}

func (b *runMore) Render() app.UI {
	text := i18n.For(b.Lang).Text
	return app.Elem("section").Class("panel run-more").Aria("label", text("run.more_title")).Body(
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(b.Running || b.Trained == 0 || b.AwaitingAnswer).Text(text("run.more")).
				OnClick(widget.Sends(session.TrainMorePressed{})),
			app.Button().Type("button").Disabled(b.Running || b.Shown == b.Trained).Text(text("timeline.continue")).
				OnClick(widget.Sends(session.ContinuePressed{})),
		),
		widget.Checkbox(liveID, text("run.live"), b.AutoTrain, false, func(ctx app.Context, on bool) {
			widget.Send(ctx, session.AutoTrainChosen{On: on})
		}),
	)
}
