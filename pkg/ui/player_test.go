package ui

import (
	"testing"
	"time"

	"firstneuron/pkg/session"
)

// player is a page without a browser: it trains and works on jobs at once.
type player struct{ session.Machine }

// opened is the page of a link.
func opened(t *testing.T, fragment string, messages ...session.Msg) *player {
	t.Helper()
	p := &player{session.NewMachine(session.New(fragment))}
	p.do(messages...)
	return p
}

// do sends messages, each when what the one before began has come to its end.
func (p *player) do(messages ...session.Msg) {
	for _, m := range messages {
		p.send(m)
		for !p.Idle() {
			for _, found := range p.WorkOnJobs(time.Now().Add(time.Minute)) {
				p.send(found)
			}
		}
	}
}

func (p *player) send(m session.Msg) {
	p.Send(m, func(effect session.Effect) {
		if progress, _ := p.Work(effect, time.Now().Add(time.Minute)); progress != nil {
			p.send(progress)
		}
	})
}
