package fitchart

import (
	"fmt"
	"regexp"
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
