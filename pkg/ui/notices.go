package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// notices say what could not be read in the link the page was opened with.
type notices struct {
	app.Compo

	Lang     string
	Problems []*experiment.Problem
}

func (n *notices) Render() app.UI {
	return app.Div().Class("notices").Role("alert").Body(
		app.Range(n.Problems).Slice(func(i int) app.UI {
			return app.P().Text(problemText(n.Lang, n.Problems[i]))
		}),
	)
}

// problemText is a learner's mistake in her language.
func problemText(lang string, problem *experiment.Problem) string {
	if problem == nil {
		return ""
	}
	pairs := make([]string, 0, 2*len(problem.Args))
	for name, value := range problem.Args {
		pairs = append(pairs, name, value)
	}
	text := i18n.For(lang).Text("problem."+problem.Code, pairs...)
	if problem.Line > 0 {
		text = i18n.For(lang).Text("problem.place", "line", strconv.Itoa(problem.Line), "column", strconv.Itoa(problem.Column)) + " " + text
	}
	return text
}
