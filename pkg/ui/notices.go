package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// notices lists the parts of the link that could not be read and what a reload would
// lose, and offers to go on with what an earlier page had.
type notices struct {
	app.Compo

	Lang     string
	Problems []*experiment.Problem
	// Offers is set when an earlier page had more than the link says.
	Offers bool
}

func newNotices(lang string, s session.Session) *notices {
	return &notices{Lang: lang, Problems: s.Told(), Offers: s.Offer != nil}
}

func (n *notices) Render() app.UI {
	text := i18n.For(n.Lang).Text
	return app.Div().Body(
		app.Div().Class("notices").Role("alert").Body(
			app.Range(n.Problems).Slice(func(i int) app.UI {
				return app.P().Text(widget.ProblemText(n.Lang, n.Problems[i]))
			}),
		),
		app.Div().Role("status").Aria("label", text("kept.title")).Body(app.If(n.Offers, func() app.UI {
			return app.Div().Class("offer").Body(
				app.P().Text(text("kept.offer")),
				app.Div().Class("buttons").Body(
					app.Button().Type("button").Class("primary").Text(text("kept.take")).OnClick(widget.Sends(session.SnapshotTaken{})),
					app.Button().Type("button").Text(text("kept.leave")).OnClick(widget.Sends(session.SnapshotLeft{})),
				),
			)
		})),
	)
}
