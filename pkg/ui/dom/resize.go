package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Resizes calls handle with the inner width and height of an element now and
// whenever they change, until the returned function is called.
func Resizes(ctx app.Context, element app.Value, handle func(ctx app.Context, width, height float64)) (release func()) {
	report := func() {
		width, height := element.Get("clientWidth").Float(), element.Get("clientHeight").Float()
		if width > 0 && height > 0 {
			ctx.Dispatch(func(ctx app.Context) { handle(ctx, width, height) })
		}
	}
	callback := app.FuncOf(func(app.Value, []app.Value) any {
		report()
		return nil
	})
	observer := app.Window().Get("ResizeObserver").New(callback)
	observer.Call("observe", element)
	return func() {
		observer.Call("disconnect")
		callback.Release()
	}
}
