package dom

import (
	"sync/atomic"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The page promises to say when it is idle: when nothing that has been done to
// it will change it any more. Whoever asks by the event idleAsked of the window
// gets idleEvent in answer, once:
//
//	addEventListener("firstneuron-idle", () => { … }, {once: true});
//	dispatchEvent(new Event("firstneuron-idle-asked"));
const (
	idleAsked = "firstneuron-idle-asked"
	idleEvent = "firstneuron-idle"
)

// pending is how many frames and timers the page waits for: those of the
// training, of a playback, of the studies, of the link and of the host. One
// document has one program, so it is one number for all.
var pending atomic.Int32

// Idle answers those who have asked whether the page is.
type Idle struct {
	asked bool
	// calm is how many frames have gone by since the question in which nothing
	// was pending. What they drew may ask for more, so that one is not enough.
	calm int
}

const calmFrames = 2

// Promise listens for the question until the returned function is called.
func (i *Idle) Promise(ctx app.Context) (release func()) {
	return Listen(ctx, idleAsked, func(ctx app.Context, _ app.Event) {
		ctx.PreventUpdate()
		i.calm = 0
		if !i.asked {
			i.asked = true
			i.look(ctx)
		}
	})
}

// look looks in the next frame, once all is drawn, and in those after it until
// the page is idle.
func (i *Idle) look(ctx app.Context) {
	uncountedFrame(ctx, func(ctx app.Context) {
		ctx.PreventUpdate()
		ctx.Defer(func(ctx app.Context) {
			i.calm++
			if pending.Load() > 0 {
				i.calm = 0
			}
			if i.calm < calmFrames {
				i.look(ctx)
				return
			}
			i.asked = false
			window().Call("dispatchEvent", window().Get("Event").New(idleEvent))
		})
	})
}

// Later calls handle on the UI goroutine when the time has gone by.
func Later(ctx app.Context, wait time.Duration, handle func(app.Context)) {
	pending.Add(1)
	mine := life.Load()
	ctx.After(wait, func(ctx app.Context) {
		if mine == life.Load() {
			pending.Add(-1)
			Try(func() { handle(ctx) })
		}
	})
}
