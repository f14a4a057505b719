package fitchart

import (
	"math"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/session"
)

// TestCurvesOfStartsStandWhereTheyAreAnswered: while a point is dragged away, the
// axes stand still and the starts are tried with the point where it is.
func TestCurvesOfStartsStandWhereTheyAreAnswered(t *testing.T) {
	m := session.NewMachine(session.New("layers=3:tanh,1&epochs=3&hide=surface"))
	var perform func(session.Effect)
	perform = func(effect session.Effect) {
		if found, _ := m.Work(effect, time.Time{}); found != nil {
			m.Send(found, perform)
		}
	}
	for _, message := range []session.Msg{
		session.AutoTrainChosen{}, session.MultiStartOpened{Open: true}, session.DragStarted{ByPointer: true}, session.PointMoved{Row: 6, X: 40, Y: 7},
	} {
		m.Send(message, perform)
	}
	for !m.Idle() {
		for _, found := range m.WorkOnJobs(time.Now().Add(time.Second)) {
			m.Send(found, perform)
		}
	}
	s := m.Session
	p := New("en", s)
	if len(p.Others) != session.MultiStartGoal {
		t.Fatalf("%d lines beside the model's, want %d", len(p.Others), session.MultiStartGoal)
	}
	line := p.Others[0]
	want := s.PredictWith(s.MultiStart.Tried[0].Params, line.Xs...)
	if len(want) != len(line.Ys) || line.Xs[len(line.Xs)-1] < 40 {
		t.Fatalf("the curve has %d places for %d xs up to %v", len(line.Ys), len(want), line.Xs[len(line.Xs)-1])
	}
	for i, y := range line.Ys {
		if math.Abs(y-want[i]) > 1e-6 {
			t.Errorf("the curve is %v at x = %v, want %v", y, line.Xs[i], want[i])
		}
	}
}

// TestErrorsAreToldAsTheyAreDrawn: of a large batch not all errors are.
func TestErrorsAreToldAsTheyAreDrawn(t *testing.T) {
	for count, want := range map[int]string{
		0: "", 6: "Errors drawn as lines and squares: 6.", 200: "Errors drawn as lines and squares: 200.",
		300: "Of 300 errors the first 200 are drawn as lines and squares.",
	} {
		p := New("en", session.New("w=0&b=0"))
		p.Residuals, p.Squares = make([]Residual, count), true
		p.drawFrame()
		if drawn := len(p.residuals()) / 2; drawn != min(count, 200) {
			t.Errorf("of %d errors %d are drawn, want %d", count, drawn, min(count, 200))
		}
		if got := p.summary(); !strings.HasSuffix(got, want) || (want == "" && strings.Contains(got, "rrors")) {
			t.Errorf("of %d errors the page says %q, want %q", count, got, want)
		}
	}
}
