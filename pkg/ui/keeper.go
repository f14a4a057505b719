package ui

import (
	"errors"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// keeper has the browser keep what the page has beyond its link, once nothing has
// changed for settleTime, and at once where the page is left.
type keeper struct {
	pending int
	waits   bool
}

func (k *keeper) keep(ctx app.Context, p *Playground, effect session.KeepSnapshot) {
	k.pending++
	if effect.Settled {
		k.write(ctx, p)
		return
	}
	k.waits = true
	mine := k.pending
	dom.Later(ctx, settleTime, func(ctx app.Context) {
		if mine == k.pending {
			k.write(ctx, p)
		}
	})
}

// write keeps what there is, and tells the session what came of it.
func (k *keeper) write(ctx app.Context, p *Playground) {
	k.waits = false
	problem := p.keepMore()
	if (problem == nil) != (p.machine.Unkept == nil) {
		dom.AskBeforeLeaving(problem != nil)
		p.update(ctx, session.SnapshotKept{Problem: problem})
	}
}

// leave keeps what still waits: the page is left.
func (k *keeper) leave(p *Playground) {
	if k.waits || p.link.waits {
		_ = p.keepMore() // nobody is left to be told
	}
}

// keepMore has the browser keep the page as it is, if that is more than its link says,
// and returns why it does not. What an earlier page had stays until there is something
// else.
func (p *Playground) keepMore() *experiment.Problem {
	snapshot, more := p.machine.Snapshot(dom.Fragment())
	if !more && !p.link.waits {
		if p.machine.Offer == nil {
			_ = dom.Keep("") // there is nothing to lose
		}
		return nil
	}
	return keepSnapshot(snapshot)
}

func keepSnapshot(snapshot session.Snapshot) *experiment.Problem {
	text, problem := session.EncodeSnapshot(snapshot)
	if problem != nil {
		_ = dom.Keep("") // what was kept is of an earlier state
		return problem
	}
	switch err := dom.Keep(text); {
	case errors.Is(err, dom.ErrStorageFull):
		return experiment.NewProblem(session.CodeStorageFull)
	case err != nil:
		return experiment.NewProblem(session.CodeStorageForbidden)
	}
	return nil
}
