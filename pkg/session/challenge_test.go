package session

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

func TestNothingTrainsBeforeTheAnswer(t *testing.T) {
	p := open("ask=What+is+next&auto=1&w=0&b=0")
	for _, m := range []Msg{TrainPressed{}, TrainMorePressed{}, StepPressed{}, AutoTrainChosen{On: true}, SettingTyped{Key: "epochs", Text: "100"}, MultiStartOpened{Open: true}, WhyOpened{Open: true}} {
		if p.send(m); slices.ContainsFunc(p.pending, func(e Effect) bool { _, trains := e.(StartTraining); return trains }) {
			t.Errorf("%#v before the answer begins a training, want none that nobody sees", m)
		}
		p.finish(t)
		if p.Run.Timeline.Last().Epoch != 0 || p.WhyOpen || p.MultiStart.Open {
			t.Fatalf("%#v before the answer: epoch %d, why %v, starts %v; want nothing", m, p.Run.Timeline.Last().Epoch, p.WhyOpen, p.MultiStart.Open)
		}
	}
	p.send(GuessTyped{Text: "many"}, GuessGiven{})
	if !p.AwaitingAnswer() || p.Challenge.Guess.Problem == nil {
		t.Fatalf("after “many”: asking %v, problem %v; want a problem", p.AwaitingAnswer(), p.Challenge.Guess.Problem)
	}
	p.send(GuessTyped{Text: "19,5"}, GuessGiven{})
	p.finish(t)
	if p.AwaitingAnswer() || p.Challenge.Answer != 19.5 {
		t.Errorf("answered %v with %v, want 19.5", p.Challenge.Answered, p.Challenge.Answer)
	}
	if got := p.Run.Timeline.Last().Epoch; got != 100 {
		t.Errorf("epoch %d after the answer, want the 100 that auto=1 waited with", got)
	}
}

func TestAQuestionClosesWhatTellsTheAnswer(t *testing.T) {
	p := openLive("w=0&b=0")
	p.do(t, TrainPressed{}, RunSaved{}, MultiStartOpened{true}, WhyOpened{true}, StepTraceOpened{true})
	if len(p.SavedRuns) != 1 || len(p.MultiStart.Tried) != MultiStartGoal || !p.WhyOpen || p.StepTrace.Trace == nil {
		t.Fatal("not everything is open that a question would close")
	}
	begun := p.Session.jobs
	p.send(FileOpened{"First Neuron experiment 1\nask=What\nhide=surface\nxs=1,2,3\nys=3,5,7"})
	if p.finish(t); !p.AwaitingAnswer() || p.WhyOpen || p.MultiStart.Open || p.StepTrace.Open || len(p.SavedRuns) != 0 || p.Session.jobs != begun {
		t.Errorf("with a question: why %v, starts %v, step %v, %d kept runs, %d studies begun; want all closed",
			p.WhyOpen, p.MultiStart.Open, p.StepTrace.Open, len(p.SavedRuns), p.Session.jobs-begun)
	}
	p.do(t, UndoPressed{}, TrainPressed{}, WhyOpened{true}, CursorMoved{9}, RedoPressed{})
	if !p.AwaitingAnswer() || p.WhyOpen || p.Run.Phase != Untrained || p.Shown().Epoch != 0 {
		t.Errorf("Redo asks %v and leaves the explanation open %v at epoch %d, want the question alone", p.AwaitingAnswer(), p.WhyOpen, p.Shown().Epoch)
	}
}

func TestTheAnswerTrainsWhatWasEditedMeanwhile(t *testing.T) {
	p := openLive("ask=what&w=0&b=0")
	p.do(t, PointTyped{6, Y, "9"}, GuessTyped{"3"}, GuessGiven{})
	if p.Run.Phase != Finished || p.Run.trained.Points[5].Y != 9 || p.Run.stale {
		t.Errorf("phase %v after the answer, want the edit trained", p.Run.Phase)
	}
	for _, p := range []*player{openLive("ask=what&w=0&b=0"), open("ask=what&w=0&b=0")} {
		if !p.AutoTrains() {
			p.do(t, PointTyped{6, Y, "9"})
		}
		p.do(t, GuessTyped{"3"}, GuessGiven{})
		if p.Run.Phase != Untrained {
			t.Errorf("phase %v after the answer with live %v, want nothing trained unasked", p.Run.Phase, p.AutoTrains())
		}
	}
}

func TestTheHostStartsOverWithTheSameLink(t *testing.T) {
	p := openLive("ask=what")
	p.do(t, GuessTyped{"3"}, GuessGiven{}, TrainPressed{}, HostOpened{Fragment: "ask=what", Keep: true})
	if p.AwaitingAnswer() || p.Run.Phase != Finished {
		t.Errorf("keeping the task: asking %v, phase %v; want it left alone", p.AwaitingAnswer(), p.Run.Phase)
	}
	p.do(t, HostOpened{Fragment: "ask=what"})
	if !p.AwaitingAnswer() || p.Challenge.Trained || p.Run.Phase != Untrained {
		t.Errorf("asking %v, phase %v, task %+v; want all of it new", p.AwaitingAnswer(), p.Run.Phase, p.Challenge)
	}
}

func TestGoals(t *testing.T) {
	for _, test := range []struct {
		fragment string
		score    float64
	}{
		{"w=0&b=0", 100}, // no goal: a training that has come to its end
		{"w=0&b=0&goal=loss:0.001:200", 0},
		{"w=0&b=0&goal=loss:0.001:500", 100},
		{"w=0&b=0&goal=loss:0.001", 100},
		{"w=0&b=0&goal=predict:10:19:0.01", 0}, // 18.9815
		{"w=0&b=0&goal=predict:10:19:0.02", 100},
		{"w=0&b=0&lr=0.5&goal=diverge", 100},
		{"w=0&b=0&lr=0.5&goal=predict:10:19:0.02", 0},
		{"w=0&b=0&goal=diverge", 0},
		{"w=0&b=0&goal=diverge,loss:0.1,loss:0.001", 66.67},
	} {
		p := open(test.fragment)
		if got := p.Score(); got != 0 || p.Completed() {
			t.Errorf("#%s: score %v before the training, want 0", test.fragment, got)
		}
		p.send(TrainPressed{})
		p.finish(t)
		if got := p.Score(); got != test.score || p.Completed() != (test.score == 100) {
			t.Errorf("#%s: score %v, completed %v; want %v", test.fragment, got, p.Completed(), test.score)
		}
	}
}

func TestWhatIsReachedStaysReached(t *testing.T) {
	p := open("w=0&b=0&goal=diverge,loss:0.001")
	p.send(TrainPressed{})
	p.finish(t)
	if got := p.Score(); got != 50 {
		t.Fatalf("score %v, want 50", got)
	}
	p.send(SettingTyped{Key: "lr", Text: "0.5"}, TrainPressed{})
	p.finish(t)
	if got := p.Score(); got != 100 {
		t.Errorf("score %v after a second training that diverged, want 100", got)
	}
	p.send(ResetPressed{})
	if got := p.Score(); got != 100 {
		t.Errorf("score %v after Reset, want 100", got)
	}
	p.send(Navigated{Fragment: "goal=diverge,loss:0.001"})
	if got := p.Score(); got != 0 {
		t.Errorf("score %v with another link, want 0", got)
	}
}

func TestAPausedTrainingIsAssessedAndNotCompleted(t *testing.T) {
	p := open("w=0&b=0")
	p.send(StepPressed{})
	p.finish(t)
	if p.Run.Phase != Paused || p.Completed() {
		t.Errorf("after one step the phase is %v, completed %v; want paused and no", p.Run.Phase, p.Completed())
	}
}

func TestShareChangesTheLinkAndNotThePage(t *testing.T) {
	p := open("w=0&b=0&lang=ko")
	p.send(TrainPressed{})
	p.finish(t)
	before := p.Experiment
	p.send(
		ShareOpened{Open: true},
		ShareTyped{Key: "title", Text: "Guess & <b>train</b>"},
		ShareTyped{Key: "goal", Text: "loss:0.1,diverge"},
		ShareTyped{Key: "epochs", Text: "7"},
		SharePartChosen{Key: "hide", Part: "loss", On: true},
		SharePartChosen{Key: "hide", Part: "model", On: true},
		SharePartChosen{Key: "hide", Part: "loss", On: false},
		SharePartChosen{Key: "lock", Part: "data", On: true},
	)
	if !p.Experiment.Equal(before) {
		t.Errorf("the page shows %v, want it as before", p.Experiment)
	}
	e, problems := experiment.Decode(experiment.Encode(p.Shared()))
	if len(problems) > 0 || e.Title != "Guess & <b>train</b>" || len(e.Goals) != 2 || e.Epochs != 500 || e.Lang != "ko" ||
		!slices.Equal(e.Hide, []string{"model"}) || !slices.Equal(e.Lock, []string{"data"}) {
		t.Errorf("the link gives %+v with problems %v", e, problems)
	}
	p.send(ShareTyped{Key: "goal", Text: "win"})
	if d := p.ShareSetting("goal"); d.Text != "win" || d.Problem == nil {
		t.Errorf("the field holds %q with problem %v, want the text and why not", d.Text, d.Problem)
	}
}

func TestSharedWeightsAreTheFirstGuessOfTheLink(t *testing.T) {
	for _, fragment := range []string{"w=0&b=0", "layers=3:tanh,1&lr=0.05"} {
		p := open(fragment)
		p.send(TrainPressed{})
		p.finish(t)
		trained := p.Predict(10)[0]
		p.send(ShareOpened{Open: true}, ShareWeightsChosen{On: true})
		again := open(experiment.Encode(p.Shared()))
		if len(again.Notices) > 0 || again.Run.Phase != Untrained {
			t.Fatalf("#%s: notices %v, phase %v", fragment, again.Notices, again.Run.Phase)
		}
		if got := again.Predict(10)[0]; got != trained {
			t.Errorf("#%s: the link predicts %v, want %v", fragment, got, trained)
		}
		again.send(InitialWeightsDrawn{})
		if got := again.Predict(10)[0]; got == trained {
			t.Errorf("#%s: New start keeps the shared weights", fragment)
		}
	}
}

func TestOpenedFileCanBeUndone(t *testing.T) {
	p := open("epochs=5")
	p.send(ShareOpened{Open: true}, FileOpened{Text: "no such thing"})
	if !p.Share.Open || p.Share.Problem == nil || p.Experiment.Epochs != 5 {
		t.Errorf("after a bad file: open %v, problem %v, epochs %d", p.Share.Open, p.Share.Problem, p.Experiment.Epochs)
	}
	p.send(FileOpened{Text: "First Neuron experiment 1\nepochs=9\nlr=x\n"})
	if p.Share.Open || p.Experiment.Epochs != 9 || len(p.Notices) != 1 {
		t.Errorf("after a file: open %v, epochs %d, notices %v", p.Share.Open, p.Experiment.Epochs, p.Notices)
	}
	p.send(UndoPressed{})
	if p.Experiment.Epochs != 5 {
		t.Errorf("after Undo %d epochs, want 5", p.Experiment.Epochs)
	}
}

func TestAFileTrainsAsItsLinkDoes(t *testing.T) {
	for _, p := range []*player{open("w=0&b=0"), openLive("w=0&b=0")} {
		p.do(t, TrainPressed{}, CursorMoved{3}, FileOpened{"First Neuron experiment 1\nauto=1\nepochs=9"})
		if p.Run.Phase != Finished || p.Shown().Epoch != 9 {
			t.Errorf("with auto=1: phase %v, epoch %d shown; want 9 epochs trained", p.Run.Phase, p.Shown().Epoch)
		}
		p.do(t, FileOpened{"First Neuron experiment 1\nepochs=8"})
		if p.Run.Phase != Untrained {
			t.Errorf("without auto: phase %v, want untrained", p.Run.Phase)
		}
		p.do(t, FileOpened{"First Neuron experiment 1\nauto=1\nask=What\nepochs=7"})
		if p.Run.Phase != Untrained {
			t.Errorf("with a question: phase %v, want untrained", p.Run.Phase)
		}
		if p.do(t, GuessTyped{"3"}, GuessGiven{}); p.Run.Timeline.Last().Epoch != 7 {
			t.Errorf("epoch %d after the answer, want 7", p.Run.Timeline.Last().Epoch)
		}
	}
}
