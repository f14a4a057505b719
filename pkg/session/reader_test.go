package session

import (
	"errors"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/script"
)

// mortal is a reader that ends within the call after so many.
type mortal struct {
	program.Direct
	calls int
}

var errEnded = errors.New("the reader has ended")

func (m *mortal) Alive() bool { return m.calls > 0 }

func (m *mortal) ends() error {
	if m.calls--; m.calls > 0 {
		return nil
	}
	m.calls = 0
	return errEnded
}

func (m *mortal) Read(text string, base experiment.Experiment, pause func()) (script.Reading, error) {
	if err := m.ends(); err != nil {
		return script.Reading{}, err
	}
	return m.Direct.Read(text, base, pause)
}

func (m *mortal) Revised(text string, e experiment.Experiment) (script.Reading, error) {
	if err := m.ends(); err != nil {
		return script.Reading{}, err
	}
	return m.Direct.Revised(text, e)
}

// slowly opens a page whose reader comes when the test says so.
func slowly(fragment string) *player {
	p := open(fragment)
	p.readerWaits = true
	return p
}

// loads is how often the reader was asked for.
func (p *player) loads() int {
	count := 0
	for _, effect := range p.asked {
		if _, ok := effect.(LoadReader); ok {
			count++
		}
	}
	return count
}

func lessonOf(epochs string) string {
	return strings.Replace(script.Keras(experiment.Default()), "epochs=500", "epochs="+epochs, 1)
}

func TestTheFirstViewNeedsNoReader(t *testing.T) {
	p := slowly("")
	p.do(t, TrainPressed{Still: true}, SettingTyped{Key: "epochs", Text: "30"}, PointTyped{Row: 1, Axis: Y, Text: "4"}, TrainPressed{Still: true},
		PropertyHighlighted{Key: "epochs"}, CodeSavePressed{Tab: KerasTab, Ending: ".ipynb", Notebook: true}, PasteTyped{"1,2\n3,4"}, PasteUsed{})
	if p.loads() != 0 {
		t.Error("the reader is loaded for what needs none")
	}
	if printed := p.Console(); !strings.HasPrefix(printed[len(printed)-1].Text, "[[") {
		t.Errorf("the console ends with %q, want the prediction", printed[len(printed)-1].Text)
	}
	for name, m := range map[string]Msg{
		"the panel is opened": PanelChosen{experiment.CodePanel}, "the editor is touched": LineHighlighted{Line: 3},
	} {
		if p := slowly(""); p.loads() != 0 {
			t.Fatal("it is loaded at once")
		} else if p.do(t, m); p.loads() != 1 {
			t.Errorf("%s: the reader is asked for %d times, want once", name, p.loads())
		} else if p.do(t, ReaderFailed{}, LineHighlighted{Line: 4}); p.loads() != 1 {
			t.Errorf("%s: at each place of the caret it is asked for again", name)
		}
	}
	locked := slowly("lock=code")
	if locked.do(t, PanelChosen{experiment.CodePanel}); locked.loads() != 0 {
		t.Error("a program that can only be read asks for the reader")
	}
}

// TestAProgramWaitsForItsReader: it stays as typed, and is read when the reader comes,
// whatever was typed or moved since then.
func TestAProgramWaitsForItsReader(t *testing.T) {
	p := slowly("")
	p.do(t, CodeTyped{lessonOf("7")})
	if p.CodeState() != CodeWaits || p.Experiment.Epochs != 500 || p.Code.Text != lessonOf("7") || p.loads() != 1 {
		t.Fatalf("the state is %d, with %d epochs, after %d loads", p.CodeState(), p.Experiment.Epochs, p.loads())
	}
	p.do(t, CodeTyped{lessonOf("8")}, SettingTyped{Key: "batch", Text: "2"}, PointMoved{Row: 1, X: -1, Y: 5}, TrainPressed{Still: true})
	if p.CodeState() != CodeWaits || p.Code.Text != lessonOf("8") || p.loads() != 1 || p.Experiment.Batch != 2 {
		t.Fatalf("the state is %d, after %d loads, the program\n%s", p.CodeState(), p.loads(), p.Code.Text)
	}
	p.do(t, ReaderArrived{program.Direct{}})
	if e := p.Experiment; p.CodeState() != CodeRead || e.Epochs != 8 || e.Batch != 2 || e.Points[0].Y != 5 || p.Rows[0].Y.Text != "5" {
		t.Errorf("read, the experiment is %+v", p.Experiment)
	}
	if reading := program.Read(p.Code.Text, p.Experiment); !reading.Experiment.SameTraining(p.Experiment) {
		t.Errorf("the program does not say what the controls say:\n%s", p.Code.Text)
	}
	// In one step of Undo after the other.
	for range 4 {
		p.do(t, UndoPressed{})
	}
	if p.Experiment.Epochs != 500 || p.Code.Own {
		t.Errorf("undone, there are %d epochs", p.Experiment.Epochs)
	}
}

// TestAReaderThatCannotComeIsTold: the page goes on, and tries again when it is asked to
// or when something new is typed.
func TestAReaderThatCannotComeIsTold(t *testing.T) {
	p := slowly("")
	p.do(t, CodeTyped{lessonOf("7")}, ReaderFailed{})
	if p.CodeState() != CodeStuck || p.Code.Text != lessonOf("7") {
		t.Fatalf("the state is %d", p.CodeState())
	}
	p.do(t, SettingTyped{Key: "epochs", Text: "40"}, TrainPressed{Still: true})
	if p.Run.Phase != Finished || p.Run.Timeline.Last().Epoch != 40 || p.loads() != 1 {
		t.Errorf("the page does not train on, after %d loads", p.loads())
	}
	p.do(t, ReaderWanted{})
	if p.CodeState() != CodeWaits || p.loads() != 2 {
		t.Errorf("tried again, the state is %d, after %d loads", p.CodeState(), p.loads())
	}
	p.do(t, ReaderFailed{}, CodeTyped{lessonOf("9")})
	if p.CodeState() != CodeWaits || p.loads() != 3 {
		t.Errorf("typed again, the state is %d, after %d loads", p.CodeState(), p.loads())
	}
	p.do(t, ReaderArrived{program.Direct{}})
	if p.CodeState() != CodeRead || p.Experiment.Epochs != 9 {
		t.Errorf("read at last, there are %d epochs", p.Experiment.Epochs)
	}
}

// TestAReaderThatEndsCostsOneReading: it is told at the program, and the next reading
// has another reader.
func TestAReaderThatEndsCostsOneReading(t *testing.T) {
	p := slowly("")
	p.do(t, ReaderArrived{&mortal{calls: 2}}, CodeTyped{lessonOf("7")}, CodeTyped{lessonOf("8")})
	if problem := p.CodeProblem(); problem == nil || problem.Code != script.CodeEnded || p.Experiment.Epochs != 7 || p.Code.Text != lessonOf("8") {
		t.Fatalf("the problem is %v, with %d epochs", p.CodeProblem(), p.Experiment.Epochs)
	}
	if p.loads() != 0 {
		t.Error("another is loaded for nothing")
	}
	p.do(t, CodeTyped{lessonOf("9")})
	if p.loads() != 1 || p.CodeState() != CodeWaits {
		t.Fatalf("after %d loads the state is %d", p.loads(), p.CodeState())
	}
	p.do(t, ReaderArrived{&mortal{calls: 2}})
	if p.Experiment.Epochs != 9 {
		t.Fatalf("there are %d epochs, want 9", p.Experiment.Epochs)
	}
	p.do(t, SettingTyped{Key: "epochs", Text: "10"}) // at which it ends
	if problem := p.CodeProblem(); problem == nil || problem.Code != script.CodeEnded || p.Experiment.Epochs != 10 {
		t.Fatalf("at a control the problem is %v, with %d epochs", p.CodeProblem(), p.Experiment.Epochs)
	}
	p.do(t, SettingTyped{Key: "epochs", Text: "11"}, ReaderArrived{program.Direct{}})
	if p.CodeProblem() != nil || p.Experiment.Epochs != 11 || !strings.Contains(p.Code.Text, "epochs=11") {
		t.Errorf("the program is not brought in step: %v\n%s", p.CodeProblem(), p.Code.Text)
	}
}

// TestDataOfAProgramWaitForItsReader: in the paste box and in a file.
func TestDataOfAProgramWaitForItsReader(t *testing.T) {
	const text = "import numpy as np\nxs = np.arange(4)\nys = xs * 2\n"
	p := slowly("")
	p.do(t, PasteTyped{text}, PasteUsed{})
	if !p.ReadsData() || p.loads() != 1 || len(p.Experiment.Points) != 6 {
		t.Fatalf("it reads: %v, after %d loads", p.ReadsData(), p.loads())
	}
	p.do(t, ReaderFailed{})
	if p.ReadsData() || p.Paste.Problem == nil || p.Paste.Problem.Code != script.CodeLacking || p.Paste.Text != text {
		t.Fatalf("without a reader the problem is %v", p.Paste.Problem)
	}
	p.do(t, PasteUsed{})
	if !p.ReadsData() || p.loads() != 2 {
		t.Fatalf("it is not tried again")
	}
	p.do(t, ReaderArrived{program.Direct{}})
	if p.ReadsData() || len(p.Experiment.Points) != 4 || p.Experiment.Points[3].Y != 6 {
		t.Errorf("the points are %v", p.Experiment.Points)
	}
	p = slowly("")
	p.do(t, PasteTyped{text}, PasteUsed{}, PasteTyped{"1,2"}, ReaderArrived{program.Direct{}})
	if len(p.Experiment.Points) != 6 || p.Paste.Text != "1,2" {
		t.Error("a text that is no more in the box is used")
	}
	p = slowly("lock=code")
	long := text + strings.Repeat("# a comment\n", 5000)
	p.do(t, DataFileOpened{"data.py", long})
	if !p.ReadsData() || p.loads() != 1 {
		t.Fatal("the file does not wait")
	}
	p.do(t, ReaderArrived{&mortal{calls: 1}})
	if p.DataFile.Problem == nil || p.DataFile.Problem.Code != script.CodeEnded {
		t.Errorf("at a reader that ends the problem is %v", p.DataFile.Problem)
	}
}

// TestKeptProgramsWaitForTheirReader: those of the page before.
func TestKeptProgramsWaitForTheirReader(t *testing.T) {
	p := open("")
	p.do(t, CodeTyped{lessonOf("7")})
	snapshot, _ := p.Snapshot(p.link)
	text, problem := EncodeSnapshot(snapshot)
	if problem != nil {
		t.Fatal(problem)
	}
	next := slowly("epochs=7")
	next.do(t, SnapshotFound{Text: text, Link: p.link, Wanted: true})
	if next.CodeState() != CodeWaits || next.loads() != 1 || next.Code.Text != lessonOf("7") {
		t.Fatalf("the state is %d, after %d loads", next.CodeState(), next.loads())
	}
	if next.do(t, ReaderArrived{program.Direct{}}); next.CodeState() != CodeRead || len(next.Code.Reading.Outputs) == 0 {
		t.Error("the program is not read")
	}
}
