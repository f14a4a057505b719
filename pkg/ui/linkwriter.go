package ui

import (
	"time"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// settleTime is how long an edit rests before the link is written. Some
// browsers refuse more than a hundred writes in half a minute.
const settleTime = 300 * time.Millisecond

// linkWriter writes the newest fragment into the address bar, once no newer
// one has come for settleTime. An address that somebody else has set by then is
// newer still.
type linkWriter struct {
	pending int
	// waits is set while an edit is not in the address yet.
	waits bool
}

// drop forgets what waits to be written.
func (l *linkWriter) drop() {
	l.pending++
	l.waits = false
}

func (l *linkWriter) write(ctx app.Context, p *Playground, effect session.WriteFragment) {
	l.pending++
	l.waits = true
	mine, before := l.pending, dom.Fragment()
	dom.Later(ctx, settleTime, func(ctx app.Context) {
		if mine != l.pending {
			return
		}
		l.waits = false
		if dom.Fragment() != before {
			return
		}
		link, settled := effect.Settle()
		dom.ReplaceFragment(link)
		settled.Unwritten = dom.Fragment() != link
		p.update(ctx, settled)
	})
}
