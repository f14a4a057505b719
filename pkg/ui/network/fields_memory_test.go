package network

import (
	"testing"

	"firstneuron/pkg/session"
)

// TestFieldsOfTheSameArePaintedOnce: the units are asked again, and their canvases painted,
// for other weights, another layout, other colours; not for a point under the pointer.
func TestFieldsOfTheSameArePaintedOnce(t *testing.T) {
	s := session.New("set=circle:1:0:60&layers=4:tanh,2:tanh,1:tanh&play=0")
	p := New("en", s)
	p.Render()
	for _, test := range []struct {
		name    string
		message session.Msg
		painted bool
	}{
		{"a second look", nil, false},
		{"a point under the pointer", session.PointHighlighted{Row: 7}, false},
		{"the test data", session.SettingTyped{Key: "test", Text: "1"}, false},
		{"another weight", session.WeightMoved{Place: 3, Value: 2.5}, true},
		{"the dark theme", session.ThemeChosen{Theme: "dark"}, true},
		{"another seed", session.SettingTyped{Key: "seed", Text: "9"}, true},
		{"and again", nil, false},
	} {
		if test.message != nil {
			s, _ = session.Update(s, test.message)
		}
		before, fields := p.fields.version, p.fields
		p = New("en", s)
		p.fields = fields
		p.Render()
		if painted := p.fields.version != before; painted != test.painted {
			t.Errorf("%s: painted %v, want %v", test.name, painted, test.painted)
		}
	}
}
