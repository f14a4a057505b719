package widget

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ProblemText returns the message of a problem in a language, "" for no problem.
func ProblemText(lang string, problem *experiment.Problem) string {
	if problem == nil {
		return ""
	}
	pairs := make([]string, 0, 2*len(problem.Args))
	for name, value := range problem.Args {
		pairs = append(pairs, name, value)
	}
	text := i18n.For(lang).Text("problem."+problem.Code, pairs...)
	if problem.Step > 0 {
		text = i18n.For(lang).Text("problem.step", "step", strconv.Itoa(problem.Step)) + " " + text
	}
	if problem.Line > 0 {
		text = i18n.For(lang).Text("problem.place", "line", strconv.Itoa(problem.Line), "column", strconv.Itoa(problem.Column)) + " " + text
	}
	return text
}

// ErrorText shows the message of a box; its ID ties it to the box.
func ErrorText(id, message string) app.UI {
	return app.If(message != "", func() app.UI {
		return app.P().ID(id + "-error").Class("error").Text(message)
	})
}
