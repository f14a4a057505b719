package network

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestTheSumIsWrittenOut for the point that is chosen: the last, or the one that
// the pointer is on.
func TestTheSumIsWrittenOut(t *testing.T) {
	for _, test := range []struct {
		fragment string
		row      int
		want     string
	}{
		{"w=10&b=-10", 0, "point x = 4: 4 · 10 − 10 = 30 should be 7, error 23"},
		{"w=1.68&b=-0.04", 0, "point x = 4: 4 · 1.68 − 0.04 = 6.68 should be 7, error 0.32"},
		{"w=-2&b=0.5", 1, "point x = −1: −1 · (−2) + 0.5 = 2.5 should be −3, error 5.5"},
		{"w=1&b=0&layers=1:tanh", 2, "point x = 0: tanh(0 · 1 + 0) = 0 should be −1, error 1"},
	} {
		s, _ := session.Update(session.New(test.fragment), session.PointHighlighted{Row: test.row})
		got := New("en", s).answer()
		if text := words(app.HTMLString(got)); text != test.want {
			t.Errorf("%s: %q, want %q", test.fragment, text, test.want)
		}
	}
}

// words is the text of some HTML.
func words(html string) string {
	var b strings.Builder
	inTag := false
	for _, r := range html {
		switch {
		case r == '<':
			inTag = true
			b.WriteByte(' ')
		case r == '>':
			inTag = false
		case !inTag:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestTheTableListsTheWeights in the order of the model, and says how many it
// leaves out.
func TestTheTableListsTheWeights(t *testing.T) {
	for fragment, rest := range map[string]string{"w=2&b=-1": "", "layers=16,16,1": "", "layers=64,64,1": "and 3953 weights more"} {
		p := drawn(t, fragment, 320, 240)
		p.listed = true
		text := words(app.HTMLString(p.table()))
		for i, v := range p.Model.Params[:min(len(p.Model.Params), maxListed)] {
			if want := p.name(i) + " " + format.Significant(float64(v), 6); !strings.Contains(text, want) {
				t.Fatalf("%s: the table has no %q", fragment, want)
			}
		}
		if (rest != "") != strings.Contains(text, "more") || !strings.Contains(text, rest) {
			t.Errorf("%s: the table ends with %q, want %q", fragment, text[max(0, len(text)-40):], rest)
		}
	}
}
