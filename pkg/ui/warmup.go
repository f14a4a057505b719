package ui

import (
	"runtime"
	"sync"
	"time"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// warmUpMoves is how many moves of a drag the warm-up goes through.
	warmUpMoves = 12
	// idleTime is how many milliseconds must be left for another step.
	idleTime = 10
)

// warmUp goes through a drag in the page's idle time and shows none of it. Browsers
// compile a function when it is first called; after the warm-up the learner's first
// drag is as smooth as the next. It waits while the page trains, and ends when the
// learner drags.
type warmUp struct {
	steps []func()
}

// prepareWarmUp has a drag rehearsed where one is to be expected: never on a phone,
// whose processor has enough to do with the page itself, and in a frame not before a
// pointer comes into it, since a course may have many that nobody touches.
func (p *Playground) prepareWarmUp(ctx app.Context) {
	switch {
	case dom.Fingers():
	case dom.Framed():
		var release func()
		begun := false
		leave := sync.OnceFunc(func() { release() })
		release = dom.Listen(ctx, "pointermove", func(ctx app.Context, _ app.Event) {
			ctx.PreventUpdate()
			if !begun {
				begun = true
				leave()
				p.warmUp(ctx)
			}
		})
		p.release = append(p.release, leave)
	default:
		p.warmUp(ctx)
	}
}

// warmUp begins a warm-up, if a drag would train.
func (p *Playground) warmUp(ctx app.Context) {
	r := &warmUp{}
	// Collect the garbage of loading now, not during a drag.
	r.steps = append(r.steps, runtime.GC, func() {
		if drag, ok := session.NewWarmUp(p.machine.Session); ok {
			views := append(shownViews(p.machine.Session), composer(newRunBar), composer(newRunState))
			for range warmUpMoves {
				r.add(p.lang(), drag, views)
			}
			r.steps = append(r.steps, runtime.GC)
		}
	})
	r.next(ctx, p)
}

// add appends the steps of one move: its training, and the drawing of each view.
func (r *warmUp) add(lang string, drag *session.WarmUp, views []view) {
	var s session.Session
	r.steps = append(r.steps, func() { s = drag.Move(time.Now().Add(sliceTime)) })
	for _, view := range views {
		r.steps = append(r.steps, func() { view(lang, s).Render() })
	}
}

// next works on the steps when the browser is idle.
func (r *warmUp) next(ctx app.Context, p *Playground) {
	dom.WhenIdle(ctx, func(ctx app.Context, left func() float64) {
		ctx.PreventUpdate()
		if p.machine.Dragging() {
			return
		}
		busy := p.machine.Run.Phase == session.Running
		for first := true; !busy && len(r.steps) > 0 && (first || left() > idleTime); first = false {
			step := r.steps[0]
			r.steps = r.steps[1:]
			step()
		}
		if len(r.steps) > 0 {
			r.next(ctx, p)
		}
	})
}
