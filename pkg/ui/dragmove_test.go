package ui

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
)

// TestAMoveOfADragBuildsTwoModels: one to train, and one to measure the loss over
// the weights. All that is asked of the trained model is asked of one that is
// there already.
func TestAMoveOfADragBuildsTwoModels(t *testing.T) {
	for _, fragment := range []string{"", "w=0&b=0", "also=1:2,3", "layers=4:tanh,1"} {
		p := opened(t, fragment, session.AutoTrainChosen{On: true}, session.DragStarted{ByPointer: true}, session.PointMoved{Row: 6, X: 4, Y: 8})
		render(p.Session)
		before, run := experiment.ModelsBuilt(), p.Run.ID
		p.do(session.PointMoved{Row: 6, X: 4, Y: 9})
		render(p.Session)
		if built := experiment.ModelsBuilt() - before; built > 2 {
			t.Errorf("%q: a move of a drag builds %d models, want 2", fragment, built)
		}
		if p.Run.ID == run || p.Run.Phase != session.Finished || p.Shown().Epoch == 0 {
			t.Errorf("%q: the move trains nothing", fragment)
		}
	}
}

// render draws every part of the page that a move changes.
func render(s session.Session) {
	for _, view := range append(shownViews(s), composer(newRunBar), composer(newRunState)) {
		view("en", s).Render()
	}
}
