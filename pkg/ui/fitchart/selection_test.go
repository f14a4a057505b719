package fitchart

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestHintsPromiseWhatCanBeDone: no first guess to drag where there is none or
// it is locked, and no point where the points are.
func TestHintsPromiseWhatCanBeDone(t *testing.T) {
	for _, test := range []struct {
		fragment      string
		points, guess bool
	}{
		{"w=0&b=0", true, true},
		{"w=0&b=0&lock=model", true, false},
		{"w=0&b=0&lock=data", false, true},
		{"w=0&b=0&lock=data,model", false, false},
		{"layers=8:tanh,1", true, false},
	} {
		for lang, words := range map[string][2]string{
			"en": {"Drag a point", "Drag the first guess"},
			"ko": {"점을 끌어", "첫 추측을 끌어"},
		} {
			fit := New(lang, session.New(test.fragment))
			fit.drawFrame()
			hint := app.HTMLString(fit.selection())
			if strings.Contains(hint, words[0]) != test.points || strings.Contains(hint, words[1]) != test.guess {
				t.Errorf("%s, %s: below the chart stands %s", test.fragment, lang, hint)
			}
		}
	}
}
