package fitchart

import (
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// machine opens a step of a link in a phase, with its numbers.
func machine(t *testing.T, fragment string, phase int) session.Session {
	t.Helper()
	m := session.NewMachine(session.New(fragment))
	for _, message := range []session.Msg{session.StepTraceOpened{Open: true}, session.StepPhaseChosen{Phase: phase}} {
		m.Send(message, func(effect session.Effect) { m.Work(effect, time.Now().Add(time.Minute)) })
		for !m.Idle() {
			for _, found := range m.WorkOnJobs(time.Now().Add(time.Minute)) {
				m.Send(found, func(effect session.Effect) { m.Work(effect, time.Now().Add(time.Minute)) })
			}
		}
	}
	return m.Session
}

// TestEachPhaseIsDrawn: the errors as lines, then as squares and their mean, and at
// the end the line that has moved.
func TestEachPhaseIsDrawn(t *testing.T) {
	for phase, want := range []struct {
		lines, squares, answers, means, nexts int
		text                                  string
	}{
		{6, 0, 6, 0, 0, ""},
		{6, 6, 0, 1, 0, "the mean of the squares: 15.67"},
		{6, 0, 0, 0, 0, ""},
		{0, 0, 0, 0, 0, ""},
		{0, 0, 0, 0, 1, "loss 15.67 → 12.57"},
	} {
		p := New("en", machine(t, "w=0&b=0", phase))
		if p.Step.Phase != phase+1 {
			t.Fatalf("phase %d is drawn as %d", phase+1, p.Step.Phase)
		}
		p.drawFrame()
		html := app.HTMLString(p.model())
		for class, count := range map[string]int{
			`"mark-residual"`: want.lines, `"mark-square"`: want.squares, `"mark-answer"`: want.answers, `"mark-mean"`: want.means, `"mark-next"`: want.nexts, `"mark-moved"`: want.nexts,
		} {
			if got := strings.Count(html, class); got != count {
				t.Errorf("phase %d draws %s %d times, want %d", phase+1, class, got, count)
			}
		}
		if !strings.Contains(html, want.text) {
			t.Errorf("phase %d does not say %q", phase+1, want.text)
		}
	}
}
