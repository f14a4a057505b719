package widget

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestSlidersHaveSmallSteps: a step of 0 is none to the browser, which then
// takes steps of 1.
func TestSlidersHaveSmallSteps(t *testing.T) {
	got := app.HTMLString(&Slider{ID: "noise", Max: 0.000225, Step: 0.0000045, Value: 0.00002})
	for _, want := range []string{`step="0.0000045"`, `max="0.000225"`, `value="0.00002"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the slider is %s, want %s in it", got, want)
		}
	}
}
