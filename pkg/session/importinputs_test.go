package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestThreeColumnsAreTwoInputs: 300 rows that are pasted into the lesson make a page of
// two inputs, with their names; Undo brings the lesson back.
func TestThreeColumnsAreTwoInputs(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("x1\tx2\ty\n")
	for i := range 300 {
		fmt.Fprintf(&rows, "%d\t%v\t%d\n", i, float64(i)/4, i%2)
	}
	p := open("")
	lesson := p.Experiment.Points
	p.send(PasteTyped{rows.String()}, PasteUsed{})
	e := p.Experiment
	if e.Inputs != 2 || len(e.Points) != 300 || e.Points[299] != (experiment.Point{X: experiment.Place{299, 74.75}, Y: 1}) {
		t.Fatalf("%d inputs, %d points, the last %v", e.Inputs, len(e.Points), e.Points[len(e.Points)-1])
	}
	if loaded := p.LoadedNow(); loaded == nil || loaded.X != "x1, x2" || loaded.Y != "y" {
		t.Errorf("what is told: %+v", loaded)
	}
	p.send(UndoPressed{})
	if !slices.Equal(p.Experiment.Points, lesson) || p.Experiment.Inputs != 1 {
		t.Error("Undo does not bring the lesson back")
	}
}

// TestColumnsAreChosenForTwoInputs: without names the learner says which columns they
// are; a column that is another's changes places with it.
func TestColumnsAreChosenForTwoInputs(t *testing.T) {
	p := open("")
	p.send(PasteTyped{"a,b,c\n1,2,0\n3,4,1\n"}, PasteUsed{})
	i := p.Import
	if i == nil || i.X != 0 || i.X2 != -1 || i.Y != 1 {
		t.Fatalf("the table proposes %+v", i)
	}
	// y's column becomes the second input: y takes the one that is free.
	p.send(ImportChosen{X2, 1})
	if i = p.Import; i.X != 0 || i.X2 != 1 || i.Y != 2 || len(i.Points) != 2 {
		t.Fatalf("after a second input: %d %d %d", i.X, i.X2, i.Y)
	}
	p.send(ImportChosen{X, 1})
	if i = p.Import; i.X != 1 || i.X2 != 0 || i.Y != 2 {
		t.Errorf("both inputs have not changed places: %d %d %d", i.X, i.X2, i.Y)
	}
	p.send(ImportChosen{X2, -1})
	if i = p.Import; i.X2 != -1 || i.Inputs() != 1 {
		t.Errorf("the second input stays: %d", i.X2)
	}
	p.send(ImportChosen{X2, 0}, ImportUsed{})
	want := []experiment.Point{{X: experiment.Place{2, 1}, Y: 0}, {X: experiment.Place{4, 3}, Y: 1}}
	if e := p.Experiment; !slices.Equal(e.Points, want) || e.Inputs != 2 || e.Names.X != [2]string{"b", "a"} || e.Names.Y != "c" {
		t.Errorf("the data are %v of %d inputs, called %v", e.Points, e.Inputs, e.Names)
	}
}

// TestPointsOfTwoInputsComeBackFromCSV: out and in is the identity.
func TestPointsOfTwoInputsComeBackFromCSV(t *testing.T) {
	for _, link := range []string{"set=circle:0.97800:25:60&classes=2", "set=blobs:1:10:40&classes=3", "xs=1,2,3&x2=0.1,-4,1e-7&ys=0,1,2"} {
		p := open(link)
		points := p.Experiment.Points
		if p.Experiment.Inputs != 2 || len(points) < 3 {
			t.Fatalf("%s: %d inputs, %d points", link, p.Experiment.Inputs, len(points))
		}
		again := open("")
		again.send(DataFileOpened{"points.csv", p.DataCSV()})
		if again.Import != nil { // the prediction is a column more
			again.send(ImportUsed{})
		}
		if e := again.Experiment; !slices.Equal(e.Points, points) || e.Inputs != 2 {
			t.Errorf("%s: %d of %d points came back, with %d inputs; import: %+v, problem: %v", link, len(e.Points), len(points), e.Inputs, again.Import, again.DataFile.Problem)
		}
	}
}
