package session

import (
	"testing"
	"time"

	"firstneuron/pkg/experiment/program"
)

// player performs effects as the page does, without a page: every slice has a
// deadline that has already passed, which is the shortest slice there is, or
// none at all.
type player struct {
	Machine
	link    string
	stored  map[string]string
	asked   []Effect // of a page
	atOnce  bool     // one slice for the whole run
	pending []Effect
	// readerWaits leaves it to the test when the reader of programs comes.
	readerWaits bool
}

// open is a page on which the learner has ticked off training as she edits.
func open(fragment string) *player {
	p := openLive(fragment)
	p.send(AutoTrainChosen{On: false})
	return p
}

// openLive is a page on which the learner has seen a training.
func openLive(fragment string) *player {
	p := openFirst(fragment)
	p.seen = true
	return p
}

// openFirst is a page as it opens.
func openFirst(fragment string) *player {
	return &player{Machine: NewMachine(New(fragment)), stored: make(map[string]string)}
}

// send updates the session and performs all but training, which waits in
// pending for slice or finish.
func (p *player) send(messages ...Msg) {
	for _, m := range messages {
		p.Send(m, p.perform)
	}
}

func (p *player) perform(effect Effect) {
	switch effect := effect.(type) {
	case WriteFragment:
		fragment, settled := effect.Settle()
		p.link = fragment
		p.send(settled)
	case KeepSnapshot:
		// What is kept is read when it is wanted: see snapshot_test.go.
	case StorePreference:
		p.stored[effect.Name] = effect.Value
	case LoadReader:
		if p.readerWaits {
			p.asked = append(p.asked, effect)
		} else {
			p.send(ReaderArrived{program.Direct{}})
		}
	case StartTraining, NextSlice, NextFrame:
		p.pending = append(p.pending, effect)
	default:
		if _, ok := p.Work(effect, time.Time{}); !ok {
			p.asked = append(p.asked, effect)
		}
	}
}

// slice performs the training effects at hand once.
func (p *player) slice() {
	pending := p.pending
	p.pending = nil
	for _, effect := range pending {
		if frame, ok := effect.(NextFrame); ok {
			p.send(FramePassed{Playback: frame.Playback, Seconds: 1.0 / 60})
			continue
		}
		deadline := time.Time{}
		if p.atOnce {
			deadline = time.Now().Add(time.Hour)
		}
		if progress, _ := p.Work(effect, deadline); progress != nil {
			p.send(progress)
		}
	}
}

// finish performs training effects until there are none.
func (p *player) finish(t testing.TB) {
	t.Helper()
	for range 1_000_000 {
		if len(p.pending) == 0 && p.Idle() {
			return
		}
		p.slice()
		for _, m := range p.WorkOnJobs(time.Now().Add(time.Minute)) {
			p.send(m)
		}
	}
	t.Fatal("the training does not end")
}

// do sends messages and lets the training they start come to its end.
func (p *player) do(t testing.TB, messages ...Msg) {
	t.Helper()
	for _, m := range messages {
		p.send(m)
		p.finish(t)
	}
}
