package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Resizes calls handle with the inner width and height of an element now and
// whenever they change, until the returned function is called. A browser without
// ResizeObserver tells of changes of the window only.
func Resizes(ctx app.Context, element Value, handle func(ctx app.Context, width, height float64)) (release func()) {
	report := func(Value) {
		if width, height := innerSize(element); width > 0 && height > 0 {
			Dispatch(ctx, func(ctx app.Context) { handle(ctx, width, height) })
		}
	}
	changed := callback(report)
	observer := window().Get("ResizeObserver").New(changed)
	if _, ok := observer.Try("observe", element); ok {
		return func() {
			observer.Call("disconnect")
			changed.Release()
		}
	}
	changed.Release()
	report(Value{})
	return HearWindow("resize", report)
}
