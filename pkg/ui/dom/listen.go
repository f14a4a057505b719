package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Listen calls handle on the UI goroutine for every event of the window, until
// the returned function is called.
func Listen(ctx app.Context, event string, handle func(app.Context, app.Event)) (release func()) {
	return listenTo(ctx, window(), event, handle)
}

// ListenMoves calls handle for every move of a pointer over the element that an
// event is from. Browsers hold pointermove back until the next frame;
// pointerrawupdate comes at once, where there is one: on secure pages.
func ListenMoves(ctx app.Context, handle func(app.Context, app.Event)) (release func()) {
	event := "pointermove"
	if window().Get("onpointerrawupdate").Type() != app.TypeUndefined {
		event = "pointerrawupdate"
	}
	return listenTo(ctx, Of(ctx.JSSrc()), event, handle)
}

func listenTo(ctx app.Context, target Value, event string, handle func(app.Context, app.Event)) (release func()) {
	return Hear(target, event, func(e Value) {
		Dispatch(ctx, func(ctx app.Context) { handle(ctx, app.Event{Value: e.JSValue()}) })
	})
}

// HearWindow calls handle for every event of the window at once, not in the
// page's turn, until the returned function is called.
func HearWindow(event string, handle func(e Value)) (release func()) {
	return Hear(window(), event, handle)
}

// Hear does so for the events of anything that has some.
func Hear(target Value, event string, handle func(e Value)) (release func()) {
	handler := callback(handle)
	target.Call("addEventListener", event, handler)
	return func() {
		target.Call("removeEventListener", event, handler)
		handler.Release()
	}
}
