package session

import (
	"context"
	"testing"
	"time"
)

// TestAStudyThatNobodyLooksAtIsDropped: two hundred trainings of a large net
// take minutes.
func TestAStudyThatNobodyLooksAtIsDropped(t *testing.T) {
	for name, away := range map[string]Msg{
		"closed":       StartsOpened{Open: false},
		"another link": Navigated{Fragment: "hide=surface"},
	} {
		p := open("hide=surface&layers=64:tanh,64:tanh,1&epochs=1000")
		p.send(StartsOpened{Open: true})
		p.studies.Slice(context.Background(), time.Time{})
		if p.studies.Idle() {
			t.Fatal("no starts are tried")
		}
		p.send(away)
		if !p.studies.Idle() {
			t.Errorf("%s: the starts are tried all the same", name)
		}
	}
	p := open("hide=surface&batch=1&optimizer=adam&epochs=20")
	p.do(t, TrainPressed{}, RunKept{}, SettingTyped{Key: "lr", Text: "0.1"})
	p.send(WalkOpened{Open: true}, SettingTyped{Key: "epochs", Text: "1000000"}, WalkOpened{Open: false}, RunRemoved{ID: p.Kept[0].ID})
	if !p.studies.Idle() {
		t.Error("with nothing open any more, there is still something to work out")
	}
}
