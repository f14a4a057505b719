package planechart

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestALayerPutsThePointsWhereItsUnitsSay: and between the last hidden layer of two units
// and the output the boundary is a straight line.
func TestALayerPutsThePointsWhereItsUnitsSay(t *testing.T) {
	s := trained(t, "set=xor:1:0:60&layers=4:tanh,2:tanh,1:tanh&lr=0.3&batch=10&epochs=60&play=0", session.LayerSightOpened{Open: true})
	v := NewSight("en", s)
	html := app.HTMLString(v.Render())
	if v.Layer != 2 || strings.Contains(html, "NaN") || strings.Contains(html, "Inf") {
		t.Fatalf("layer %d in %.300s", v.Layer, html)
	}
	e := s.Experiment
	points := v.points()
	for i, p := range e.Points {
		layers := s.LayersAt(p.X)
		want := layers[1].Row(0)
		if got := points[i]; math.Abs(got.X1-float64(want[0])) > 1e-6 || math.Abs(got.X2-float64(want[1])) > 1e-6 || got.Label != p.Y {
			t.Errorf("point %d is at %v, the units give %v", i, got, want)
		}
	}
	// w·a + w·b + bias = 0 all along the boundary that is drawn.
	params := s.Shown().Params
	w := params[len(params)-3:]
	d := pathOf(html, "mark-boundary")
	places := strings.FieldsFunc(strings.TrimRight(d, "Z"), func(r rune) bool { return r == 'L' || r == 'M' || r == 'Z' })
	if len(places) < 10 {
		t.Fatalf("the boundary has %d places", len(places))
	}
	frame := v.frame
	for _, place := range places {
		px, py, _ := strings.Cut(place, " ")
		x, _ := strconv.ParseFloat(px, 64)
		y, _ := strconv.ParseFloat(py, 64)
		a, b := frame.X(x), frame.Y(y)
		if off := float64(w[0])*a + float64(w[1])*b + float64(w[2]); math.Abs(off) > 0.05*(math.Abs(float64(w[0]))+math.Abs(float64(w[1]))) {
			t.Errorf("the boundary goes through %v; %v, off by %v", a, b, off)
		}
	}
	if !strings.Contains(v.told, "What layer 2 makes of the plane") || !strings.Contains(v.told, "Class 1 (circles) lies around") {
		t.Errorf("the text is %q", v.told)
	}
}

// pathOf is the d of the path of a class, whose attributes come in any order.
func pathOf(html, class string) string {
	at := strings.Index(html, class)
	if at < 0 {
		return ""
	}
	tag, _, _ := strings.Cut(html[strings.LastIndex(html[:at], "<"):], ">")
	_, rest, _ := strings.Cut(tag, ` d="`)
	d, _, _ := strings.Cut(rest, `"`)
	return d
}

// TestEveryLayerCanBeSeen: of numbers, of many classes, of a model that has diverged.
func TestEveryLayerCanBeSeen(t *testing.T) {
	for _, link := range []string{
		"set=rings:1:0:60&layers=5:relu,3:softmax&epochs=5&play=0",
		"set=plane:1:0:60&layers=2:tanh,1&epochs=5&play=0",
		circle + "&lr=900&layers=3:relu,1&loss=mean_squared_error",
		"set=xor:1:0:60&layers=64:relu,1&epochs=2&features=x1x1,sinx1,x2&play=0",
	} {
		s := trained(t, link, session.LayerSightOpened{Open: true})
		for _, layer := range s.SightLayers() {
			s, _ = session.Update(s, session.LayerSightChosen{Layer: layer, B: 2})
			v := NewSight("ko", s)
			if html := app.HTMLString(v.Render()); v.Layer != layer || strings.Contains(html, "NaN") || strings.Contains(html, "Inf") {
				t.Errorf("%s: layer %d in %.200s", link, v.Layer, html)
			}
		}
	}
}
