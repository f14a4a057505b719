package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Listen calls handle on the UI goroutine for every event of the window, until
// the returned function is called.
func Listen(ctx app.Context, event string, handle func(app.Context, app.Event)) (release func()) {
	return ListenTo(ctx, app.Window(), event, handle)
}

// ListenTo does so for the events of an element.
func ListenTo(ctx app.Context, element app.Value, event string, handle func(app.Context, app.Event)) (release func()) {
	handler := app.FuncOf(func(_ app.Value, args []app.Value) any {
		ctx.Dispatch(func(ctx app.Context) { handle(ctx, app.Event{Value: args[0]}) })
		return nil
	})
	element.Call("addEventListener", event, handler)
	return func() {
		element.Call("removeEventListener", event, handler)
		handler.Release()
	}
}
