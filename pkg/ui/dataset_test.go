package ui

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestControlsOfTwoInputsHaveTheirNames: what docs/page.md promises is there with two
// inputs, and but for the menu of sets not with one.
func TestControlsOfTwoInputsHaveTheirNames(t *testing.T) {
	drawn := func(fragment string) string {
		s := session.New(fragment)
		data, answer, asked := newDataPanel("en", s), newAnswer("en", s), newQueries("en", s)
		html := app.HTMLString(data.Render()) + app.HTMLString(answer.Render()) + app.HTMLString(asked.Render())
		if !s.Experiment.Hides("features") {
			html += app.HTMLString(newFeatures("en", s).Render())
		}
		return html
	}
	two := drawn("set=blobs:1:0:20:4&also=1;2")
	one := drawn("also=5")
	for _, name := range []string{
		">Noise<", ">Training part<", ">New data<", ">Task<", ">Classes<", ">Features<", ">x1·x2<", ">cos x2<",
		">x1 to predict<", ">x2 to predict<", "x2 of prediction 1", "x2 of point 1", ">Name of x2<",
	} {
		if !strings.Contains(two, name) {
			t.Errorf("with two inputs there is no %q", name)
		}
		if strings.Contains(one, name) {
			t.Errorf("with one input there is %q", name)
		}
	}
	for _, name := range []string{">Data set<", ">x to predict<", "x of point 1", ">Name of x<"} {
		if !strings.Contains(one, name) {
			t.Errorf("with one input there is no %q", name)
		}
	}
}
