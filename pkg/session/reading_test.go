package session

import (
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
)

// long makes a program too long to be read at once.
func long(program string) string { return program + strings.Repeat("# a comment\n", longText/10) }

// TestALongProgramIsReadInSlices: the page answers meanwhile, and then is as it would
// be had the program been read at once.
func TestALongProgramIsReadInSlices(t *testing.T) {
	p := open("w=0&b=0")
	text := long(strings.Replace(p.Code.Text, "epochs=500", "epochs=7", 1)) + strings.Repeat("x = 1\n", 20_000)
	p.send(CodeTyped{text})
	if p.Experiment.Epochs != 500 || p.Code.Text != text {
		t.Fatal("a long program is read at once")
	}
	slices := 0
	for ; !p.Idle() && slices < 1000; slices++ {
		for _, m := range p.WorkOnJobs(time.Time{}) {
			p.send(m)
		}
	}
	if p.Experiment.Epochs != 7 || p.Code.Text != text || len(p.Past) != 1 {
		t.Errorf("%d epochs, %d steps of Undo, want 7 and 1", p.Experiment.Epochs, len(p.Past))
	}
	p.send(UndoPressed{})
	if p.Experiment.Epochs != 500 || p.Code.Own {
		t.Error("Undo does not take the program back")
	}
	p.send(RedoPressed{})
	p.finish(t)
	if p.Experiment.Epochs != 7 || p.Code.Text != text {
		t.Error("Redo does not bring it again")
	}
}

// TestAnEditCountsFromTheProgramThatWaits: as if it had been read when it was typed.
func TestAnEditCountsFromTheProgramThatWaits(t *testing.T) {
	for name, m := range map[string]Msg{"a setting": SettingTyped{"predict", "3"}, "a training": TrainPressed{}, "the language": LangChosen{"ko"}} {
		p := open("w=0&b=0&lang=en")
		p.send(CodeTyped{long(strings.Replace(p.Code.Text, "epochs=500", "epochs=7", 1))})
		p.send(m)
		p.finish(t)
		if p.Experiment.Epochs != 7 || p.Code.waiting || !strings.Contains(p.Code.Text, "epochs=7") || !strings.Contains(p.Code.Text, "# a comment") {
			t.Errorf("%s: %d epochs, want the program's 7", name, p.Experiment.Epochs)
		}
		if _, ok := m.(TrainPressed); ok && p.Run.Timeline.Last().Epoch != 7 {
			t.Errorf("the training ends at epoch %d, want 7", p.Run.Timeline.Last().Epoch)
		}
	}
}

// TestOnlyTheLatestTextCounts: one that is typed while another is read takes its place.
func TestOnlyTheLatestTextCounts(t *testing.T) {
	p := open("w=0&b=0")
	begin := p.Code.Text
	for _, epochs := range []string{"7", "8", "9"} {
		p.send(CodeTyped{long(strings.Replace(begin, "epochs=500", "epochs="+epochs, 1))})
		p.send(p.WorkOnJobs(time.Time{})...)
	}
	p.finish(t)
	if p.Experiment.Epochs != 9 {
		t.Errorf("%d epochs, want those of the last program, 9", p.Experiment.Epochs)
	}
	p.send(CodeTyped{long(strings.Replace(begin, "epochs=500", "epochs=7", 1))}, CodeTyped{begin})
	p.finish(t)
	if p.Experiment.Epochs != 500 {
		t.Errorf("%d epochs, want those of the short program, 500", p.Experiment.Epochs)
	}
}

// TestALongPasteIsReadInSlices.
func TestALongPasteIsReadInSlices(t *testing.T) {
	p := open("")
	text := manyPoints(experiment.MaxPoints)
	p.send(PasteTyped{text}, PasteUsed{})
	if len(p.Experiment.Points) != 6 {
		t.Fatal("a long text is read at once")
	}
	p.finish(t)
	if len(p.Experiment.Points) != experiment.MaxPoints || p.Paste.Text != "" {
		t.Errorf("%d points, want %d", len(p.Experiment.Points), experiment.MaxPoints)
	}
	p.send(PasteTyped{text + "x"}, PasteUsed{})
	p.finish(t)
	if p.Paste.Problem == nil || p.Paste.Text != text+"x" {
		t.Errorf("the problem is %v, want that of the last line", p.Paste.Problem)
	}
	p.send(PasteTyped{text}, PasteUsed{}, PasteTyped{"1,2\n3,4"})
	p.finish(t)
	if p.Paste.Text != "1,2\n3,4" || len(p.Experiment.Points) != experiment.MaxPoints {
		t.Error("a text that is no more in the box is used")
	}
}

// TestADroppedReadingEnds: nothing of it is left.
func TestADroppedReadingEnds(t *testing.T) {
	ended := false
	w := newSliced(func(tick, _ func()) {
		defer func() { ended = true }()
		for {
			tick()
		}
	}, func() Msg { return nil })
	if _, done := w.slice(t.Context(), time.Time{}); done {
		t.Fatal("work without an end is done")
	}
	w.drop()
	if !ended {
		t.Error("work that was dropped goes on")
	}
}
