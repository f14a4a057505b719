package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
)

const threeColumns = "year,mean,unc\n1959,315.98,0.12\n1960,316.91,0.12\n1961,317.64,0.12\n"

// TestATableWaitsForTheChoice: nothing changes before, and Undo takes the points back.
func TestATableWaitsForTheChoice(t *testing.T) {
	p := open("w=0&b=0")
	before := p.Experiment
	p.do(t, PasteTyped{threeColumns})
	p.do(t, PasteUsed{})
	if p.Import == nil || !p.Experiment.Equal(before) || p.Paste.Text != threeColumns {
		t.Fatalf("a table of three columns gives %v and changes the experiment: %v", p.Import, !p.Experiment.Equal(before))
	}
	p.do(t, ImportChosen{Y, 2})
	p.do(t, ImportChosen{X, 1})
	if p.Import.X != 1 || p.Import.Y != 2 || len(p.Import.Points) != 3 {
		t.Fatalf("x is column %d, y %d, %d points; want 1, 2, 3", p.Import.X, p.Import.Y, len(p.Import.Points))
	}
	p.do(t, ImportChosen{X, 2})
	if p.Import.X != 2 || p.Import.Y != 1 {
		t.Errorf("to choose the column of y for x leaves x %d and y %d, want them to change places", p.Import.X, p.Import.Y)
	}
	p.do(t, ImportChosen{X, 0})
	p.do(t, ImportChosen{Y, 1})
	p.do(t, ImportUsed{})
	want := []experiment.Point{{X: experiment.Place{1959}, Y: 315.98}, {X: experiment.Place{1960}, Y: 316.91}, {X: experiment.Place{1961}, Y: 317.64}}
	if !slices.Equal(p.Experiment.Points, want) || p.Import != nil || p.Paste.Text != "" {
		t.Fatalf("the points are %v, want %v", p.Experiment.Points, want)
	}
	if loaded := p.LoadedNow(); loaded == nil || loaded.X != "year" || loaded.Y != "mean" {
		t.Errorf("it is said that %+v was read, want year and mean", loaded)
	}
	p.do(t, UndoPressed{})
	if !slices.Equal(p.Experiment.Points, before.Points) || p.LoadedNow() != nil {
		t.Errorf("Undo brings %v back, want the points before", p.Experiment.Points)
	}
}

// TestTheQuestionIsAskedOnce: its answer holds for the whole column.
func TestTheQuestionIsAskedOnce(t *testing.T) {
	for answer, want := range []float64{1.2, 1200} {
		p := open("")
		p.do(t, PasteTyped{"Jahr;Fälle\n1;950\n2;1.200\n3;1.450"})
		p.do(t, PasteUsed{})
		if p.Import == nil || p.Import.Table.Question == nil {
			t.Fatal("950 and 1.200 are read without a question")
		}
		p.do(t, ImportAnswered{answer})
		if p.Import != nil || p.Experiment.Points[1] != (experiment.Point{X: experiment.Place{2}, Y: want}) || p.Experiment.Points[0].Y != 950 {
			t.Errorf("answer %d gives %v, want %v for the second", answer, p.Experiment.Points, want)
		}
	}
}

// TestWhatIsPastedStays: when it is refused, when it waits and when it is left.
func TestWhatIsPastedStays(t *testing.T) {
	for _, text := range []string{"1,2\n3,four", threeColumns, "1;950\n2;1.200\n3;1.450"} {
		p := open("")
		before := p.Experiment
		p.do(t, PasteTyped{text})
		p.do(t, PasteUsed{})
		p.do(t, ImportLeft{})
		if p.Paste.Text != text || !p.Experiment.Equal(before) {
			t.Errorf("%q is %q after it was not used", text, p.Paste.Text)
		}
	}
	p := open("")
	p.do(t, PasteTyped{threeColumns})
	p.do(t, PasteUsed{})
	p.do(t, PasteTyped{"1,2"})
	if p.Import != nil {
		t.Error("the table of a text that is no more in the box still waits")
	}
}

// TestFilesOfData are read as pastes are, and the paste box keeps its text.
func TestFilesOfData(t *testing.T) {
	p := open("")
	p.do(t, PasteTyped{"not yet"})
	p.do(t, DataFileOpened{"points.csv", "x,y\n1,2\n3,4\n"})
	if want := []experiment.Point{{X: experiment.Place{1}, Y: 2}, {X: experiment.Place{3}, Y: 4}}; !slices.Equal(p.Experiment.Points, want) || p.Paste.Text != "not yet" {
		t.Errorf("the points are %v, the paste box has %q; want %v and its text", p.Experiment.Points, p.Paste.Text, want)
	}
	p.do(t, DataFileOpened{"words.csv", "Name\nKim\nLee"})
	if p.DataFile.Problem == nil || p.DataFile.Text != "words.csv" || len(p.Experiment.Points) != 2 {
		t.Errorf("a file of words has the problem %v", p.DataFile.Problem)
	}
	p.do(t, DataFileOpened{"book.xlsx", "PK\x03\x04..."})
	if p.DataFile.Problem == nil || p.DataFile.Problem.Code != "workbook_unreadable" {
		t.Errorf("what is no workbook has the problem %v", p.DataFile.Problem)
	}
	p.do(t, DataFileRefused{"large.csv", paste.MaxFile + 1})
	if p.DataFile.Problem == nil || p.DataFile.Problem.Code != "file_too_long" {
		t.Errorf("a file that is too large has the problem %v", p.DataFile.Problem)
	}
	p.do(t, DataFileOpened{"saved.txt", experiment.EncodeFile(experiment.Default())})
	if len(p.Experiment.Points) != 6 {
		t.Errorf("the file of an experiment has %d points, want 6", len(p.Experiment.Points))
	}
	p.do(t, DataFileOpened{"lesson.py", strings.Replace(p.Code.Text, "epochs=500", "epochs=7", 1)})
	if p.Experiment.Epochs != 7 || p.Panel != experiment.CodePanel {
		t.Errorf("a program sets %d epochs and opens %q, want 7 and the code", p.Experiment.Epochs, p.Panel)
	}
	locked := open("lock=data")
	locked.do(t, DataFileOpened{"points.csv", "x,y\n1,2\n3,4\n"})
	if len(locked.Experiment.Points) != 6 {
		t.Error("a file changes points that are locked")
	}
}

// TestALargeFileIsReadInSlices: the page answers between them, and of more rows than
// it can use it says how many it takes.
func TestALargeFileIsReadInSlices(t *testing.T) {
	var text strings.Builder
	text.WriteString("x,y\n")
	for i := range 200_000 {
		fmt.Fprintf(&text, "%d.5,%d\n", i, 2*i)
	}
	p := open("")
	p.send(DataFileOpened{"large.csv", text.String()})
	if !p.ReadsData() || len(p.Experiment.Points) != 6 {
		t.Fatal("200,000 rows are read at once")
	}
	sliced := 0
	for ; !p.Idle() && sliced < 10_000; sliced++ {
		for _, m := range p.WorkOnJobs(time.Time{}) {
			p.send(m)
		}
	}
	if p.Import == nil || len(p.Import.Points) != experiment.MaxPoints || p.Import.Notes()[0].Code != "rows_thinned" || sliced < 3 {
		t.Fatalf("after %d slices the import is %v", sliced, p.Import)
	}
	p.do(t, ImportUsed{})
	if len(p.Experiment.Points) != experiment.MaxPoints || p.Experiment.Points[1].X[0] != 40.5 {
		t.Errorf("%d points, the second %v; want 5000, evenly spaced", len(p.Experiment.Points), p.Experiment.Points[1])
	}
}
