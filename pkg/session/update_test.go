package session

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestUpdateIsPureAndNeverPanics plays any sequence of messages with slices of
// training between them.
func TestUpdateIsPureAndNeverPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := open("epochs=20")
		for range rapid.IntRange(1, 30).Draw(t, "length") {
			before, shown := p.Session, fmt.Sprintf("%#v", p.Session)
			p.send(message().Draw(t, "m"))
			if again := fmt.Sprintf("%#v", before); again != shown {
				t.Fatalf("Update changed the session it was given:\n%s\nit was\n%s", again, shown)
			}
			if rapid.Bool().Draw(t, "slice") {
				p.slice()
			}
			if rapid.Bool().Draw(t, "jobs") {
				for _, m := range p.WorkOnJobs(time.Time{}) {
					p.send(m)
				}
			}
			if len(p.Shown().Params) == 0 {
				t.Fatal("a record without weights is shown")
			}
			p.Explain()
			p.Diagnosis()
			p.Console()
			if p.Run.Timeline.Len() == 0 {
				t.Fatal("the timeline has lost the state before training")
			}
			if known := len(pointsOf(p.Rows)); known != len(p.Experiment.Points) {
				t.Fatalf("the table has %d points, the experiment %d", known, len(p.Experiment.Points))
			}
		}
	})
}

// noEdits are messages that change an experiment in another way than an edit, or
// that decide what Undo goes back to.
var noEdits = []string{
	"Navigated", "HostOpened", "HostChose", "AutoTrainChosen", "LangChosen", "ThemeChosen", "SoundChosen", "UndoPressed", "RedoPressed", "Progress", "TrainPressed", "TrainMorePressed", "StepPressed", "DragStarted", "DragCancelled", "FixChosen", "StepPhaseMoved",
}

// TestUndoTakesBackEveryEdit undoes whatever was edited, step by step.
func TestUndoTakesBackEveryEdit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := open("")
		first := p.Experiment
		for range rapid.IntRange(1, 20).Draw(t, "length") {
			m := message().Draw(t, "m")
			if name := reflect.TypeOf(m).Name(); slices.Contains(noEdits, name) {
				continue
			}
			p.send(m)
		}
		last := p.Experiment
		steps := len(p.Past)
		for range steps {
			p.send(UndoPressed{})
		}
		if !p.Experiment.Equal(first) {
			t.Fatalf("%d Undo give %+v, want %+v", steps, p.Experiment, first)
		}
		for range steps {
			p.send(RedoPressed{})
		}
		if !p.Experiment.Equal(last) {
			t.Fatalf("%d Redo give %+v, want %+v", steps, p.Experiment, last)
		}
	})
}
