package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// noRepaint is for how many milliseconds a page must have had no repaint to be
// taken for one that has none.
const noRepaint = 100

// NextFrame calls handle on the UI goroutine before the next repaint. A hidden
// page has no repaints, nor has a frame that is scrolled out of sight, and
// either may begin while one is waited for: there it is called soon all the
// same, so that a long training goes on while the learner reads something else.
func NextFrame(ctx app.Context, handle func(app.Context)) {
	pending.Add(1)
	uncountedFrame(ctx, func(ctx app.Context) {
		pending.Add(-1)
		handle(ctx)
	})
}

// uncountedFrame is NextFrame for what the page need not finish to be idle.
func uncountedFrame(ctx app.Context, handle func(app.Context)) {
	window, wait := window(), noRepaint
	if document().Get("hidden").Flag() {
		wait = 0
	}
	var frame, timer Value
	var next app.Func
	next = callback(func(Value) {
		next.Release()
		window.Call("cancelAnimationFrame", frame)
		window.Call("clearTimeout", timer)
		Dispatch(ctx, handle)
	})
	frame = window.Call("requestAnimationFrame", next)
	timer = window.Call("setTimeout", next, wait)
}

// AfterFrames calls handle before the repaint that comes after so many frames.
func AfterFrames(ctx app.Context, frames int, handle func(app.Context)) {
	NextFrame(ctx, func(ctx app.Context) {
		if frames <= 1 {
			handle(ctx)
			return
		}
		ctx.PreventUpdate()
		AfterFrames(ctx, frames-1, handle)
	})
}

// WhenIdle calls handle when the browser has nothing else to do, with the
// milliseconds that are left for it; never in a browser that does not tell.
func WhenIdle(ctx app.Context, handle func(ctx app.Context, left func() float64)) {
	var idle app.Func
	idle = callback(func(deadline Value) {
		idle.Release()
		Dispatch(ctx, func(ctx app.Context) {
			handle(ctx, func() float64 {
				left, _ := deadline.Call("timeRemaining").Number()
				return left
			})
		})
	})
	if _, ok := window().Try("requestIdleCallback", idle); !ok {
		idle.Release()
	}
}

// Now returns the time in milliseconds since some moment.
func Now() float64 {
	now, _ := window().Get("performance").Call("now").Number()
	return now
}
