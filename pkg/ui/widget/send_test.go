package widget

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
)

// TestMessagesHaveAScopeOfTheirOwn: of two handlers with one scope go-app keeps
// the older one.
func TestMessagesHaveAScopeOfTheirOwn(t *testing.T) {
	line := func(w float64) session.Msg { return session.LineMoved{Line: experiment.Line{W: w}} }
	for _, pair := range [][2]session.Msg{
		{session.UndoPressed{}, session.RedoPressed{}},
		{session.PausePressed{}, session.TrainPressed{}},
		{session.CursorMoved{Epoch: 1}, session.CursorMoved{Epoch: 2}},
		{session.StepTraceOpened{Open: true}, session.StepTraceOpened{}},
		{line(0.12345), line(0.12346)},
	} {
		_, one := Sends(pair[0])
		_, other := Sends(pair[1])
		if one == other {
			t.Errorf("%T%+v and %T%+v have one scope, want one each", pair[0], pair[0], pair[1], pair[1])
		}
		if _, again := Sends(pair[0]); one != again {
			t.Errorf("%T%+v has another scope each time: its handler is made again with every drawing", pair[0], pair[0])
		}
	}
}
