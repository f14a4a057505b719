package session

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestPointsOfThePlaneMove: both coordinates change, the label stays; a click on an
// empty place adds a point of the chosen class, or moves the selected one; Undo takes
// each back.
func TestPointsOfThePlaneMove(t *testing.T) {
	s := New("set=circle:0.97800:0:40")
	first := s.Experiment.Points[0]
	s, _ = Update(s, PointPlaced{Row: 1, At: experiment.Place{1.5, -2.25}})
	if want := (experiment.Point{X: experiment.Place{1.5, -2.25}, Y: first.Y}); s.Experiment.Points[0] != want || s.Experiment.Recipe.Set != "" {
		t.Fatalf("the point is %v of %v, want %v of own points", s.Experiment.Points[0], s.Experiment.Recipe, want)
	}
	if want := []float64{-1, 1}; !slices.Equal(s.Labels(), want) || s.Label() != -1 {
		t.Fatalf("the labels are %v, chosen %v, want %v and -1", s.Labels(), s.Label(), want)
	}
	s, _ = Update(s, LabelChosen{1})
	s, _ = Update(s, PlaneClicked{At: experiment.Place{3, 4}})
	if got, want := s.Experiment.Points[40], (experiment.Point{X: experiment.Place{3, 4}, Y: 1}); got != want {
		t.Fatalf("a click adds %v, want %v", got, want)
	}
	s, _ = Update(s, PointPicked{Row: 1})
	s, _ = Update(s, PlaneClicked{At: experiment.Place{-1, -1}})
	if got, want := s.Experiment.Points[0], (experiment.Point{X: experiment.Place{-1, -1}, Y: first.Y}); got != want || len(s.Experiment.Points) != 41 || s.Selected != 0 {
		t.Fatalf("a click moves the selected point to %v, want %v of 41 points", got, want)
	}
	for range 3 {
		s, _ = Update(s, UndoPressed{})
	}
	if s.Experiment.Points[0] != first || len(s.Experiment.Points) != 40 {
		t.Errorf("after Undo the point is %v of %d, want %v of 40", s.Experiment.Points[0], len(s.Experiment.Points), first)
	}
}

// TestPlaneKeepsToLimits: a locked table, a row that is not there, and places beyond
// what can be typed change nothing.
func TestPlaneKeepsToLimits(t *testing.T) {
	s := New("set=xor:1:0:20&lock=data")
	for _, m := range []Msg{PointPlaced{1, experiment.Place{1, 1}}, PlaneClicked{experiment.Place{1, 1}}} {
		if next, _ := Update(s, m); !next.Experiment.Equal(s.Experiment) {
			t.Errorf("%T changes locked data", m)
		}
	}
	s = New("set=xor:1:0:20")
	for _, m := range []Msg{PointPlaced{99, experiment.Place{1, 1}}, PointPlaced{1, experiment.Place{1, 1e13}}, PlaneClicked{experiment.Place{1e13, 1}}} {
		if next, _ := Update(s, m); !next.Experiment.Equal(s.Experiment) {
			t.Errorf("%#v changes the data", m)
		}
	}
}

// TestLabelsOfNumbers go from the lowest to the highest of the data.
func TestLabelsOfNumbers(t *testing.T) {
	s := New("xs=0,1,2&x2=3,4,5&ys=-1,0.5,3")
	if want := []float64{-1, 0, 1, 2, 3}; !slices.Equal(s.Labels(), want) {
		t.Errorf("the labels are %v, want %v", s.Labels(), want)
	}
}
