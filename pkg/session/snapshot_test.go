package session

import (
	"reflect"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// used is a page on which something of each kind was made that no link holds.
func used(t testing.TB) *player {
	t.Helper()
	p := open("ask=what&goal=loss:9,diverge&w=0&b=0&epochs=30")
	p.send(GuessTyped{"7"}, GuessGiven{}, TrainPressed{})
	p.finish(t)
	p.send(RunSaved{}, RunRenamed{ID: 1, Name: "first, of 2%"}, PasteTyped{"1,2\n3;x"})
	p.send(PointTyped{Row: 2, Axis: Y, Text: "ten"}, PointAdded{}, PointTyped{Row: 7, Axis: X, Text: "9"}, PointLeft{7})
	p.send(SettingTyped{"epochs", "many, 100%"})
	p.send(CodeTyped{strings.Replace(p.Code.Text, "\n", "\n# mine: 50%, and more\n", 1)})
	if p.Code.Text == "" || !p.Code.Own {
		t.Fatal("the program is not the learner's own")
	}
	return p
}

// TestASnapshotBringsEverythingBack: a page that is loaded again has all that was
// made on the one before, once it is asked for.
func TestASnapshotBringsEverythingBack(t *testing.T) {
	p := used(t)
	made, more := p.Snapshot(p.link)
	if !more {
		t.Fatal("the page has no more than its link, want the code, the answer and all else")
	}
	text, problem := EncodeSnapshot(made)
	if problem != nil {
		t.Fatal(problem)
	}
	next := open(p.link)
	next.send(SnapshotFound{Text: text, Link: p.link})
	if next.Offer == nil || next.Code.Own || next.Paste.Text != "" {
		t.Fatal("a snapshot that is found is to be offered, and not taken unasked")
	}
	next.send(SnapshotTaken{})
	next.finish(t)
	if !next.Experiment.Equal(p.Experiment) {
		t.Errorf("the experiment is %v, want %v", next.Experiment, p.Experiment)
	}
	for what, pair := range map[string][2]any{
		"program":   {next.Code.Text, p.Code.Text},
		"problems":  {next.CodeProblem(), p.CodeProblem()},
		"rows":      {next.Rows, p.Rows},
		"drafts":    {next.Drafts, p.Drafts},
		"paste":     {next.Paste.Text, p.Paste.Text},
		"answer":    {next.Challenge.Answer, p.Challenge.Answer},
		"answered":  {next.Challenge.Answered, p.Challenge.Answered},
		"guess":     {next.Challenge.Guess.Text, p.Challenge.Guess.Text},
		"goals":     {next.Challenge.Reached, p.Challenge.Reached},
		"runs":      {len(next.SavedRuns), len(p.SavedRuns)},
		"run":       {next.SavedRuns[0].Name, p.SavedRuns[0].Name},
		"run's own": {next.SavedRuns[0].Experiment.Epochs, p.SavedRuns[0].Experiment.Epochs},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s: %#v, want %#v", what, pair[0], pair[1])
		}
	}
	if again, _ := next.Snapshot(p.link); next.Offer != nil || !reflect.DeepEqual(again, made) {
		t.Errorf("the snapshot of the page that went on is\n%#v, want\n%#v", again, made)
	}
	next.send(UndoPressed{})
	if next.Code.Own || len(next.Drafts) > 0 {
		t.Error("Undo does not take it back")
	}
}

// TestASnapshotIsOfItsLink: what another experiment had is not offered, and what is
// left is not offered again.
func TestTheBestGuessOutlastsAReload(t *testing.T) {
	p := open("w=10&b=-10")
	p.send(SettingTyped{"w", "2"}, SettingTyped{"b", "-1.5"}, PasteTyped{"1"})
	best, ok := p.OwnBest()
	if !ok || best != 0.25 {
		t.Fatalf("the best guess has a loss of %v, %v, want 0.25", best, ok)
	}
	made, _ := p.Snapshot(p.link)
	text, problem := EncodeSnapshot(made)
	if problem != nil {
		t.Fatal(problem)
	}
	next := open(p.link)
	next.send(SnapshotFound{Text: text, Link: p.link, Wanted: true})
	if got, ok := next.OwnBest(); !ok || got != best {
		t.Errorf("after a reload it has %v, %v, want %v", got, ok, best)
	}
	for _, broken := range []string{"NaN", "Inf", "x", ""} {
		if k, _ := DecodeSnapshot(strings.Replace(text, "guess=0.25", "guess="+broken, 1)); k.Guessed {
			t.Errorf("guess=%s is taken for a loss", broken)
		}
	}
}

func TestASnapshotIsOfItsLink(t *testing.T) {
	p := used(t)
	made, _ := p.Snapshot(p.link)
	text, _ := EncodeSnapshot(made)
	other := open("epochs=7")
	other.send(SnapshotFound{Text: text, Link: "epochs=7"})
	other.send(SnapshotFound{Text: text, Link: "epochs=7", Wanted: true})
	if other.Offer != nil || other.Experiment.Epochs != 7 {
		t.Error("a page is offered what one with another link had")
	}
	next := open(p.link)
	next.send(SnapshotFound{Text: text, Link: p.link})
	next.asked = nil
	next.send(SnapshotLeft{}, SnapshotTaken{})
	if next.Offer != nil || next.Code.Own {
		t.Error("what was left is taken")
	}
	next.send(SnapshotFound{Text: text, Link: p.link, Wanted: true})
	if next.Offer != nil || !next.Code.Own {
		t.Error("what was asked for is not taken")
	}
}

// TestTheLinkIsEnough: a page that has what its link says keeps nothing beside it.
func TestTheLinkIsEnough(t *testing.T) {
	p := open("")
	p.send(SettingTyped{"epochs", "7"}, PointTyped{Row: 1, Axis: Y, Text: "2,5"}, PointAdded{}, TrainPressed{})
	p.finish(t)
	if made, more := p.Snapshot(p.link); more {
		t.Errorf("a page that its link describes has more: %#v", made)
	}
	p.send(PasteTyped{manyPoints(experiment.MaxPoints)}, PasteUsed{})
	if _, more := p.Snapshot(p.link); !more {
		t.Error("5,000 points, for which the link is too long, are not more")
	}
	p = open("")
	p.send(LinkSettled{Experiment: p.Experiment, Unwritten: true})
	if _, more := p.Snapshot(p.link); !more {
		t.Error("a link that the browser refused is enough")
	}
}

// TestASnapshotIsBounded: the paste box gives way first, then it is said.
func TestASnapshotIsBounded(t *testing.T) {
	k := Snapshot{Experiment: experiment.Default(), Code: strings.Repeat("%", 256<<10), Paste: strings.Repeat("%", 1<<20)}
	text, problem := EncodeSnapshot(k)
	if problem != nil || len(text) > MaxSnapshot {
		t.Fatalf("%d bytes, %v; want at most %d", len(text), problem, MaxSnapshot)
	}
	back, ok := DecodeSnapshot(text)
	if !ok || back.Code != k.Code || back.Paste != "" {
		t.Errorf("the snapshot without its paste box reads back as %t with %d bytes of code", ok, len(back.Code))
	}
	k.Settings = []SnapshotSetting{{"epochs", strings.Repeat("9", MaxSnapshot)}}
	if text, problem = EncodeSnapshot(k); problem == nil || problem.Code != CodeSnapshotTooLarge || text != "" {
		t.Errorf("a snapshot of more than %d bytes: %v, want %s", MaxSnapshot, problem, CodeSnapshotTooLarge)
	}
	if _, ok := DecodeSnapshot(snapshotFirstLine + "\n" + strings.Repeat("\n", MaxSnapshot)); ok {
		t.Error("a text of more than MaxSnapshot is read")
	}
}

// FuzzDecodeSnapshot: whatever text the browser has, the page it gives is a whole one,
// and what is kept of that reads back as it is.
func FuzzDecodeSnapshot(f *testing.F) {
	made, _ := used(f).Snapshot("w=0")
	text, _ := EncodeSnapshot(made)
	f.Add(text)
	f.Add("First Neuron page 1\nexperiment=First Neuron experiment 1%0Aepochs=7\nrow=0,true,,\nrow=99,false,1,2\ntask=,NaN,true,true\nreached=-1\n")
	f.Add("First Neuron page 1\nexperiment=First Neuron experiment 1%0A\ncode=model\nrun=,\nsetting=nothing,1\n")
	f.Fuzz(func(t *testing.T, text string) {
		found, ok := DecodeSnapshot(text)
		if !ok {
			return
		}
		p := open("")
		p.send(SnapshotFound{Text: text, Link: found.Link, Wanted: true})
		if known := len(pointsOf(p.Rows)); known != len(p.Experiment.Points) {
			t.Fatalf("the table has %d points, the experiment %d", known, len(p.Experiment.Points))
		}
		if _, problems := experiment.Decode(experiment.Encode(p.Experiment)); len(problems) > 0 && problems[0].Code != "fragment_too_long" {
			t.Fatalf("the experiment is no valid one: %v", problems[0])
		}
		if !p.Experiment.HidesCode() && p.Code.Text == "" {
			t.Fatal("the page has no program")
		}
		p.Console()
		kept, _ := p.Snapshot(found.Link)
		again, problem := EncodeSnapshot(kept)
		if problem != nil {
			return
		}
		if back, ok := DecodeSnapshot(again); !ok || back.Code != kept.Code || !back.Experiment.Equal(kept.Experiment) {
			t.Fatalf("what is kept reads back as %t:\n%s", ok, again)
		}
	})
}
