package ui

import (
	"os"
	"strings"
	"time"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// atOnce is how soon after its start a page that ends has ended of how it starts.
const atOnce = 2 * time.Second

// Run shows the playground and never returns.
//
// go-app's engine ends at a panic in a handler, in a Render, and in its own work on
// the document, which others change too. Then the page is made anew and goes on
// with its session. Where that page ends at once it goes back one message, then to
// the experiment alone, and offers the rest. When nothing helps the program ends, and
// boot.js offers to load the page again, with all that it had.
func Run() {
	lang, err := i18n.Add(dom.Words())
	if err != nil {
		panic(errWords)
	}
	page := NewPlayground(lang)
	// The very path of the document: the site may lie under any folder of any
	// host, and be asked for as / or as /index.html. Not a regular expression
	// for every path, for the program has none (see third_party/std).
	path := "/" + strings.TrimPrefix(dom.Path(), "/")
	app.Route(path, func() app.Composer { return page })
	var had session.Snapshot // by the page that ended first
	for deaths := 0; ; {
		dom.MakeRoom()
		begun := time.Now()
		dom.Try(app.RunWhenOnBrowser)
		if time.Since(begun) > atOnce {
			deaths = 0
		}
		deaths++
		var s session.Session
		switch deaths {
		case 1:
			s = page.machine.Session
			had, _ = s.Snapshot(dom.Fragment())
		case 2:
			s = page.before
		case 3:
			s = page.machine.Anew()
			s.Offer = &had
		default:
			_ = keepSnapshot(had) // else boot.js goes on with the link alone
			os.Exit(1)
		}
		page = page.remade(s)
		dom.Restart()
	}
}

// remade is a page that goes on where this one has ended, with a session.
func (p *Playground) remade(s session.Session) *Playground {
	next := &Playground{
		machine: p.machine, host: p.host, before: p.before,
		begun: p.begun, again: p.begun, focused: dom.Focused().Get("id").Text(),
	}
	next.machine.Session = s
	return next
}

// goOn takes up what the page that has ended was at.
func (p *Playground) goOn(ctx app.Context) {
	p.host.rejoin(ctx, p)
	for _, effect := range p.machine.GoOn() {
		p.perform(ctx, effect)
	}
	if !p.machine.Idle() {
		p.workNextFrame(ctx)
	}
	if p.focused != "" {
		ctx.Defer(func(app.Context) { dom.FocusStill(p.focused) })
	}
}
