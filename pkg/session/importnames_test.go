package session

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestPastedHeadingsNameTheAxes, and a table without any has none.
func TestPastedHeadingsNameTheAxes(t *testing.T) {
	long := strings.Repeat("very ", 20) + "long"
	for text, want := range map[string]experiment.Names{
		"Hours,Score\n1,50\n2,55\n3,61":                  {X: [2]string{"Hours"}, Y: "Score"},
		"x,y\n1,50\n2,55\n3,61":                          {},
		"1,50\n2,55\n3,61":                               {},
		"°C,°F,prediction\n1,33.8,1\n2,35.6,2\n3,37.4,3": {X: [2]string{"°C"}, Y: "°F"},
		long + ",y\n1,50\n2,55\n3,61":                    {X: [2]string{experiment.ShortName(long)}},
	} {
		p := open("example=celsius")
		p.send(PasteTyped{Text: text}, PasteUsed{})
		if p.Import != nil {
			p.send(ImportUsed{})
		}
		if got := p.Experiment.Names; got != want {
			t.Errorf("%.30q: the axes are %+v, want %+v", text, got, want)
		}
	}
}

// TestTheDataOutAreTheDataIn, names with commas and quotes included.
func TestTheDataOutAreTheDataIn(t *testing.T) {
	p := open("example=houses&xname=" + "rooms%2C%20%22large%22" + "&yname=price")
	out := p.DataCSV()
	q := open("")
	q.send(PasteTyped{Text: out}, PasteUsed{})
	if q.Import != nil {
		q.send(ImportUsed{})
	}
	if got, want := q.Experiment.Names, p.Experiment.Names; got != want || want.X[0] != `rooms, "large"` {
		t.Errorf("the names come back as %+v, want %+v", got, want)
	}
	if got, want := q.Experiment.Points, p.Experiment.Points; len(got) != len(want) || got[3] != want[3] {
		t.Errorf("the points come back as %v, want %v", got, want)
	}
}
