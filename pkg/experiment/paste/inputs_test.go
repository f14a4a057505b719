package paste

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestColumnsOfTwoInputs: three columns with the names of two inputs are all that can
// be meant, in any order; without the names the page is asked, which knows how many
// inputs it has.
func TestColumnsOfTwoInputs(t *testing.T) {
	want := []experiment.Point{{X: experiment.Place{1, 2}, Y: 0}, {X: experiment.Place{3, 4}, Y: 1}}
	for name, c := range map[string]struct {
		text    string
		inputs  int
		settled bool
		want    []experiment.Point
	}{
		"named":            {"x1,x2,y\n1,2,0\n3,4,1\n", 1, true, want},
		"any order":        {"y\tx2\tx1\n0\t2\t1\n1\t4\t3\n", 1, true, want},
		"a label's name":   {"x1,x2,class\n1,2,0\n3,4,1\n", 1, true, want},
		"no names, two":    {"1,2,0\n3,4,1\n5,6,0\n", 2, true, append(slices.Clone(want), experiment.Point{X: experiment.Place{5, 6}})},
		"other names, two": {"height,weight,label\n1,2,0\n3,4,1\n", 2, true, want},
		"other names, one": {"height,weight,label\n1,2,0\n3,4,1\n", 1, false, []experiment.Point{{X: experiment.Place{1}, Y: 2}, {X: experiment.Place{3}, Y: 4}}},
		"two columns, two": {"x,y\n1,2\n3,4\n", 2, true, []experiment.Point{{X: experiment.Place{1}, Y: 2}, {X: experiment.Place{3}, Y: 4}}},
	} {
		table, p := Read(c.text, nil)
		if p != nil {
			t.Errorf("%s: %v", name, p)
			continue
		}
		table = table.ForInputs(c.inputs)
		points, left, p := table.Points(table.X, table.X2, table.Y)
		if !slices.Equal(points, c.want) || left > 0 || p != nil || table.Settled() != c.settled {
			t.Errorf("%s: %v, %d left, %v, settled: %t; want %v, settled: %t", name, points, left, p, table.Settled(), c.want, c.settled)
		}
	}
}

// TestARowThatLacksAnInputIsLeftOut and counted, as one that lacks y.
func TestARowThatLacksAnInputIsLeftOut(t *testing.T) {
	table, p := Read("x1,x2,y\n1,2,0\n3,,1\n5,6,\n7,8,1\n", nil)
	if p != nil {
		t.Fatal(p)
	}
	points, left, p := table.Points(table.X, table.X2, table.Y)
	if len(points) != 2 || left != 2 || p != nil || table.Settled() {
		t.Errorf("%v, %d left, %v, settled: %t; want two points and two left, to be asked", points, left, p, table.Settled())
	}
}
