package ui

import (
	"cmp"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// taskPanel is what the author asks and tells, and how far the learner is. The
// author's words are text, whatever they look like.
func taskPanel(lang string, s session.Session) app.UI {
	text := i18n.For(lang).Text
	task := s.Experiment.Task
	if !s.Completed() {
		task.Feedback = ""
	}
	return app.Elem("section").Class("panel task").Aria("labelledby", "task-title").Body(
		app.Elem("h2").ID("task-title").Dir("auto").Text(cmp.Or(task.Title, text("task.title"))),
		app.P().Class("author-text").Dir("auto").Text(task.Text),
		app.Div().Class("ask").Body(
			app.P().ID("task-ask").Class("author-text").Dir("auto").Text(task.Question),
			app.If(s.AwaitingAnswer(), func() app.UI { return question(lang, s) }),
			app.P().Class("compared").Text(compared(lang, s)),
		),
		app.Div().Body(app.If(len(task.Goals) > 0, func() app.UI { return goals(lang, s) })),
		app.P().Class("author-text feedback").Role("status").Dir("auto").Text(task.Feedback),
	)
}

const guessID = "guess"

// question is the box for the answer to the author's question.
func question(lang string, s session.Session) app.UI {
	text := i18n.For(lang).Text
	message := widget.ProblemText(lang, s.Challenge.Guess.Problem)
	return app.Div().Class("guess").On("keydown", onGuessKey).Body(
		app.Div().Class("field").Body(
			app.Elem("label").Attr("for", guessID).Text(text("task.guess")),
			&widget.TextBox{ID: guessID, Target: guessTarget{}, Text: s.Challenge.Guess.Text, Error: message},
			widget.ErrorText(guessID, message),
		),
		app.Button().Type("button").Text(text("task.answer")).OnClick(onGuess),
		app.P().Class("hint").Text(text("task.wait")),
	)
}

// guessTarget is the learner's guess.
type guessTarget struct{}

func (guessTarget) Typed(text string) session.Msg { return session.GuessTyped{Text: text} }

func (guessTarget) Left() session.Msg { return nil }

// onGuessKey is Enter in the box. There is no form: a sandboxed frame may not
// have one.
func onGuessKey(ctx app.Context, e app.Event) {
	if dom.Key(e).Name == "Enter" && dom.Target(e).Get("id").Text() == guessID {
		e.PreventDefault()
		onGuess(ctx, e)
	}
}

func onGuess(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.GuessGiven{})
	widget.Refocus(ctx, trainID)
}

// compared returns the learner's guess beside the model's output, once there is one.
func compared(lang string, s session.Session) string {
	text := i18n.For(lang).Text
	if s.Experiment.Question == "" || s.AwaitingAnswer() {
		return ""
	}
	guess := format.Plain(s.Challenge.Answer)
	if ys := s.PredictAt(s.Shown().Params, s.Experiment.Predict); len(ys) == 1 && s.Shown().Epoch > 0 {
		return text("task.compare", "guess", guess, "x", placeText(s.Experiment.Predict, s.Experiment.Inputs), "y", predicted(s.Experiment, ys[0]))
	}
	return text("task.answered", "guess", guess)
}

// goals lists the author's goals and marks those that are reached.
func goals(lang string, s session.Session) app.UI {
	text := i18n.For(lang).Text
	return app.Div().Class("goals").Body(
		app.Elem("ul").Aria("label", text("task.goals")).Body(
			app.Range(s.Experiment.Goals).Slice(func(i int) app.UI {
				goal := s.Experiment.Goals[i]
				class, state := "goal", text("task.open")
				if s.HasReached(goal) {
					class, state = "goal reached", text("task.reached")
				}
				return app.Elem("li").Class(class).Body(
					app.Elem("span").Text(goalText(lang, goal)),
					app.Elem("span").Class("visually-hidden").Text(" – "+state),
				)
			}),
		),
		app.P().Class("score").Role("status").Text(text("task.score", "score", experiment.FormatNumber(s.Score()))),
	)
}

// goalText returns a goal in words.
func goalText(lang string, goal experiment.Goal) string {
	number := experiment.FormatNumber
	message := "task." + string(goal.Kind)
	if goal.Kind == experiment.GuessGoal {
		message = "task.guess_goal"
	}
	if goal.Within > 0 && (goal.Kind == experiment.LossGoal || goal.Kind == experiment.AccuracyGoal || goal.Kind == experiment.ValidationGoal) {
		message += "_within"
	}
	return i18n.For(lang).Text(message, "loss", number(goal.Loss), "epochs", strconv.Itoa(goal.Within),
		"accuracy", number(100*goal.Accuracy), "x", placeText(goal.X, inputsOf(goal.X)), "y", number(goal.Y), "tolerance", number(goal.Tolerance))
}

// placeText writes a place for reading: its numbers with commas between.
func placeText(place experiment.Place, inputs int) string {
	texts := make([]string, max(inputs, 1))
	for i := range texts {
		texts[i] = format.Plain(place[i])
	}
	return strings.Join(texts, ", ")
}

// inputsOf is how many numbers of a place are worth writing: all up to the last that is
// not 0, since a goal does not know how many inputs there are.
func inputsOf(place experiment.Place) int {
	inputs := len(place)
	for inputs > 1 && place[inputs-1] == 0 {
		inputs--
	}
	return inputs
}
