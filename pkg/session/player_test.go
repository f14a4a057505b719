package session

import (
	"context"
	"testing"
	"time"
)

// player performs effects as the page does, without a page: every slice has a
// deadline that has already passed, which is the shortest slice there is, or
// none at all.
type player struct {
	Session
	trainer Trainer
	studies Studies
	link    string
	stored  map[string]string
	focused []Effect
	atOnce  bool // one slice for the whole run
	pending []Effect
}

// open is a page on which the learner has ticked off training as she edits.
func open(fragment string) *player {
	p := openLive(fragment)
	p.send(LiveChosen{On: false})
	return p
}

// openLive is a page as it opens.
func openLive(fragment string) *player {
	return &player{Session: New(fragment), stored: make(map[string]string)}
}

// send updates the session and performs all but training, which waits in
// pending for slice or finish.
func (p *player) send(messages ...Msg) {
	for _, m := range messages {
		next, effects := Update(p.Session, m)
		p.Session = next
		for _, effect := range effects {
			switch effect := effect.(type) {
			case WriteFragment:
				fragment, settled := effect.Settle()
				p.link = fragment
				p.send(settled)
			case StorePreference:
				p.stored[effect.Name] = effect.Value
			case Begin:
				p.studies.Begin(effect.Study)
			case Drop:
				p.studies.Drop(effect.Study)
			case StartTraining, NextSlice, NextFrame:
				p.pending = append(p.pending, effect)
			default:
				p.focused = append(p.focused, effect)
			}
		}
	}
}

// slice performs the training effects at hand once.
func (p *player) slice() {
	pending := p.pending
	p.pending = nil
	for _, effect := range pending {
		run := 0
		switch effect := effect.(type) {
		case StartTraining:
			run = effect.Run
			if problem := p.trainer.Start(effect); problem != nil {
				p.send(Progress{Run: run, Problem: problem})
				continue
			}
		case NextFrame:
			p.send(FramePassed{Playback: effect.Playback, Seconds: 1.0 / 60})
			continue
		case NextSlice:
			run = effect.Run
		}
		deadline := time.Time{}
		if p.atOnce {
			deadline = time.Now().Add(time.Hour)
		}
		p.send(p.trainer.Slice(context.Background(), run, deadline))
	}
}

// finish performs training effects until there are none.
func (p *player) finish(t testing.TB) {
	t.Helper()
	for range 1_000_000 {
		if len(p.pending) == 0 && p.studies.Idle() {
			return
		}
		p.slice()
		for _, m := range p.studies.Slice(context.Background(), time.Now().Add(time.Minute)) {
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
