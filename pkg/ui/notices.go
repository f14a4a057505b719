package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// notices lists the parts of the link that could not be read and what a reload would
// lose, and offers to go on with what an earlier page had, and a file that did not come.
type notices struct {
	app.Compo

	Lang     string
	Problems []*experiment.Problem
	// Offers is set when an earlier page had more than the link says.
	Offers bool
	// Withheld is a file that may not have come, Copied what was copied last.
	Withheld session.Withheld
	Copied   session.Copied
}

func newNotices(lang string, s session.Session) *notices {
	n := &notices{Lang: lang, Problems: s.Told(), Offers: s.Offer != nil}
	if !s.Share.Open { // the dialog shows it itself
		n.Withheld, n.Copied = s.Withheld, s.Copied
	}
	return n
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
		app.Div().Body(app.If(n.Withheld != (session.Withheld{}), func() app.UI {
			// In sight wherever the button is.
			return app.Div().Class("update-notice").Body(widget.Withheld(n.Lang, n.Withheld, n.Copied))
		})),
	)
}
