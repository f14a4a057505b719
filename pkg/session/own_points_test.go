package session

import (
	"testing"

	"firstneuron/pkg/experiment"
)

// TestEditedPointsOfASetFitIntoALink: with one point moved or taken away all others are the
// learner's too, with digits that a link has room for; what she typed stays as typed. The
// largest set of TensorFlow Playground fits, and the link opens the same.
func TestEditedPointsOfASetFitIntoALink(t *testing.T) {
	for link, most := range map[string]int{
		"set=circle:0.97800:0:500": 7600, "set=spiral:1:20:500": 7600, "set=plane:1:0:1200": 19500, "set=rings:1:0:300": 4600,
	} {
		for name, edit := range map[string]Msg{
			"taken away": PointDeleted{Row: 3},
			"moved":      PointPlaced{Row: 3, At: experiment.Place{1.25, -2.5}},
			"typed":      PointTyped{Row: 3, Axis: X, Text: "1.25"},
			"made own":   OwnPointsChosen{},
		} {
			p := open(link + "&play=0")
			was := p.Experiment
			p.do(t, edit)
			if p.Experiment.Recipe.Set != "" || len(p.link) > most {
				t.Errorf("%s, %s: recipe %v, %d characters, want at most %d", link, name, p.Experiment.Recipe, len(p.link), most)
			}
			if again := open(p.link); !again.Experiment.Equal(p.Experiment) {
				t.Errorf("%s, %s: its link opens another experiment", link, name)
			}
			for i, point := range p.Experiment.Points {
				if row := p.Rows[i]; row.Point != point || row.X[1].Text != experiment.ShowNumber(point.X[1]) {
					t.Fatalf("%s, %s: row %d is %+v, the point %v", link, name, i, row, point)
				}
			}
			p.do(t, UndoPressed{})
			if !p.Experiment.Equal(was) {
				t.Errorf("%s, %s: undone it is not what it was", link, name)
			}
		}
	}
	p := open("set=circle:0.97800:0:500&play=0")
	p.do(t, PointTyped{Row: 2, Axis: X, Text: "0.12345678901"})
	if row := p.Rows[1]; row.X[0].Text != "0.12345678901" || row.Point.X[0] != 0.12345678901 {
		t.Errorf("what is typed becomes %q, %v", row.X[0].Text, row.Point)
	}
}
