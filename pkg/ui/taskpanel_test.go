package ui

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestThePageKeepsTheAnswerToItself: while the author asks, no view tells what
// the exact line gives, nor which it is.
func TestThePageKeepsTheAnswerToItself(t *testing.T) {
	p := opened(t, "ask=What+will+it+answer%3F&w=0&b=0")
	p.do(session.LossPointed{Epoch: -1}) // lets the surface be drawn
	shown := func() string {
		return app.HTMLString(newExplorePanel("en", p.Session)) + app.HTMLString(newSurfacePanel("en", p.Session))
	}
	for _, answer := range []string{"exactly 19", "The minimum is at", "mark-least"} {
		if strings.Contains(shown(), answer) {
			t.Errorf("while the question waits the page says %q", answer)
		}
	}
	p.do(session.GuessTyped{Text: "12"}, session.GuessGiven{})
	for _, answer := range []string{"exactly 19", "The minimum is at", "mark-least"} {
		if !strings.Contains(shown(), answer) {
			t.Errorf("after the answer the page does not say %q", answer)
		}
	}
}
