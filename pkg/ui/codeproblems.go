package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// codeProblems says how far the program is read, and lists its problems: the line, the message in Keras's
// words and in the learner's language, and a button that fixes it.
type codeProblems struct {
	app.Compo

	Lang string
	// State is how far the program is read.
	State    session.CodeState
	Problems []*script.Problem
	Locked   bool
}

// maxProblems is how many problems are shown; fixing some reveals the rest.
const maxProblems = 20

func (c *codeProblems) Render() app.UI {
	text := i18n.For(c.Lang).Text
	shown := c.Problems[:min(len(c.Problems), maxProblems)]
	return app.Div().ID(codeProblemsID).Class("code-problems").Aria("live", "polite").Body(
		app.If(c.State == session.CodeWaits, func() app.UI {
			return app.Div().Class("note").Body(app.P().Text(text("code.reading")))
		}).ElseIf(c.State == session.CodeStuck, func() app.UI {
			return app.Div().Class("wrong").Body(
				app.P().Text(widget.ProblemText(c.Lang, experiment.NewProblem(script.CodeLacking))),
				app.Button().Type("button").Text(text("code.try_again")).OnClick(widget.Sends(session.ReaderWanted{})),
			)
		}),
		app.Range(shown).Slice(func(i int) app.UI {
			p := shown[i]
			class := "note"
			switch p.Severity {
			case script.Mistake:
				class = "mistake"
			case script.Wrong:
				class = "wrong"
			}
			return app.Div().Class(class).Body(
				app.P().Text(widget.ProblemText(c.Lang, p.Detail)),
				app.Div().Body(app.If(p.Keras != "", func() app.UI {
					return app.P().Class("said").Body(
						app.Elem("span").Text(text("code.said")+" "),
						app.Elem("code").Lang(i18n.English).Attr("translate", "no").Text(p.Keras),
					)
				})),
				app.Div().Body(app.If(len(p.Fix) > 0 && !c.Locked, func() app.UI {
					return app.Button().Type("button").Text(text("code.fix", "line", strconv.Itoa(p.Detail.Line))).
						OnClick(widget.Sends(session.CodeFixed{Problem: i}))
				})),
			)
		}),
	)
}
