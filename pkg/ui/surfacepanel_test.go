package ui

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestSurfaceIsToldInRoundNumbers: the ends of its axes are multiples of a
// step, and are written as such.
func TestSurfaceIsToldInRoundNumbers(t *testing.T) {
	ends := regexp.MustCompile(`from (\S+) to (\S+)[ ;]`)
	for _, fragment := range []string{
		"", "seed=2", "seed=3", "w=0&b=0", "w=0.5&b=0.2", "example=celsius", "example=houses", "layers=4:tanh,1",
		"xs=0,1,2&ys=0,0.0004,0.0009&w=0&b=0", "w=3e7&b=-2e9",
	} {
		p := opened(t, fragment, session.TrainPressed{})
		got := newSurfacePanel("en", p.Session).summary()
		axes := ends.FindAllStringSubmatch(got, -1)
		if len(axes) != 2 {
			t.Fatalf("%q: the surface is said to be %q, want two axes from an end to another", fragment, got)
		}
		for _, end := range slices.Concat(axes[0][1:], axes[1][1:]) {
			if digits := len(strings.Trim(strings.NewReplacer("−", "", ".", "", ";", "").Replace(end), "0")); digits > 4 {
				t.Errorf("%q: an axis ends at %s, want no more than 4 digits", fragment, end)
			}
		}
	}
}

// TestSurfacePromisesAStartWhereOneCanBeSet: a click sets the first guess of one
// neuron, unless the model is locked.
func TestSurfacePromisesAStartWhereOneCanBeSet(t *testing.T) {
	for fragment, want := range map[string]bool{
		"w=0&b=0": true, "w=0&b=0&lock=data": true, "w=0&b=0&lock=model": false, "w=0&b=0&lock=data,model": false, "layers=8:tanh,1": false,
	} {
		for lang, words := range map[string]string{"en": "start there", "ko": "거기서 시작"} {
			surface := app.HTMLString(newSurfacePanel(lang, session.New(fragment)))
			if strings.Contains(surface, words) != want {
				t.Errorf("%s, %s: the surface promises a start is %v, want %v", fragment, lang, !want, want)
			}
		}
	}
}
