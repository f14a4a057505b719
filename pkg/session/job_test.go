package session

import (
	"testing"
	"time"
)

// TestAJobThatNoViewShowsIsDropped: two hundred trainings of a large net
// take minutes.
func TestAJobThatNoViewShowsIsDropped(t *testing.T) {
	for name, away := range map[string]Msg{
		"closed":       MultiStartOpened{Open: false},
		"another link": Navigated{Fragment: "hide=surface"},
	} {
		p := open("hide=surface&layers=64:tanh,64:tanh,1&epochs=1000")
		p.send(MultiStartOpened{Open: true})
		p.WorkOnJobs(time.Time{})
		if p.Idle() {
			t.Fatal("no starts are tried")
		}
		p.send(away)
		if !p.Idle() {
			t.Errorf("%s: the starts are tried all the same", name)
		}
	}
	p := open("hide=surface&batch=1&optimizer=adam&epochs=20")
	p.do(t, TrainPressed{}, RunSaved{}, SettingTyped{Key: "lr", Text: "0.1"})
	p.send(StepTraceOpened{Open: true}, SettingTyped{Key: "epochs", Text: "1000000"}, StepTraceOpened{Open: false}, RunRemoved{ID: p.SavedRuns[0].ID})
	if !p.Idle() {
		t.Error("with nothing open any more, there is still something to work out")
	}
}

// TestJobsFollowBesideABoxThatCannotBeRead: the experiment is valid all the
// same, and the points and the minimum are drawn of it.
func TestJobsFollowBesideABoxThatCannotBeRead(t *testing.T) {
	p := openLive("w=0&b=0")
	p.do(t, TrainPressed{}, StepTraceOpened{Open: true}, MultiStartOpened{Open: true}, PointTyped{1, Y, "x"})
	before, tried := p.Surface.Loss, p.MultiStart.Tried
	p.do(t, PointMoved{6, 4, 20})
	if len(p.Problems()) == 0 {
		t.Fatal("the box can be read")
	}
	if got := p.StepTrace.Trace.Loss; got < 20 { // (20 − 7)² / 6
		t.Errorf("the loss of the step is %v, as for the point before", got)
	}
	if p.Surface.Loss[0] == before[0] {
		t.Error("the surface is that of the point before")
	}
	if p.MultiStart.Tried[0].Answer == tried[0].Answer {
		t.Error("the starts are those of the point before")
	}
}

// TestAPageMadeAnewGoesOn: the training that ran goes on where it was, and a job
// that cannot be worked on is left.
func TestAPageMadeAnewGoesOn(t *testing.T) {
	m := NewMachine(New("epochs=1000000"))
	m.Send(TrainPressed{}, func(Effect) {})
	var link, slice bool
	for _, effect := range m.GoOn() {
		switch effect := effect.(type) {
		case WriteFragment:
			link = effect.Experiment.Equal(m.Experiment)
		case NextSlice:
			slice = effect.Run == m.Run.ID
		default: // what else the page does is not asked here
		}
	}
	if !link || !slice {
		t.Errorf("the link is written: %v, the training goes on: %v; want both", link, slice)
	}
	m.Send(MultiStartOpened{Open: true}, func(effect Effect) { m.Work(effect, time.Time{}) })
	for range 10 {
		m.DropJob()
	}
	if !m.Idle() {
		t.Error("a job is left to work on")
	}
}
