package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// runBar starts and stops the training, and goes back.
type runBar struct {
	app.Compo

	Lang  string
	Phase session.Phase
	// Trained is the latest epoch.
	Trained int
	// Plays is set while the first training is shown.
	Plays bool
	// AwaitingAnswer is set while training waits for the learner's prediction.
	AwaitingAnswer   bool
	CanUndo, CanRedo bool
}

const trainID = "train"

func newRunBar(lang string, s session.Session) *runBar {
	return &runBar{
		Lang: lang, Phase: s.Run.Phase, Trained: s.Run.Timeline.Last().Epoch, Plays: s.Playback.First,
		AwaitingAnswer: s.AwaitingAnswer(), CanUndo: s.CanUndo(), CanRedo: len(s.Future) > 0,
	}
}

func (b *runBar) Render() app.UI {
	text := i18n.For(b.Lang).Text
	running := b.Phase == session.Running
	icon := func(sign, name string, disabled bool, m session.Msg) app.UI {
		return app.Button().Type("button").Class("icon").Aria("label", name).Title(name).Disabled(disabled).Text(sign).OnClick(widget.Sends(m))
	}
	return app.Div().Class("buttons run-buttons").Role("group").Aria("label", text("run.title")).Body(
		b.trainButton(),
		app.Button().Type("button").Class("quiet").Disabled(running || b.AwaitingAnswer).Text(text("run.step")).
			OnClick(widget.Sends(session.StepPressed{})),
		icon("↺", text("run.reset"), !running && b.Trained == 0, session.ResetPressed{}),
		icon("↶", text("data.undo"), !b.CanUndo, session.UndoPressed{}),
		icon("↷", text("data.redo"), !b.CanRedo, session.RedoPressed{}),
	)
}

// trainButton is one button with three meanings, so that the focus stays where the
// learner's finger is.
func (b *runBar) trainButton() app.UI {
	text := i18n.For(b.Lang).Text
	button := app.Button().ID(trainID).Type("button").Class("primary")
	switch {
	case b.Phase == session.Running:
		return button.Disabled(false).Text(text("run.pause")).OnClick(widget.Sends(session.PausePressed{}))
	case b.Plays:
		return button.Disabled(false).Text(text("run.skip")).OnClick(widget.Sends(session.SkipPressed{}))
	}
	return button.Disabled(b.AwaitingAnswer).Text(text("run.train")).OnClick(widget.Scoped(onTrain, "train"))
}

func onTrain(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.TrainPressed{Still: dom.ReducedMotion()})
}
