package planechart

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestOwnMarkAndFurtherPlacesAreDrawn: a question of an activity asks for an x2 at an x1;
// its place is drawn, then the mark there. Further places have their numbers of the table;
// those beyond the plane are left to it.
func TestOwnMarkAndFurtherPlacesAreDrawn(t *testing.T) {
	a, problems := experiment.DecodeActivity("First Neuron activity 1\ntitle=Marks\nstep\ntext=Look\nask=mark:1\nquestion=Where does the boundary go?\nright=2:1\nset=set=xor:1&also=1;1:1,-2;3,90;0&play=0\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e, _ := experiment.Decode("set=xor:1&play=0&also=1;1:1,-2;3,90;0")
	e.Activity = a
	s := session.New(experiment.Encode(e))
	draw := func() (*Panel, string) {
		p := New("en", s)
		return p, app.HTMLString(p.Render())
	}
	p, html := draw()
	if !p.MarkAsked || p.Marked || !strings.Contains(html, "mark-place") || strings.Contains(html, "mark-own") {
		t.Fatalf("asked %v, marked %v, %.400s", p.MarkAsked, p.Marked, html)
	}
	if strings.Contains(html, "plane-discretize") != !p.Fieldless {
		t.Errorf("without a field %v there is a box for how it is drawn", p.Fieldless)
	}
	if d := pathOf(html, "mark-query"); strings.Count(d, "M") != 2 {
		t.Errorf("the further places are drawn as %q, want the two in the plane", d)
	}
	x, y := p.scale.Pixel(1, -3)
	if h := p.grabbedAt(x+40, y, reachMouse); h.on != theMark {
		t.Errorf("while a mark is asked the pointer holds %v", h.on)
	}
	s, _ = session.Update(s, session.AnswerTyped{Text: "-3"})
	if p, html = draw(); !p.Marked || !strings.Contains(html, "mark-own") || !strings.Contains(html, "You: −3") {
		t.Errorf("marked %v, %v; %.400s", p.Marked, p.Mark, html)
	}
}
