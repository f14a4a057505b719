package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// taskPanel is what the author asks and tells, and how far the learner is. The
// author's words are text, whatever they look like.
type taskPanel struct {
	app.Compo

	Lang string
	// Title, Words, Ask and Feedback are the author's.
	Title, Words, Ask, Feedback string
	Goals                       []goalMark
	Score                       float64
	Completed                   bool

	Guess    session.Draft
	Asking   bool
	Answered bool
	Answer   float64
	// X and Y are the prediction to compare with, once Trained.
	X, Y    float64
	Trained bool
}

// goalMark is a goal in words, and whether it is reached.
type goalMark struct {
	Text    string
	Reached bool
}

func newTaskPanel(lang string, s session.Session) *taskPanel {
	e := s.Experiment
	t := &taskPanel{
		Lang: lang, Title: e.Title, Words: e.Text, Ask: e.Ask, Score: s.Score(), Completed: s.Completed(),
		Guess: s.Challenge.Guess, Asking: s.Asking(), Answered: s.Challenge.Answered, Answer: s.Challenge.Answer,
	}
	for _, goal := range e.Goals {
		t.Goals = append(t.Goals, goalMark{goalText(lang, goal), s.HasReached(goal)})
	}
	if t.Completed {
		t.Feedback = e.Feedback
	}
	if ys := s.Predict(e.Predict); t.Answered && len(ys) == 1 && s.Shown().Epoch > 0 {
		t.X, t.Y, t.Trained = e.Predict, ys[0], true
	}
	return t
}

// goalText is a goal in words.
func goalText(lang string, goal experiment.Goal) string {
	text, number := i18n.For(lang).Text, experiment.FormatNumber
	switch {
	case goal.Kind == experiment.LossGoal && goal.Within > 0:
		return text("task.loss_within", "loss", number(goal.Loss), "epochs", strconv.Itoa(goal.Within))
	case goal.Kind == experiment.LossGoal:
		return text("task.loss", "loss", number(goal.Loss))
	case goal.Kind == experiment.PredictGoal:
		return text("task.predict", "x", number(goal.X), "y", number(goal.Y), "tolerance", number(goal.Tolerance))
	}
	return text("task.diverge")
}

func (t *taskPanel) Render() app.UI {
	text := i18n.For(t.Lang).Text
	title := t.Title
	if title == "" {
		title = text("task.title")
	}
	return app.Section().Class("panel task").Aria("labelledby", "task-title").Body(
		app.H2().ID("task-title").Dir("auto").Text(title),
		app.P().Class("words").Dir("auto").Text(t.Words),
		app.Div().Class("ask").Body(app.If(t.Ask != "", t.question)),
		app.Div().Body(app.If(len(t.Goals) > 0, t.goals)),
		app.P().Class("words feedback").Role("status").Dir("auto").Text(t.Feedback),
	)
}

const guessID = "guess"

// question is the author's question, and the learner's answer.
func (t *taskPanel) question() app.UI {
	text := i18n.For(t.Lang).Text
	message := problemText(t.Lang, t.Guess.Problem)
	compare := text("task.answered", "guess", format.Plain(t.Answer))
	if t.Trained {
		compare = text("task.compare", "guess", format.Plain(t.Answer), "x", format.Plain(t.X), "y", format.Significant(t.Y, 6))
	}
	return app.Div().Body(
		app.P().ID("task-ask").Class("words").Dir("auto").Text(t.Ask),
		app.If(t.Asking, func() app.UI {
			return app.Div().Class("guess").On("keydown", t.onKey).Body(
				app.Div().Class("field").Body(
					app.Label().For(guessID).Text(text("task.guess")),
					&textBox{ID: guessID, Target: target{Guess: true}, Text: t.Guess.Text, Error: message},
					errorText(guessID, message),
				),
				app.Button().Type("button").Text(text("task.answer")).OnClick(sends(session.GuessGiven{})),
				app.P().Class("hint").Text(text("task.wait")),
			)
		}).Else(func() app.UI {
			return app.P().Class("compared").Text(compare)
		}),
	)
}

// onKey is Enter in the box. There is no form: a sandboxed frame may not have
// one.
func (t *taskPanel) onKey(ctx app.Context, e app.Event) {
	if e.Get("key").String() == "Enter" && e.Get("target").Get("id").String() == guessID {
		e.PreventDefault()
		send(ctx, session.GuessGiven{})
	}
}

func (t *taskPanel) goals() app.UI {
	text := i18n.For(t.Lang).Text
	return app.Div().Class("goals").Body(
		app.Ul().Aria("label", text("task.goals")).Body(
			app.Range(t.Goals).Slice(func(i int) app.UI {
				goal := t.Goals[i]
				class, state := "goal", text("task.open")
				if goal.Reached {
					class, state = "goal reached", text("task.reached")
				}
				return app.Li().Class(class).Body(
					app.Span().Text(goal.Text),
					app.Span().Class("unseen").Text(" – "+state),
				)
			}),
		),
		app.P().Class("score").Role("status").Text(text("task.score", "score", experiment.FormatNumber(t.Score))),
	)
}
