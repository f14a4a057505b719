package fitchart

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestKeysAreTold: whoever comes to the chart by keys is told what they do; a selected
// point or handle has buttons in their place.
func TestKeysAreTold(t *testing.T) {
	for lang, words := range map[string]string{"en": "Arrow keys move", "ko": "화살표 키"} {
		s := session.New("w=0&b=0")
		fit := New(lang, s)
		fit.drawFrame()
		if foot := app.HTMLString(fit.selection()); !strings.Contains(foot, words) {
			t.Errorf("%s: at the foot of the chart stands %s", lang, foot)
		}
		s, _ = session.Update(s, session.HandlePicked{Handle: session.BiasHandle})
		fit = New(lang, s)
		fit.drawFrame()
		if foot := app.HTMLString(fit.selection()); strings.Contains(foot, words) || strings.Count(foot, "<button") != 3 {
			t.Errorf("%s: with a handle selected there stands %s", lang, foot)
		}
	}
}

// TestChartIsOneStop: the Tab key goes to one of its points and handles, the one that
// was used last.
func TestChartIsOneStop(t *testing.T) {
	for fragment, want := range map[string]int{"": 1, "layers=4:tanh,1": 1, "data=": 1, "lock=model": 1} {
		s := session.New(fragment)
		for _, m := range []session.Msg{session.PointHighlighted{}, session.PointHighlighted{Row: 3}, session.PointPicked{Row: 5}} {
			s, _ = session.Update(s, m)
			fit := New("en", s)
			html := app.HTMLString(fit)
			if got := strings.Count(html, `tabindex="0"`); got != want {
				t.Errorf("%q after %T: %d stops on the chart, want %d", fragment, m, got, want)
			}
		}
	}
}

// TestTheAnswerIsToldWhereverItIs: on the line where the axis reaches it, and by an
// arrow at the edge where it does not.
func TestTheAnswerIsToldWhereverItIs(t *testing.T) {
	for fragment, want := range map[string]string{
		"w=2&b=-1": "mark-predict", "w=10&b=-10": "mark-edge", "w=-10&b=-10": "mark-edge", "w=1e12&b=0": "mark-edge",
	} {
		html := app.HTMLString(New("en", session.New(fragment)))
		for _, mark := range []string{"mark-predict", "mark-edge"} {
			if strings.Contains(html, mark) != (mark == want) {
				t.Errorf("%s: %s is drawn is %v", fragment, mark, mark != want)
			}
		}
	}
}

// TestSquaresAreDrawnForWhatIsTheirMean: and for no other loss.
func TestSquaresAreDrawnForWhatIsTheirMean(t *testing.T) {
	for fragment, squares := range map[string]int{"w=10&b=-10": 6, "w=10&b=-10&loss=mean_absolute_error": 0, "w=10&b=-10&validation=0.5": 3} {
		html := app.HTMLString(New("en", session.New(fragment)))
		if got := strings.Count(html, "mark-square"); got != squares {
			t.Errorf("%s: %d squares, want %d", fragment, got, squares)
		}
	}
}
