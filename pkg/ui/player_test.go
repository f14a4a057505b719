package ui

import (
	"context"
	"testing"
	"time"

	"firstneuron/pkg/session"
)

// player is a page without a browser: it trains and studies at once.
type player struct {
	session.Session
	trainer session.Trainer
	studies session.Studies
}

// opened is the page of a link.
func opened(t *testing.T, fragment string, messages ...session.Msg) *player {
	t.Helper()
	p := &player{Session: session.New(fragment)}
	p.do(messages...)
	return p
}

// do sends messages, each when what the one before began has come to its end.
func (p *player) do(messages ...session.Msg) {
	for _, m := range messages {
		p.send(m)
		for !p.studies.Idle() {
			for _, found := range p.studies.Slice(context.Background(), time.Now().Add(time.Minute)) {
				p.send(found)
			}
		}
	}
}

func (p *player) send(m session.Msg) {
	next, effects := session.Update(p.Session, m)
	p.Session = next
	for _, effect := range effects {
		switch effect := effect.(type) {
		case session.StartTraining:
			if problem := p.trainer.Start(effect); problem != nil {
				p.send(session.Progress{Run: effect.Run, Problem: problem})
				continue
			}
			p.send(p.trainer.Slice(context.Background(), effect.Run, time.Now().Add(time.Minute)))
		case session.NextSlice:
			p.send(p.trainer.Slice(context.Background(), effect.Run, time.Now().Add(time.Minute)))
		case session.Begin:
			p.studies.Begin(effect.Study)
		}
	}
}
