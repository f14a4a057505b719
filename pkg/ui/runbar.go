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

// runBar starts and stops the training and says where it stands.
type runBar struct {
	app.Compo

	Lang  string
	Phase session.Phase
	// Epoch is the one that is shown, Trained the latest.
	Epoch, Trained int
	Goal           int
	Loss           float64
	// Validation and Metric are texts such as "val_loss 0.1234", "" for none.
	Validation, Metric string
	Problem            *experiment.Problem
	AutoTrain          bool
	// Moving is set while the learner moves through the epochs: a screen reader
	// then reads the slider instead of the status.
	Moving bool
	// Autopsy is the diagnosis of a training that diverged.
	Autopsy  session.Diagnosis
	Diverged bool
	// Asking is set while training waits for the learner's prediction.
	AwaitingAnswer bool
	// Lowers, Standardizes and Undoes say which remedies can be applied.
	Lowers, Standardizes, Undoes bool
}

const (
	trainID = "train"
	liveID  = "live"
)

// newRunBar is the run bar of a session.
func newRunBar(lang string, s session.Session) *runBar {
	shown := s.Shown()
	b := &runBar{
		Lang: lang, Phase: s.Run.Phase, Epoch: shown.Epoch, Trained: s.Run.Timeline.Last().Epoch, Goal: s.Run.Goal,
		Loss: shown.Loss, Problem: s.Run.Problem, AutoTrain: s.AutoTrains(), Moving: s.Cursor >= 0,
	}
	if shown.Validated {
		b.Validation = "val_loss " + format.Loss(shown.Validation)
	}
	if shown.Measured {
		b.Metric = s.Run.Metric() + " " + format.Loss(shown.Metric)
	}
	b.Autopsy, b.Diverged = s.Diagnosis()
	if b.Diverged {
		b.Lowers, b.Standardizes = s.CanFix(session.LowerRate), s.CanFix(session.StandardizeX)
		b.Undoes = s.CanFix(session.UndoLast)
	}
	b.AwaitingAnswer = s.AwaitingAnswer()
	return b
}

func (b *runBar) Render() app.UI {
	text := i18n.For(b.Lang).Text
	running := b.Phase == session.Running
	live := "polite"
	if running || b.Moving {
		live = "off" // a screen reader cannot follow sixty changes a second
	}
	return app.Div().Class("run").Body(
		app.Div().Class("buttons").Role("group").Aria("label", text("run.title")).Body(
			b.trainButton(),
			app.Button().Type("button").Disabled(running || b.Trained == 0 || b.AwaitingAnswer).Text(text("run.more")).
				OnClick(widget.Sends(session.TrainMorePressed{})),
			app.Button().Type("button").Disabled(running || b.AwaitingAnswer).Text(text("run.step")).
				OnClick(widget.Sends(session.StepPressed{})),
			app.Button().Type("button").Disabled(!running && b.Trained == 0).Text(text("run.reset")).
				OnClick(widget.Sends(session.ResetPressed{})),
			b.live(),
		),
		app.P().Class("status").Role("status").Aria("live", live).
			Aria("label", text("run.status")).Text(b.status()),
		app.P().Class("extra").Body(
			app.Elem("span").Text(b.Validation),
			app.Elem("span").Text(b.Metric),
		),
		app.Elem("progress").Class("progress").Aria("label", text("run.progress")).
			Attr("max", strconv.Itoa(max(b.Goal, 1))).Attr("value", strconv.Itoa(b.Epoch)),
		app.P().Class("problem").Role("alert").Text(widget.ProblemText(b.Lang, b.Problem)),
		app.Div().Class("autopsy").Body(app.If(b.Diverged, func() app.UI {
			return &autopsy{Lang: b.Lang, Autopsy: b.Autopsy, Lowers: b.Lowers, Standardizes: b.Standardizes, Undoes: b.Undoes}
		})),
	)
}

// trainButton is one button with two meanings, so that the focus stays where
// the learner's finger is.
func (b *runBar) trainButton() app.UI {
	text := i18n.For(b.Lang).Text
	if b.Phase == session.Running {
		return app.Button().ID(trainID).Type("button").Class("primary").Disabled(false).Text(text("run.pause")).
			OnClick(widget.Sends(session.PausePressed{}))
	}
	return app.Button().ID(trainID).Type("button").Class("primary").Disabled(b.AwaitingAnswer).Text(text("run.train")).
		OnClick(widget.Sends(session.TrainPressed{}))
}

// live is the switch that makes every edit train again.
func (b *runBar) live() app.UI {
	return widget.Checkbox(liveID, i18n.For(b.Lang).Text("run.live"), b.AutoTrain, false, func(ctx app.Context, on bool) {
		widget.Send(ctx, session.AutoTrainChosen{On: on})
	})
}

func (b *runBar) status() string {
	text := i18n.For(b.Lang).Text
	if b.Epoch == 0 {
		if b.Trained > 0 {
			return text("status.first", "goal", strconv.Itoa(max(b.Goal, b.Trained)))
		}
		if b.Phase == session.Running {
			return text("status.starting")
		}
		return text("status.untrained")
	}
	return text("status.epoch",
		"epoch", strconv.Itoa(b.Epoch),
		"goal", strconv.Itoa(max(b.Goal, b.Epoch)),
		"loss", format.Loss(b.Loss))
}
