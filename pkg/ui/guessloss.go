package ui

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// guessLoss shows the loss of the weights in sight, and the least one that the learner
// has reached by hand.
type guessLoss struct {
	app.Compo

	Lang       string
	Loss, Best float64
	// Known and Guessed say whether there are these two.
	Known, Guessed bool
	// Next is the epoch that logs this loss, 0 where none does: Keras logs the mean over
	// the batches, each before its update.
	Next int
}

func newGuessLoss(lang string, s session.Session) *guessLoss {
	g := &guessLoss{Lang: lang}
	if epoch := s.Shown().Epoch; epoch > 0 && s.Experiment.Batch >= len(s.Experiment.Points)-s.Experiment.ValidationPoints() {
		g.Next = epoch + 1
	}
	g.Loss, g.Known = s.GuessLoss()
	g.Best, g.Guessed = s.OwnBest()
	return g
}

func (g *guessLoss) Render() app.UI {
	text := i18n.For(g.Lang).Text
	value, more, exact := "–", "", ""
	if g.Known {
		value, exact = format.Short(g.Loss), format.Significant(g.Loss, 9)
	}
	if g.Next > 0 {
		more = text("guess.next", "next", strconv.Itoa(g.Next))
	}
	if g.Guessed {
		more = text("guess.best", "loss", format.Short(g.Best))
	}
	return app.Elem("section").Class("guess-loss").Aria("label", text("guess.title")).Body(
		app.Div().Title(exact).Body(reading("guess-loss", text("guess.loss"), value)),
		app.P().Class("hint").Text(more),
	)
}
