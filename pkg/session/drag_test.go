package session

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

func TestEscapeGoesBackToWhereItWasTaken(t *testing.T) {
	moved := []Msg{DragStarted{}, PointMoved{6, 4, 9}}
	p := openLive(lesson)
	p.do(t, moved...)
	p.do(t, DragStarted{ByPointer: true}, PointMoved{6, 5, 12})
	if got := p.Axes().Points[5]; got != (experiment.Point{X: experiment.Place{4}, Y: 7}) {
		t.Errorf("the axes go by %v once a pointer takes what keys hold, want them to stand still", got)
	}
	p.do(t, PointMoved{6, 4, 9}, DragCancelled{})
	if got := p.Experiment.Points[5]; got != (experiment.Point{X: experiment.Place{4}, Y: 9}) || !strings.Contains(p.link, "9") {
		t.Errorf("Escape puts a drag back to %v with the link %q, want to where the keys had moved it, in both", got, p.link)
	}
	p.do(t, UndoPressed{})
	if got := p.Experiment.Points[5]; got != (experiment.Point{X: experiment.Place{4}, Y: 7}) {
		t.Errorf("Undo then goes to %v, want to before the keys", got)
	}

	p = openLive(lesson)
	p.do(t, SettingTyped{"lr", "0.02"}, SettingLeft{"lr"})
	p.do(t, moved...)
	p.do(t, UndoPressed{}, UndoPressed{}, DragCancelled{})
	if got := p.Experiment.Optimizer.LearningRate; got != 0.01 || len(p.Future) != 2 || !strings.HasSuffix("#"+p.link, "#w=0&b=0") {
		t.Errorf("Escape after two Undo leaves the rate %v, %d edits to redo and the link %q; want it undone", got, len(p.Future), p.link)
	}

	p = openLive(lesson)
	p.do(t, moved...)
	p.do(t, PointDeleted{Row: 6, OnChart: true}, DragStarted{}, PointMoved{5, 3, 6}, DragCancelled{})
	if got := p.Experiment.Points; len(got) != 5 || got[4] != (experiment.Point{X: experiment.Place{3}, Y: 5}) {
		t.Errorf("Escape leaves %v, want five points, the last put back", got)
	}
}

func TestEscapeLeavesWhatCanBeRedone(t *testing.T) {
	p := openLive(lesson)
	p.do(t, SettingTyped{"lr", "0.02"}, UndoPressed{}, DragStarted{ByPointer: true}, PointMoved{6, 4, 9}, DragCancelled{}, RedoPressed{})
	if got := p.Experiment.Optimizer.LearningRate; got != 0.02 {
		t.Errorf("Redo after a drag that was put back gives the rate %v, want 0.02", got)
	}
}

// TestClicksOnTheSurfaceAreStepsOfUndo clicks as the picture of the surface
// does.
func TestClicksOnTheSurfaceAreStepsOfUndo(t *testing.T) {
	p := openLive(lesson)
	p.do(t, HandlePicked{WeightHandle}, LineMoved{experiment.Line{W: 7}})
	for w := range 2 {
		p.do(t, DragStarted{}, LineMoved{experiment.Line{W: float64(w + 1)}}, DragEnded{})
	}
	for _, want := range []float64{1, 7, 0} {
		p.do(t, UndoPressed{})
		if got, _ := p.Experiment.InitialLine(); got.W != want {
			t.Errorf("Undo leaves the weight %v, want %v", got.W, want)
		}
	}
}

func TestAClickAddsAPointOnceTheSelectedOneIsGone(t *testing.T) {
	for name, test := range map[string]struct {
		gone []Msg
		want int
	}{
		"paste":     {[]Msg{PointPicked{2}, PasteTyped{"1,2\n2,3\n3,4"}, PasteUsed{}}, 4},
		"example":   {[]Msg{PointPicked{2}, ExampleChosen{"houses"}}, 7},
		"file":      {[]Msg{PointPicked{2}, FileOpened{"First Neuron experiment 1\nxs=1,2\nys=3,4"}}, 3},
		"undone":    {[]Msg{PlaceClicked{5, 5}, PointPicked{7}, UndoPressed{}}, 7},
		"the point": {[]Msg{PointPicked{2}, PointDeleted{Row: 2}}, 6},
	} {
		p := openLive(lesson)
		p.do(t, test.gone...)
		p.do(t, PlaceClicked{2.5, 5})
		if n := len(p.Experiment.Points); n != test.want || p.Selected != 0 {
			t.Errorf("%s: a click leaves %d points and row %d selected, want %d and none", name, n, p.Selected, test.want)
		}
	}
}
