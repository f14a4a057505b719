package ui

import (
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// answerID is the box of the answer to a step's question.
	answerID = "answer"
	// stepTitleID is the title of a step, which has the focus when it is entered.
	stepTitleID = "step-title"
	// nextID leads to the next step.
	nextID = "step-next"
)

// story shows the step of an activity that the learner is at: what it says, what it
// asks, what is to be reached, and the way on. An author's words are text, whatever
// they look like.
func story(lang string, s session.Session) app.UI {
	step, _ := s.StepNow()
	filled := func(words experiment.Words) string { return s.Filled(words.In(lang), format.Short, format.ShortLine) }
	// What the author says once everything is answered and reached; of a question that
	// cannot be answered wrongly, once it is answered.
	feedback := ""
	if s.StepDone() {
		feedback = filled(step.Feedback)
	}
	return app.Elem("section").Class("step").Aria("labelledby", stepTitleID).Body(
		app.Div().Class("step-words").Body(
			app.Elem("h2").ID(stepTitleID).TabIndex(-1).Dir("auto").Text(stepTitle(lang, s)),
			withTerms(lang, filled(step.Text)),
			app.Elem("code").Class("step-code").Text(step.Code),
		),
		app.Div().Class("step-tasks").Body(
			app.Div().Class("step-ask").Body(app.If(step.Ask.Asks(), func() app.UI { return stepAsk(lang, s, step.Ask, feedback != "") })),
			app.Div().Class("goals").Body(app.If(len(step.Goals) > 0, func() app.UI { return stepGoals(lang, s, step) })),
			app.Div().Body(app.If(len(step.Button) > 0, func() app.UI {
				return app.Button().Type("button").Disabled(s.Run.Phase == session.Running || s.AwaitingAnswer()).
					Text(filled(step.Button)).OnClick(widget.Sends(session.StepButtonPressed{}))
			})),
			app.Div().Body(app.If(s.Experiment.Present, func() app.UI { return classBox(lang, s) })),
			app.P().Class("step-feedback").Role("status").Dir("auto").Text(feedback),
		),
		stepNav(lang, s),
	)
}

// stepTitle is the title of the step, else that of the activity.
func stepTitle(lang string, s session.Session) string {
	step, _ := s.StepNow()
	for _, words := range []experiment.Words{step.Title, s.ActivityNow().Title} {
		if title := words.In(lang); title != "" {
			return title
		}
	}
	return i18n.For(lang).Text("task.title")
}

// withTerms is a text with its terms underlined, each with a line that shows when the
// pointer or the focus is on it. They are one stop of the Tab key.
func withTerms(lang, words string) app.UI {
	text := i18n.For(lang).Text
	var drawn []app.UI
	first := true
	for i, p := range pieces(lang, words) {
		if p.Term == "" {
			drawn = append(drawn, app.Span().Text(p.Text))
			continue
		}
		stop, id := -1, "term-"+strconv.Itoa(i)
		if first {
			stop, first = 0, false
		}
		drawn = append(drawn,
			app.Span().Class("term").Role("button").TabIndex(stop).Aria("describedby", id).Text(p.Text),
			app.Span().ID(id).Class("term-line").Role("tooltip").Text(text("term."+p.Term+".line")),
		)
	}
	return app.P().Class("step-text").Dir("auto").OnKeyDown(onTermKey).Body(drawn...)
}

// onTermKey goes along the terms, and Escape hides the line.
func onTermKey(_ app.Context, e app.Event) {
	steps := map[string]int{"ArrowRight": 1, "ArrowDown": 1, "ArrowLeft": -1, "ArrowUp": -1}[dom.Key(e).Name]
	if dom.Key(e).Name == "Escape" {
		dom.Focused().Call("blur")
		return
	}
	if steps == 0 {
		return
	}
	e.PreventDefault()
	dom.FocusAlong(".step-text .term", steps)
}

// stepAsk is the question of the step and what it is answered with.
func stepAsk(lang string, s session.Session, ask experiment.Ask, told bool) app.UI {
	text := i18n.For(lang).Text
	record := s.Challenge.Way.RecordOf(s.Challenge.Way.Step)
	return app.Div().Class("asked").Body(
		app.P().ID("step-question").Class("author-text").Dir("auto").Text(ask.Question.In(lang)),
		app.Div().Class("answers").Body(
			app.If(ask.Kind == experiment.ChoiceAsk, func() app.UI { return choices(lang, ask, record) }).
				Else(func() app.UI { return answerBox(lang, s, ask) }),
		),
		app.P().Class("step-reply").Role("status").Dir("auto").Text(reply(text, lang, ask, record, told)),
	)
}

// answerBox takes a number. A mark is put on the chart, or typed here.
func answerBox(lang string, s session.Session, ask experiment.Ask) app.UI {
	text := i18n.For(lang).Text
	typed := s.Challenge.Way.Typed
	message := widget.ProblemText(lang, typed.Problem)
	label := text("step.number")
	if ask.Kind == experiment.MarkAsk {
		label = text("step.mark")
	}
	return app.Div().Class("guess").On("keydown", onAnswerKey).Body(
		app.Div().Class("field").Body(
			app.Elem("label").Attr("for", answerID).Text(label),
			&widget.TextBox{ID: answerID, Target: answerTarget{}, Text: typed.Text, Error: message},
			widget.ErrorText(answerID, message),
		),
		app.Button().Type("button").Text(text("task.answer")).OnClick(onAnswer),
	)
}

// classBox takes the guesses that a class calls out, which are marks on the chart.
func classBox(lang string, s session.Session) app.UI {
	const id = "class-guesses"
	return app.Div().Class("field").Class("class-guesses").Body(
		app.Elem("label").Attr("for", id).Text(i18n.For(lang).Text("step.class")),
		&widget.TextBox{ID: id, Target: classTarget{}, Text: s.Class, Rows: 1},
	)
}

// classTarget are the guesses of a class.
type classTarget struct{}

func (classTarget) Typed(text string) session.Msg { return session.ClassTyped{Text: text} }

func (classTarget) Left() session.Msg { return nil }

// answerTarget is the answer to the question of the step.
type answerTarget struct{}

func (answerTarget) Typed(text string) session.Msg { return session.AnswerTyped{Text: text} }

func (answerTarget) Left() session.Msg { return nil }

func onAnswerKey(ctx app.Context, e app.Event) {
	if dom.Key(e).Name == "Enter" && dom.Target(e).Get("id").Text() == answerID {
		e.PreventDefault()
		onAnswer(ctx, e)
	}
}

func onAnswer(ctx app.Context, _ app.Event) { widget.Send(ctx, session.AnswerGiven{}) }

// choices are buttons, the chosen one pressed.
func choices(lang string, ask experiment.Ask, record session.StepRecord) app.UI {
	return app.Div().Class("choices").Role("group").Aria("labelledby", "step-question").Body(
		app.Range(ask.Choices).Slice(func(i int) app.UI {
			pressed := "false"
			if record.Answered && record.Answer == float64(i+1) {
				pressed = "true"
			}
			return app.Button().Type("button").Aria("pressed", pressed).Dir("auto").Text(ask.Choices[i].In(lang)).
				OnClick(widget.Sends(session.ChoiceMade{Number: i + 1}))
		}),
	)
}

// reply says how the last answer was, unless the author's feedback has told it.
func reply(text func(string, ...string) string, lang string, ask experiment.Ask, record session.StepRecord, told bool) string {
	if !record.Answered || !ask.Checked {
		return ""
	}
	if ask.Accepts(record.Answer) {
		if told {
			return "" // the author says so
		}
		return text("step.right")
	}
	if wrong := ask.Wrong.In(lang); wrong != "" {
		return wrong
	}
	return text("step.wrong")
}

// stepGoals lists what is to be reached, and marks what is.
func stepGoals(lang string, s session.Session, step experiment.ActivityStep) app.UI {
	text := i18n.For(lang).Text
	record := s.Challenge.Way.RecordOf(s.Challenge.Way.Step)
	return app.Elem("ul").Aria("label", text("task.goals")).Body(
		app.Range(step.Goals).Slice(func(i int) app.UI {
			class, state := "goal", text("task.open")
			if record.Reached[i] {
				class, state = "goal reached", text("task.reached")
			}
			return app.Elem("li").Class(class).Body(
				app.Elem("span").Text(goalText(lang, step.Goals[i])),
				app.Elem("span").Class("visually-hidden").Text(" – "+state),
			)
		}),
	)
}

// stepNav leads through the steps.
func stepNav(lang string, s session.Session) app.UI {
	text := i18n.For(lang).Text
	count, at := len(s.ActivityNow().Steps), s.Challenge.Way.Step
	last := at == count-1
	dots := make([]app.UI, 0, count)
	for i := range count {
		class := "dot"
		switch {
		case i == at:
			class = "dot now"
		case i <= s.Challenge.Way.Furthest:
			class = "dot seen"
		}
		dots = append(dots, app.Span().Class(class))
	}
	next := app.Button().ID(nextID).Type("button").Class(nextClass(s)).Disabled(!s.CanGoOn()).Text(text("step.next")).
		OnClick(widget.Sends(session.StepEntered{}))
	if last {
		next = app.Button().ID(nextID).Type("button").Class(nextClass(s)).Disabled(!s.CanGoOn()).Text(text("step.done")).
			OnClick(widget.Sends(session.TourLeft{}))
	}
	return app.Elem("nav").Class("step-nav").Aria("label", text("step.steps")).Body(
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Class("quiet").Disabled(at == 0).Text(text("step.back")).OnClick(widget.Sends(session.StepEntered{Back: true})),
			app.Div().Body(app.If(!last || s.CanLeave(), func() app.UI { return next })),
		),
		app.Div().Class("dots").Role("img").Aria("label", text("step.place", "number", strconv.Itoa(at+1), "count", strconv.Itoa(count))).Body(dots...),
		app.Div().Class("step-end").Body(app.If(s.CanLeave() && !last, func() app.UI {
			return app.Button().Type("button").Class("quiet").Text(text("step.skip")).OnClick(widget.Scoped(onSkip, "skip"))
		}).ElseIf(!s.CanLeave() && last && slices.ContainsFunc(s.ActivityNow().Steps, func(step experiment.ActivityStep) bool { return step.Points() > 0 }), func() app.UI {
			return app.P().Class("score").Role("status").Text(text("task.score", "score", experiment.FormatNumber(s.Score())))
		})),
	)
}

// nextClass makes the way on the first thing to see once the step is done.
func nextClass(s session.Session) string {
	if s.CanGoOn() && s.StepDone() {
		return "primary"
	}
	return ""
}

func onSkip(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.TourLeft{})
	widget.Refocus(ctx, trainID)
}
