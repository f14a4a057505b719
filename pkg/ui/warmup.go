package ui

import (
	"runtime"
	"time"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// warmUpMoves is how many moves of a drag the page goes through unseen.
	warmUpMoves = 12
	// idleTime is how many milliseconds must be left for another step.
	idleTime = 10
)

// warmUp is a drag that nobody sees, in the page's idle time: with it the
// first one that the learner makes is as smooth as those after it, for browsers
// compile a function when it is first called. It waits for a training, and ends
// with a real drag.
type warmUp struct {
	steps []func()
}

// warmUp begins one, if a drag would train.
func (p *Playground) warmUp(ctx app.Context) {
	r := &warmUp{}
	// What loading left over is not to be cleared away during a drag.
	r.steps = append(r.steps, runtime.GC, func() {
		if drag, ok := session.NewWarmUp(p.machine.Session); ok {
			views := append(shownViews(p.machine.Experiment), composer(newRunBar), composer(newTimelineBar))
			for range warmUpMoves {
				r.add(p.lang(), drag, views)
			}
			r.steps = append(r.steps, runtime.GC)
		}
	})
	r.next(ctx, p)
}

// add is a move and what it would change in the views.
func (r *warmUp) add(lang string, drag *session.WarmUp, views []view) {
	var s session.Session
	r.steps = append(r.steps, func() { s = drag.Move(time.Now().Add(sliceTime)) })
	for _, view := range views {
		r.steps = append(r.steps, func() { view(lang, s).Render() })
	}
}

// next goes on when the browser has nothing else to do.
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
