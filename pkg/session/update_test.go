package session

import (
	"context"
	"fmt"
	"testing"
	"time"

	"firstneuron/pkg/experiment"

	"pgregory.net/rapid"
)

// message draws anything that can happen, sensible or not.
func message() *rapid.Generator[Msg] {
	text := rapid.SampledFrom([]string{
		"", " ", "0", "-1", "2,5", "1e3", "1e400", "nan", "x", "−3", "10", "0.5", "１２", "4\n5", "tanh", "16:tanh,1", "adam", "huber",
	})
	row := rapid.IntRange(-1, 9)
	axis := rapid.SampledFrom([]Axis{X, Y})
	key := rapid.SampledFrom([]string{
		"", "epochs", "lr", "batch", "w", "b", "predict", "seed", "layers", "optimizer", "loss", "xs", "units.1", "activation.2", "momentum", "validation", "patience", "l2", "no-such-key",
	})
	paste := rapid.SampledFrom([]string{"", "1,2", "1;2\n3;4", "xs=[1,2]\nys=[3,4]", "1,2,x", "(((", "\x00"})
	fragment := rapid.SampledFrom([]string{
		"", "w=0&b=0", "epochs=3&auto=1", "xs=1,2&ys=3", "example=houses", "lr=0.5", "%zz", "layers=4:tanh,1", "ask=what&goal=loss:9,predict:1:1:1,diverge&auto=1", "validation=0.5&patience=2&metric=mae",
	})
	return rapid.Custom(func(t *rapid.T) Msg {
		return rapid.SampledFrom([]Msg{
			Navigated{fragment.Draw(t, "fragment")},
			PreferencesRead{"ko", "dark"},
			LangChosen{text.Draw(t, "lang")},
			ThemeChosen{"light"},
			PointTyped{row.Draw(t, "row"), axis.Draw(t, "axis"), text.Draw(t, "text")},
			PointLeft{row.Draw(t, "left")},
			PointAdded{},
			PointDeleted{Row: row.Draw(t, "deleted")},
			PasteTyped{paste.Draw(t, "paste")},
			PasteUsed{},
			ExampleChosen{rapid.SampledFrom([]string{"lesson", "celsius", "nothing"}).Draw(t, "example")},
			SettingTyped{key.Draw(t, "key"), text.Draw(t, "value")},
			SettingSlid{key.Draw(t, "slid"), text.Draw(t, "slidTo")},
			SettingLeft{key.Draw(t, "leftKey")},
			SettingStepped{key.Draw(t, "stepped"), rapid.IntRange(-20, 20).Draw(t, "steps")},
			StartDrawn{},
			LayerAdded{},
			LayerRemoved{rapid.IntRange(-1, 3).Draw(t, "layer")},
			UndoPressed{},
			RedoPressed{},
			TrainPressed{},
			TrainMorePressed{},
			PausePressed{},
			StepPressed{},
			ResetPressed{},
			LossScaleChosen{true},
			LiveChosen{rapid.Bool().Draw(t, "live")},
			LossPointed{rapid.IntRange(-5, 2000).Draw(t, "epoch")},
			PointPicked{row.Draw(t, "picked")},
			PointLit{row.Draw(t, "lit")},
			PlaceClicked{rapid.Float64().Draw(t, "placeX"), rapid.Float64().Draw(t, "placeY")},
			PointMoved{row.Draw(t, "moved"), rapid.Float64().Draw(t, "x"), rapid.Float64().Draw(t, "y")},
			LineMoved{experiment.Line{W: rapid.Float64().Draw(t, "w"), B: 1}},
			HandlePicked{Handle(rapid.IntRange(0, 3).Draw(t, "handle"))},
			GripTaken{rapid.Bool().Draw(t, "dragged")},
			GripLeft{},
			GripCancelled{},
			CursorMoved{rapid.IntRange(-5, 2000).Draw(t, "cursor")},
			PlayPressed{rapid.Bool().Draw(t, "still")},
			SpeedChosen{rapid.IntRange(-1, 2000).Draw(t, "speed")},
			FramePassed{rapid.IntRange(0, 3).Draw(t, "playback"), rapid.Float64().Draw(t, "seconds")},
			ContinuePressed{},
			SliceChosen{rapid.IntRange(-1, 20).Draw(t, "i"), rapid.IntRange(-1, 20).Draw(t, "j")},
			WalkOpened{rapid.Bool().Draw(t, "walk")},
			StageChosen{rapid.IntRange(-1, 9).Draw(t, "stage")},
			StageStepped{rapid.Bool().Draw(t, "forward")},
			WhyOpened{true},
			NoiseChosen{rapid.Float64().Draw(t, "noise")},
			StartsOpened{rapid.Bool().Draw(t, "starts")},
			RunKept{},
			RunRenamed{rapid.IntRange(0, 5).Draw(t, "renamed"), text.Draw(t, "name")},
			RunRemoved{rapid.IntRange(0, 5).Draw(t, "removed")},
			RemedyChosen{rapid.SampledFrom([]Remedy{LowerRate, StandardizeX, UndoLast}).Draw(t, "remedy")},
			GuessTyped{text.Draw(t, "guess")},
			GuessGiven{},
			ShareOpened{rapid.Bool().Draw(t, "share")},
			ShareTyped{rapid.SampledFrom([]string{"title", "goal", "lang", "epochs"}).Draw(t, "shareKey"), text.Draw(t, "shareText")},
			SharePartChosen{rapid.SampledFrom([]string{"hide", "lock", "title"}).Draw(t, "partKey"), text.Draw(t, "part"), rapid.Bool().Draw(t, "partOn")},
			ShareWeightsChosen{rapid.Bool().Draw(t, "weights")},
			LinkSettled{experiment.Default(), rapid.SampledFrom([]*experiment.Problem{nil, {Code: "fragment_too_long"}}).Draw(t, "link")},
			FileOpened{rapid.SampledFrom([]string{"", "First Neuron experiment 1\nepochs=7"}).Draw(t, "file")},
			HostOpened{fragment.Draw(t, "hostFragment"), rapid.Bool().Draw(t, "keep")},
			HostChose{key.Draw(t, "hostKey"), text.Draw(t, "hostText")},
			Progress{Run: rapid.IntRange(-9, 0).Draw(t, "run"), Timeline: newTimeline(nil)}, // of a run that is over: the first has 1
		}).Draw(t, "message")
	})
}

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
			if rapid.Bool().Draw(t, "studies") {
				for _, m := range p.studies.Slice(context.Background(), time.Time{}) {
					p.send(m)
				}
			}
			if len(p.Shown().Params) == 0 {
				t.Fatal("a record without weights is shown")
			}
			p.Explain()
			p.Autopsy()
			if len(p.Run.Timeline.Records) == 0 {
				t.Fatal("the timeline has lost the state before training")
			}
			if known := len(pointsOf(p.Rows)); known != len(p.Experiment.Points) {
				t.Fatalf("the table has %d points, the experiment %d", known, len(p.Experiment.Points))
			}
		}
	})
}

// TestUndoTakesBackEveryEdit undoes whatever was edited, step by step.
func TestUndoTakesBackEveryEdit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := open("")
		first := p.Experiment
		for range rapid.IntRange(1, 20).Draw(t, "length") {
			m := message().Draw(t, "m")
			switch m.(type) {
			case Navigated, HostOpened, HostChose, LiveChosen, LangChosen, ThemeChosen, UndoPressed, RedoPressed, Progress, TrainPressed, TrainMorePressed, StepPressed, GripTaken, GripCancelled, RemedyChosen, StageStepped:
				continue // no edits
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
