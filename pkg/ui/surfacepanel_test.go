package ui

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

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

// TestPathOnTheSurfaceIsThinned: the first steps, which are the longest, are all
// drawn, and the path ends at the epoch shown.
func TestPathOnTheSurfaceIsThinned(t *testing.T) {
	p := &surfacePanel{Slice: session.Slice{I: 0, J: 1}}
	for _, test := range []struct{ epochs, until int }{{0, 0}, {30, 30}, {30, 7}, {2000, 2000}, {100_000, 100_000}, {100_000, 54_321}} {
		path := p.path(timelineOf(test.epochs), test.until)
		for i := range min(50, test.until) {
			if want := (weightPair{float64(i), -float64(i)}); path[i] != want {
				t.Fatalf("of %d epochs place %d is %v, want %v", test.epochs, i, path[i], want)
			}
		}
		if last := path[len(path)-1]; last.X != float64(test.until) {
			t.Errorf("of %d epochs up to %d the path ends at epoch %v", test.epochs, test.until, last.X)
		}
		if most := 2*maxPath + 52; len(path) > most {
			t.Errorf("of %d epochs %d are drawn, want no more than %d", test.epochs, len(path), most)
		}
	}
}

// timelineOf is a timeline of so many epochs after epoch 0.
func timelineOf(epochs int) session.Timeline {
	records := []session.Record{{Params: []float32{0, 0}}}
	for i := 1; i <= epochs; i++ {
		records = append(records, session.Record{Epoch: i, Loss: 1 / float64(i), Params: []float32{float32(i), -float32(i)}})
	}
	return session.NewTimeline(records...)
}

// TestTheHeatIsPaintedOnceForEachSurface: none before there is one, the same one for
// every picture of a surface, another for another.
func TestTheHeatIsPaintedOnceForEachSurface(t *testing.T) {
	p := newSurfacePanel("en", session.New("layers=4:tanh,1"))
	p.Render()
	if p.heats != 0 {
		t.Errorf("before there is a surface the canvas is told of %d", p.heats)
	}
	trained := opened(t, "", session.TrainPressed{})
	p = newSurfacePanel("en", trained.Session)
	for range 2 {
		p.Render()
	}
	if p.heats != 1 || p.paint.heat != p.heat || len(p.paint.Pixels(dom.Value{})) != 4*session.SurfaceSize*session.SurfaceSize {
		t.Errorf("two pictures of a surface tell the canvas of %d, want one, with its colours", p.heats)
	}
	trained.do(session.PointMoved{Row: 6, X: 4, Y: 9})
	trained.do(session.TrainPressed{})
	p.Surface = trained.Surface
	p.Render()
	if p.heats != 2 || p.paint.heat != p.heat {
		t.Errorf("another surface makes it %d, want 2", p.heats)
	}
}
