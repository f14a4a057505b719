package fitchart

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestHandlesStandBetweenTheirEnds: a slider that does not say its ends goes
// from 0 to 100.
func TestHandlesStandBetweenTheirEnds(t *testing.T) {
	attribute := regexp.MustCompile(`aria-value(min|max|now)="([^"]*)"`)
	for _, fragment := range []string{
		"w=0&b=0", "w=10&b=-10", "w=-400&b=3000", "w=0&b=0&xs=-5,-4,-3&ys=1,2,3&predict=-4", "w=1e12&b=-1e12",
	} {
		p := New("en", session.New(fragment))
		p.drawFrame()
		found := attribute.FindAllStringSubmatch(app.HTMLString(p.guess()), -1)
		if len(found) != 2*3 {
			t.Fatalf("%s: %d values on the two handles, want three on each", fragment, len(found))
		}
		for _, handle := range [][][]string{found[:3], found[3:]} {
			values := map[string]float64{}
			for _, a := range handle {
				var v float64
				if _, err := fmt.Sscan(a[2], &v); err != nil {
					t.Fatalf("%s: %s: %v", fragment, a[0], err)
				}
				values[a[1]] = v
			}
			if !(values["min"] < values["max"]) || values["now"] < values["min"] || values["now"] > values["max"] {
				t.Errorf("%s: a handle is at %v between %v and %v", fragment, values["now"], values["min"], values["max"])
			}
		}
	}
}

// TestHandlesOfANormalizedNeuron: they are those of the line over x, and named so, and a
// pull at one draws the line through the pointer.
func TestHandlesOfANormalizedNeuron(t *testing.T) {
	s := session.New("xs=10,20,30,40&ys=1,2,3,4&norm=1&w=2&b=1")
	p := New("en", s)
	p.drawFrame()
	html := app.HTMLString(p.guess())
	for _, want := range []string{"First guess: slope", "First guess: height at x = 0", "y = 0.1789 x − 3.4721"} {
		if !strings.Contains(html, want) {
			t.Errorf("the handles have no %q: %s", want, html)
		}
	}
	pulled := p.pulled(session.WeightHandle, 3)
	s, _ = session.Update(s, session.LineDrawn{Line: pulled})
	x := p.handleX(session.WeightHandle)
	if got := s.Predict(x); len(got) != 1 || math.Abs(got[0]-3) > 0.05 {
		t.Errorf("the line that is pulled to 3 at %v is at %v there", x, got)
	}
	if again := New("en", s).Guess; math.Abs(again.W-pulled.W) > 1e-6 || math.Abs(again.B-pulled.B) > 1e-5 {
		t.Errorf("the chart then draws %v, want %v", again, pulled)
	}
}
