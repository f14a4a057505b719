package planechart

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// take gives a panel what another has of a session, as the page does with every picture.
func (p *Panel) take(of *Panel) {
	box, frame, scale, tracer, paint, palette := p.box, p.frame, p.scale, p.tracer, p.paint, p.palette
	version, shapes, starts, drawn, placed, axes := p.version, p.shapes, p.starts, p.drawn, p.placed, p.axes
	told, said, waits := p.told, p.said, p.waits
	*p = *of
	p.box, p.frame, p.scale, p.tracer, p.paint, p.palette = box, frame, scale, tracer, paint, palette
	p.version, p.shapes, p.starts, p.drawn, p.placed, p.axes = version, shapes, starts, drawn, placed, axes
	p.told, p.said, p.waits = told, said, waits
}

// TestAPictureOfTheSameIsNotPaintedAgain: a point under the pointer, a question that is
// moved and a second look change no field; other weights, another theme, the class alone
// and the test data do, also while pictures follow each other.
func TestAPictureOfTheSameIsNotPaintedAgain(t *testing.T) {
	s := trained(t, circle)
	p := New("en", s)
	p.Render()
	for _, test := range []struct {
		name    string
		message session.Msg
		painted bool
	}{
		{"a second look", nil, false},
		{"a point under the pointer", session.PointHighlighted{Row: 7}, false},
		{"another question", session.SettingTyped{Key: "predict", Text: "1;2"}, false},
		{"another epoch", session.CursorMoved{Epoch: 4}, true},
		{"the dark theme", session.ThemeChosen{Theme: "dark"}, true},
		{"the class alone", session.SettingTyped{Key: "discretize", Text: "1"}, true},
		{"a unit", session.UnitPointed{Layer: 1, Unit: 3}, true},
		{"the model again", session.UnitPointed{}, true},
		{"and again", nil, false},
	} {
		if test.message != nil {
			s, _ = session.Update(s, test.message)
		}
		before := p.version
		next := New("en", s)
		next.Moving = true
		p.take(next)
		p.Render()
		if painted := p.version != before; painted != test.painted {
			t.Errorf("%s: painted %v, want %v", test.name, painted, test.painted)
		}
	}
	// The text waited for the last picture.
	p.take(New("en", s))
	if p.Render(); !strings.Contains(p.told, "Class 1 (circles)") || p.waits {
		t.Errorf("at rest the text is %q", p.told)
	}
}

// BenchmarkPicture: what a picture of the plane takes without the browser: of another
// epoch, as while it plays, and of the same.
func BenchmarkPicture(b *testing.B) {
	for name, link := range map[string]string{
		"2-4-2-1":     "set=circle:0.97800:0:500&layers=4:tanh,2:tanh,1:tanh&batch=10&epochs=30&validation=0.5&play=0",
		"2-8x6-1":     "set=spiral:0.97800:0:500&layers=8:tanh,8:tanh,8:tanh,8:tanh,8:tanh,8:tanh,1:tanh&batch=10&epochs=30&validation=0.5&play=0",
		"3 classes":   "set=rings:1:0:300&layers=6:tanh,3&batch=10&epochs=30&validation=0.5&play=0",
		"5000 points": "set=circle:0.97800:0:5000&layers=4:tanh,1:tanh&batch=100&epochs=30&validation=0.5&play=0",
	} {
		s := trained(b, link)
		for _, moves := range []bool{true, false} {
			kind := name + "/the same"
			if moves {
				kind = name + "/another epoch"
			}
			b.Run(kind, func(b *testing.B) {
				p := New("en", s)
				p.Moving = true
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if moves {
						s, _ = session.Update(s, session.CursorMoved{Epoch: i % 30})
					}
					next := New("en", s)
					next.Moving = true
					p.take(next)
					app.HTMLString(p.Render())
				}
			})
		}
	}
}
