package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

func texts(rows []Row) []string {
	var all []string
	for _, row := range rows {
		all = append(all, row.X[0].Text+","+row.Y.Text)
	}
	return all
}

func TestTypingIsOneStepOfUndoPerBox(t *testing.T) {
	p := open("")
	p.send(
		PointTyped{Row: 1, Axis: Y, Text: "4"}, PointTyped{Row: 1, Axis: Y, Text: "42"},
		SettingTyped{Key: "epochs", Text: "7"}, SettingTyped{Key: "epochs", Text: "77"},
	)
	if got := p.Experiment.Points[0].Y; got != 42 || p.Experiment.Epochs != 77 {
		t.Fatalf("y = %v, epochs = %d; want 42, 77", got, p.Experiment.Epochs)
	}
	p.send(UndoPressed{})
	if p.Experiment.Epochs != 500 || p.Setting("epochs").Text != "500" {
		t.Errorf("after Undo the epochs are %d, shown %q; want 500", p.Experiment.Epochs, p.Setting("epochs").Text)
	}
	p.send(UndoPressed{})
	if !p.Experiment.Equal(experiment.Default()) || len(p.Past) != 0 {
		t.Errorf("after two Undo the experiment is %v with %d more to undo, want the lesson and none", p.Experiment, len(p.Past))
	}
	p.send(RedoPressed{}, RedoPressed{}, RedoPressed{})
	if p.Experiment.Epochs != 77 || p.Rows[0].Y.Text != "42" {
		t.Errorf("after Redo: epochs %d, y %q; want 77, 42", p.Experiment.Epochs, p.Rows[0].Y.Text)
	}
}

func TestWhatCannotBeReadStaysAndTheChartKeepsThePoint(t *testing.T) {
	p := open("")
	p.send(PointTyped{Row: 2, Axis: Y, Text: "nan"})
	row := p.Rows[1]
	if row.Y.Text != "nan" || row.Y.Problem == nil {
		t.Errorf("box = %+v, want the text with its problem", row.Y)
	}
	if got := len(p.Experiment.Points); got != 6 {
		t.Errorf("%d points, want the 6 from before", got)
	}
	p.send(PointTyped{Row: 2, Axis: Y, Text: "-1,5"})
	if got := p.Experiment.Points[1].Y; got != -1.5 || p.Rows[1].Y.Problem != nil {
		t.Errorf("y = %v, problem %v; want -1.5 and none", got, p.Rows[1].Y.Problem)
	}
}

func TestANewRowCountsOnceBothBoxesAreFilled(t *testing.T) {
	p := open("")
	p.send(PointAdded{})
	row := p.Rows[6].ID
	if !slices.Contains(p.asked, Effect(FocusPoint{Row: row})) {
		t.Errorf("effects %v, want the focus in the new row", p.asked)
	}
	p.send(PointTyped{Row: row, Axis: X, Text: "5"})
	if len(p.Experiment.Points) != 6 || len(p.Problems()) != 0 {
		t.Errorf("half a row: %d points, problems %v; want 6 and none", len(p.Experiment.Points), p.Problems())
	}
	p.send(PointLeft{Row: row})
	if p.Rows[6].Y.Problem == nil {
		t.Error("the row was left half filled and nothing is said")
	}
	p.send(PointTyped{Row: row, Axis: Y, Text: "9"})
	if got := p.Experiment.Points; len(got) != 7 || got[6] != (experiment.Point{X: experiment.Place{5}, Y: 9}) || len(p.Problems()) != 0 {
		t.Errorf("points %v, problems %v; want a seventh (5, 9) and none", got, p.Problems())
	}
}

func TestDeletingAPointMovesTheFocusToTheNext(t *testing.T) {
	p := open("")
	p.send(PointDeleted{Row: 2})
	if want := []string{"-1,-3", "1,1", "2,3", "3,5", "4,7"}; !slices.Equal(texts(p.Rows), want) {
		t.Errorf("rows %v, want %v", texts(p.Rows), want)
	}
	if want := []Effect{FocusPoint{Row: 3}}; !slices.Equal(p.asked, want) {
		t.Errorf("focus %v, want %v", p.asked, want)
	}
	for _, row := range p.Rows {
		p.send(PointDeleted{Row: row.ID})
	}
	if p.asked[len(p.asked)-1] != Effect(FocusAdd{}) || p.DataProblem() == nil {
		t.Errorf("without points: focus %v, problem %v; want the add button and a problem", p.asked, p.DataProblem())
	}
}

func TestUsedPasteIsDataAndUnusedStays(t *testing.T) {
	p := open("")
	p.send(PasteTyped{Text: "1,2,x"}, PasteUsed{})
	if p.Paste.Text != "1,2,x" || p.Paste.Problem == nil || len(p.Rows) != 6 {
		t.Errorf("paste %+v with %d rows, want the text, its problem and the 6 rows from before", p.Paste, len(p.Rows))
	}
	if len(p.asked) != 1 || p.asked[0] != Effect(FocusPaste{}) {
		t.Errorf("the focus goes to %v, want the paste box", p.asked)
	}
	p.send(PasteTyped{Text: "1;2\n3;4,5"}, PasteUsed{})
	if want := []string{"1,2", "3,4.5"}; !slices.Equal(texts(p.Rows), want) || p.Paste.Text != "" {
		t.Errorf("rows %v, paste %q; want %v and an empty box", texts(p.Rows), p.Paste.Text, want)
	}
	p.send(UndoPressed{})
	if len(p.Rows) != 6 {
		t.Errorf("after Undo %d rows, want 6", len(p.Rows))
	}
}

func TestExamplesShowTheirOwnTraining(t *testing.T) {
	p := openLive("w=0&b=0")
	p.do(t, TrainPressed{}, CursorMoved{Epoch: 50}, ExampleChosen{Name: "houses"}, TrainPressed{})
	if got, want := p.Shown().Epoch, p.Run.Timeline.Last().Epoch; got != want {
		t.Errorf("epoch %d of the example is shown, want the last, %d", got, want)
	}
	p.do(t, CursorMoved{Epoch: 50}, ExampleChosen{Name: "celsius"}, PointTyped{Row: 6, Axis: Y, Text: "3.6"})
	if got, want := p.Shown().Epoch, p.Run.Timeline.Last().Epoch; got != want {
		t.Errorf("epoch %d is shown after an edit of the example, want the last, %d", got, want)
	}
}

func TestExamplesKeepHowThePageIsShown(t *testing.T) {
	p := open("lang=ko&theme=dark&hide=loss")
	p.send(ExampleChosen{Name: "houses"})
	if p.Experiment.Example != "houses" || p.Experiment.Lang != "ko" || !p.Experiment.Hides("loss") {
		t.Errorf("experiment %+v, want the houses in Korean without the loss", p.Experiment)
	}
	p.send(ExampleChosen{Name: "no such"})
	if p.Experiment.Example != "houses" {
		t.Errorf("an unknown example gives %q, want nothing changed", p.Experiment.Example)
	}
}

func TestTheLinkBringsEverythingBack(t *testing.T) {
	p := open("")
	p.send(
		PointTyped{Row: 1, Axis: X, Text: "7,25"},
		SettingTyped{Key: "epochs", Text: "123"},
		SettingTyped{Key: "w", Text: "2"},
	)
	again := open(p.link)
	if !again.Experiment.Equal(p.Experiment) {
		t.Errorf("link %q opens %+v, want %+v", p.link, again.Experiment, p.Experiment)
	}
	before := p.Run.ID
	p.send(Navigated{Fragment: p.link})
	if p.Run.ID != before || len(p.Past) == 0 {
		t.Error("the link that the page wrote itself starts it over")
	}
	p.send(Navigated{Fragment: "epochs=3&epochs=-3&lr=x"})
	if len(p.Notices) == 0 {
		t.Error("a bad link gives no notice")
	}
}

func TestSteppingASetting(t *testing.T) {
	p := open("")
	p.send(SettingTyped{Key: "lr", Text: "0,02"})
	if got := p.Setting("lr").Text; got != "0,02" {
		t.Errorf("while typing the field shows %q, want what was typed", got)
	}
	p.send(SettingLeft{Key: "lr"})
	if got := p.Setting("lr").Text; got != "0.02" {
		t.Errorf("after leaving the field shows %q, want 0.02", got)
	}
	p.send(SettingStepped{Key: "lr", Steps: 1})
	if got := p.Setting("lr").Text; got != "0.05" {
		t.Errorf("after an arrow key the field shows %q, want 0.05", got)
	}
	p.send(SettingStepped{Key: "optimizer", Steps: 1})
	if got := p.Setting("optimizer").Text; got != "sgd" {
		t.Errorf("an arrow key in a menu gives %q, want nothing changed", got)
	}
}

func TestNewStartDrawsOtherWeights(t *testing.T) {
	p := open("w=3&b=4")
	p.send(InitialWeightsDrawn{})
	first := p.Setting("w").Text
	p.send(InitialWeightsDrawn{})
	if second := p.Setting("w").Text; first == "3" || second == first || p.Experiment.Initial != nil {
		t.Errorf("weights 3, %s, %s; want three different ones", first, second)
	}
	p.send(UndoPressed{}, UndoPressed{})
	if got := p.Setting("w").Text; got != "3" {
		t.Errorf("after Undo the initial weight is %s, want 3", got)
	}
}

func TestALayerTakesTheTextsAlongThatHaveNoFieldAnyMore(t *testing.T) {
	p := openLive("also=5")
	p.do(t, SettingTyped{Key: "w", Text: "abc"}, SettingTyped{Key: "b", Text: "x"}, LayerAdded{}, TrainPressed{})
	if p.Run.Phase != Finished {
		t.Errorf("an unreadable initial weight keeps a net from training: %v", p.Run.Problem)
	}
	p.do(t, SettingTyped{Key: "also.1", Text: "?"}, SettingTyped{Key: "units.1", Text: "many"}, LayerRemoved{Layer: 1})
	if got := p.Setting("also.1").Text; got != "?" || len(p.Problems()) != 1 {
		t.Errorf("without the layer an x to predict holds %q and the problems are %v, want ? and that one", got, p.Problems())
	}
	p = openLive("")
	p.do(t, SettingTyped{Key: "w", Text: "abc"}, SettingTyped{Key: "layers", Text: "4,1"}, TrainPressed{})
	if p.Run.Phase != Finished {
		t.Errorf("an unreadable initial weight keeps a net that a host sets from training: %v", p.Run.Problem)
	}
}

func TestTheLearnersLanguageOverrulesTheLink(t *testing.T) {
	p := open("lang=ko")
	p.send(PreferencesRead{Lang: "en", Theme: "dark"})
	if p.Lang() != "ko" || p.Theme() != "dark" {
		t.Errorf("language %q, theme %q; want the link's ko and the stored dark", p.Lang(), p.Theme())
	}
	p.send(SettingTyped{"epochs", "50"}, LangChosen{Lang: "en"}, ThemeChosen{Theme: "light"})
	if p.Lang() != "en" || p.Theme() != "light" || p.link != "epochs=50" {
		t.Errorf("language %q, theme %q, link %q; want en, light and a link with the epochs alone", p.Lang(), p.Theme(), p.link)
	}
	if p.stored["lang"] != "en" || p.stored["theme"] != "light" {
		t.Errorf("stored %v, want en and light", p.stored)
	}
	p.send(UndoPressed{})
	if p.Lang() != "en" || p.Theme() != "light" {
		t.Errorf("Undo of an edit before gives language %q, theme %q; want en and light", p.Lang(), p.Theme())
	}
	p.send(RedoPressed{}, UndoPressed{}, HostChose{"lang", "ko"}, HostChose{"theme", "dark"}, HostChose{"epochs", "7"}, RedoPressed{})
	if p.Lang() != "ko" || p.Theme() != "dark" || p.Experiment.Epochs != 50 {
		t.Errorf("Redo after a host's choice gives language %q, theme %q, %d epochs; want ko, dark and 50", p.Lang(), p.Theme(), p.Experiment.Epochs)
	}
	p.send(LangChosen{"ko"}, DragStarted{ByPointer: true}, PointMoved{6, 4, 9}, LangChosen{"en"}, DragCancelled{}, UndoPressed{})
	if p.Lang() != "en" {
		t.Errorf("Escape and Undo bring the language back to %q, want en", p.Lang())
	}
	p.send(Navigated{Fragment: "epochs=3"})
	if p.Lang() != "en" {
		t.Errorf("after following a link the language is %q, want it kept", p.Lang())
	}
}

func TestDataThatNoLinkHoldsIsTold(t *testing.T) {
	p := open("")
	var paste strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&paste, "%d.%d;%d\n", i, (i*7919)%1000, (i*104729)%99991)
	}
	p.send(PasteTyped{Text: paste.String()}, PasteUsed{})
	p.finish(t)
	if len(p.Rows) != 5000 || p.DataProblem() == nil {
		t.Fatalf("%d rows, problem %v; want 5000 and that the link cannot hold them", len(p.Rows), p.DataProblem())
	}
	p.send(TrainPressed{})
	if p.Run.Phase != Running {
		t.Errorf("phase %v, want it to train all the same", p.Run.Phase)
	}
	p.send(PausePressed{}, UndoPressed{})
	if p.DataProblem() != nil {
		t.Errorf("problem %v after Undo, want none", p.DataProblem())
	}
}

// TestWhatIsChosenIsNotChosenAnew: form fillers tell menus of changes that are none.
// Neither the options of the optimizer and the loss nor the points go back.
func TestWhatIsChosenIsNotChosenAnew(t *testing.T) {
	begin := New("w=3&b=0&optimizer=adam&lr=0.2&beta_1=0.5&loss=huber&delta=2&metric=mae&layers=1&epochs=7")
	for _, m := range []Msg{
		ExampleChosen{Name: begin.Experiment.Example},
		SettingTyped{Key: "optimizer", Text: "adam"},
		SettingTyped{Key: "loss", Text: "huber"},
		SettingTyped{Key: "metric", Text: "mae"},
	} {
		s, _ := Update(begin, m)
		if !s.Experiment.Equal(begin.Experiment) {
			t.Errorf("%#v gives %+v, want the experiment as it is", m, s.Experiment)
		}
		if s.CanUndo() {
			t.Errorf("%#v can be undone, want nothing to undo", m)
		}
	}
	if s, _ := Update(begin, SettingTyped{Key: "optimizer", Text: "sgd"}); s.Experiment.Optimizer.Name != "sgd" {
		t.Errorf("another optimizer is not chosen: %+v", s.Experiment.Optimizer)
	}
}
