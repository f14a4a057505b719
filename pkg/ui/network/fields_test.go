package network

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestUnitsHaveTheirFields: features bear their names, each unit is a button and has
// what it gives over the plane, and the chosen point runs through.
func TestUnitsHaveTheirFields(t *testing.T) {
	s := session.New("set=circle:0.97800:0:40&layers=4:tanh,2:relu,1:tanh&features=x1,x2,x1x2&play=0")
	p := New("en", s)
	html := app.HTMLString(p.Render())
	for _, want := range []string{"x1·x2", "Unit 1 of layer 1", "Unit 4 of layer 1", "Unit 2 of layer 2", "Unit 1 of layer 3"} {
		if !strings.Contains(html, want) {
			t.Errorf("the picture has no %q", want)
		}
	}
	if strings.Contains(html, "NaN") {
		t.Errorf("there is no number in %s", html)
	}
	if len(p.fields.painters) != 7 {
		t.Fatalf("%d units have a field, want 7", len(p.fields.painters))
	}
	at := 0
	for layer, units := range []int{4, 2, 1} {
		for unit := range units {
			got, place, _ := p.fields.painters[at].Field.At(2, -3)
			want := s.LayersAt(experiment.Place(place))[layer].Row(0)[unit]
			if fmt.Sprint(got[0]) != fmt.Sprint(want) {
				t.Errorf("unit %d of layer %d has %v at %v, want %v", unit+1, layer+1, got[0], place, want)
			}
			at++
		}
	}
	last := s.Experiment.Points[39]
	if p.Answer.Point != 40 || len(p.Answer.Inputs) != 3 || float32(p.Answer.Inputs[2]) != float32(last.X[0]*last.X[1]) {
		t.Errorf("point 40 runs through as %+v", p.Answer)
	}
}

// TestOneUnitOfTwoInputs, and one of a single feature of them, are nets of one unit with
// a field; one of one input stays a neuron.
func TestOneUnitOfTwoInputs(t *testing.T) {
	for link, buttons := range map[string]int{"set=gauss:1:0:40&layers=1:tanh": 1, "set=gauss:1:0:40&layers=1:tanh&features=x1x2": 1, "w=0&b=0": 0, "layers=3:tanh,1": 0} {
		p := New("en", session.New(link))
		html := app.HTMLString(p.Render())
		if got := strings.Count(html, `id="unit-`); got != buttons || len(p.fields.painters) != buttons {
			t.Errorf("%s: %d units are buttons, %d have a field, want %d", link, got, len(p.fields.painters), buttons)
		}
	}
}

// TestOutputsOfClassesAreEachTheirOwn: every unit of the last layer has its own number, and
// one class has no distance from another.
func TestOutputsOfClassesAreEachTheirOwn(t *testing.T) {
	for _, link := range []string{"set=rings:1:10:60&classes=3&layers=4:tanh,3:softmax&play=0", "xs=1,2,3&ys=0,1,2&classes=3&layers=4:tanh,3:softmax"} {
		s := session.New(link)
		p := New("en", s)
		html := app.HTMLString(p.Render())
		outputs := s.OutputsAt(s.Shown().Params, s.Experiment.Points[len(s.Experiment.Points)-1].X).Data
		for _, v := range outputs {
			if want := format.Digits(float64(v), 2); !strings.Contains(html, want) {
				t.Errorf("%s: the picture has no output %s", link, want)
			}
		}
		if got := p.Answer.Got; got != float64(slices.Index(outputs, slices.Max(outputs))) {
			t.Errorf("%s: the point becomes %v of %v", link, got, outputs)
		}
		if strings.Contains(app.HTMLString(p.value()), "error") {
			t.Errorf("%s: classes have an error", link)
		}
	}
}

// TestCloseOutputsHaveNoNumbers: names and numbers of outputs that have no room are left
// out, rather than drawn on one another.
func TestCloseOutputsHaveNoNumbers(t *testing.T) {
	const link = "set=rings:1:10:60&classes=3&layers=4:tanh,3:softmax&play=0"
	for size, want := range map[[2]float64]int{{172, 100}: 0, {330, 330}: 3} {
		names := 0
		for _, label := range drawn(t, link, size[0], size[1]).draw().Labels {
			if label.Text == "ŷ" {
				names++
			}
		}
		if names != want {
			t.Errorf("at %v %d outputs have a name, want %d", size, names, want)
		}
	}
}
