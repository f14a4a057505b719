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

// runState says where the training stands, and what is wrong.
type runState struct {
	app.Compo

	Lang  string
	Phase session.Phase
	// Epoch is the one that is shown, Trained the latest.
	Epoch, Trained, Goal int
	Loss                 float64
	// Validation and Metric are texts such as "val_loss 0.1234", "" for none.
	Validation, Metric string
	Problem            *experiment.Problem
	// Moving is set while the learner moves through the epochs: a screen reader
	// then reads the slider instead of the status.
	Moving bool
	// Diagnosis says why a training diverged.
	Diagnosis session.Diagnosis
	Diverged  bool
	// Lowers, Standardizes and Undoes say which remedies can be applied.
	Lowers, Standardizes, Undoes bool
}

func newRunState(lang string, s session.Session) *runState {
	shown := s.Shown()
	b := &runState{
		Lang: lang, Phase: s.Run.Phase, Epoch: shown.Epoch, Trained: s.Run.Timeline.Last().Epoch, Goal: s.Run.Goal,
		Loss: shown.Loss, Problem: s.Run.Problem, Moving: s.Cursor >= 0,
	}
	if shown.Validated {
		b.Validation = "val_loss " + format.Loss(shown.Validation)
	}
	if shown.Measured {
		b.Metric = s.Run.Metric() + " " + format.Loss(shown.Metric)
	}
	if s.Playback.First {
		b.Problem = nil // first it is seen
		return b
	}
	b.Diagnosis, b.Diverged = s.Diagnosis()
	if b.Diverged {
		b.Lowers, b.Standardizes = s.CanFix(session.LowerRate), s.CanFix(session.StandardizeX)
		b.Undoes = s.CanFix(session.UndoLast)
	}
	return b
}

func (b *runState) Render() app.UI {
	text := i18n.For(b.Lang).Text
	live := "polite"
	if b.Phase == session.Running || b.Moving {
		live = "off" // a screen reader cannot follow sixty changes a second
	}
	return app.Div().Class("run-state").Body(
		app.P().Class("status").Role("status").Aria("live", live).
			Aria("label", text("run.status")).Text(b.status()),
		app.P().Class("extra").Body(
			app.Elem("span").Text(b.Validation),
			app.Elem("span").Text(b.Metric),
		),
		app.P().Class("problem").Role("alert").Text(widget.ProblemText(b.Lang, b.Problem)),
		app.Div().Class("autopsy").Body(app.If(b.Diverged, func() app.UI {
			return &autopsy{Lang: b.Lang, Autopsy: b.Diagnosis, Lowers: b.Lowers, Standardizes: b.Standardizes, Undoes: b.Undoes}
		})),
	)
}

func (b *runState) status() string {
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
