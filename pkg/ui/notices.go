package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// notices lists the parts of the link that could not be read.
type notices struct {
	app.Compo

	Lang     string
	Problems []*experiment.Problem
}

func (n *notices) Render() app.UI {
	return app.Div().Class("notices").Role("alert").Body(
		app.Range(n.Problems).Slice(func(i int) app.UI {
			return app.P().Text(widget.ProblemText(n.Lang, n.Problems[i]))
		}),
	)
}
